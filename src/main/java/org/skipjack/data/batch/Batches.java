package org.skipjack.data.batch;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ImageShape;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.augmentation.Transforms;

/**
 * A data set cut into batches: {@code [N, C, H, W]} float32 arrays of pixel / 255 − mean.
 *
 * <p>Every batch has {@code batchSize} images but the last, which has what is left. The images lie
 * in a few native arrays that all passes use, allocated here and freed by {@link #close}. For the
 * same reason there is one pass at a time: a new one closes the one before. To be used by one
 * thread.
 */
public final class Batches implements AutoCloseable {
  private final Dataset dataset;
  private final int batchSize;
  private final BatchDecoder decoder;
  private @Nullable Feed pass;

  /**
   * Batches of {@code dataset}.
   *
   * @param mean what is subtracted from each image, usually that of the training set
   * @param batchSize the number of images in a batch; positive
   * @throws IllegalArgumentException if {@code batchSize} is not positive
   * @throws DatasetException if the mean image has another shape than the images
   */
  public Batches(Dataset dataset, PixelMean mean, int batchSize) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException(
          "the batch size must be positive, got " + batchSize + ". Fix: use 32, 64 or 128.");
    }
    ImageShape images = ImageShape.of(dataset);
    if (!images.equals(mean.shape())) {
      throw new DatasetException(
          """
          the mean image does not fit the images of %s (CHW).

              images  %s
              mean    %s

          Fix: use PixelMean.of(the training set).\
          """
              .formatted(dataset.name(), images, mean.shape()));
    }
    this.dataset = dataset;
    this.batchSize = Math.min(batchSize, dataset.size());
    int lastSize = dataset.size() - (count() - 1) * this.batchSize;
    this.decoder = new BatchDecoder(dataset, mean, this.batchSize, lastSize);
  }

  /** The number of batches in one pass, counting a short last one. */
  public int count() {
    return (dataset.size() + batchSize - 1) / batchSize;
  }

  /** One pass in the order of the data set. */
  public Feed inOrder() {
    int[] order = IntStream.range(0, dataset.size()).toArray();
    return begin(new EpochOrder(order, batchSize, Transforms.NONE), 0);
  }

  /** One pass in a random order that depends on nothing but {@code order}. */
  public Feed shuffled(Seed order) {
    return changed(order, Transforms.NONE, 0);
  }

  /**
   * One pass in a random order over images that are changed at random.
   *
   * @param order what the order is drawn from
   * @param draws what the changes are drawn from, split by the image's place in the data set
   */
  public Feed augmented(Seed order, Augmentation augmentation, Seed draws) {
    return changed(order, new Transforms(augmentation, 0, draws), 0);
  }

  /**
   * A pass in a random order, or the rest of one.
   *
   * @param order what the order is drawn from
   * @param transforms what is done to the images
   * @param from the number of batches that were taken before
   */
  public Feed changed(Seed order, Transforms transforms, int from) {
    int[] shuffled = order.random().permutation(dataset.size());
    return begin(new EpochOrder(shuffled, batchSize, transforms), from);
  }

  private Feed begin(EpochOrder next, int from) {
    endPass();
    pass = new Feed(dataset.name(), next, decoder, from);
    return pass;
  }

  private void endPass() {
    if (pass != null) {
      pass.close();
    }
  }

  /** Ends the pass at hand and frees the memory of all batches. */
  @Override
  public void close() {
    endPass();
    decoder.close();
  }
}
