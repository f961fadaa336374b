package org.skipjack.train;

import org.skipjack.train.recipe.Recipe;

/**
 * The length of a training on its data: epochs, updates, batches and images.
 *
 * @param epochs passes over the training images, counting one that is cut short
 * @param iterations updates
 * @param batches in one pass, counting a short last one
 * @param batchSize images in a batch that is not short
 * @param trainingImages in one pass
 * @param evaluationImages validated and tested on after each pass
 */
record TrainingExtent(
    int epochs,
    long iterations,
    int batches,
    int batchSize,
    int trainingImages,
    int evaluationImages) {

  static TrainingExtent of(Training training) {
    Recipe recipe = training.recipe();
    int images = training.data().training().size();
    int batches = recipe.batches(images);
    return new TrainingExtent(
        recipe.length().epochs(batches),
        recipe.length().iterations(batches),
        batches,
        recipe.batchSize(),
        images,
        training.data().validation().map(set -> set.size()).orElse(0)
            + training.data().test().size());
  }

  /** The images of an epoch's updates: all, or those until the last iteration. */
  long imagesOf(int epoch) {
    long updates = iterations - (epoch - 1L) * batches;
    return Math.min(updates * batchSize, trainingImages);
  }
}
