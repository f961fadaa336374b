package org.skipjack.data;

import java.util.stream.IntStream;

/**
 * Images to learn from and images to be judged by: two sets with the same classes and the same
 * image shape.
 *
 * @param training the images that training sees
 * @param test the images that only evaluation sees
 */
public record DataSplit(Dataset training, Dataset test) {

  /**
   * Pairs the two sets.
   *
   * @throws DatasetException if their classes or image shapes differ
   */
  public DataSplit {
    ImageShape trainingShape = ImageShape.of(training);
    ImageShape testShape = ImageShape.of(test);
    if (!trainingShape.equals(testShape)) {
      throw new DatasetException(
          """
          the training and the test images differ in shape (CHW).

              training  %s  %s
              test      %s  %s

          Fix: bring both to one size before pairing them."""
              .formatted(trainingShape, training.name(), testShape, test.name()));
    }
    if (!training.classNames().equals(test.classNames())) {
      throw new DatasetException(
          """
          the training and the test images differ in their classes.

              training  %s
              test      %s

          Fix: give both the same class names in the same order."""
              .formatted(
                  String.join(", ", training.classNames()), String.join(", ", test.classNames())));
    }
  }

  /**
   * Divides one set: of each class, a share of the images chosen at random becomes the test set;
   * every class keeps at least one training image. Both halves keep the order of the set.
   *
   * @param testFraction the share, rounded to whole images, in (0, 1)
   * @param seed what alone decides which images are chosen
   * @throws DatasetException if no class has an image to spare
   */
  public static DataSplit divide(Dataset all, double testFraction, Seed seed) {
    boolean[] isTest = new boolean[all.size()];
    int[] left = all.histogram();
    int[] wanted = new int[left.length];
    for (int label = 0; label < left.length; label++) {
      int share = (int) Math.round(testFraction * left[label]);
      wanted[label] = Math.min(Math.max(share, 1), left[label] - 1);
    }
    for (int index : seed.split("test images").random().permutation(all.size())) {
      if (wanted[all.label(index)] > 0) {
        wanted[all.label(index)]--;
        isTest[index] = true;
      }
    }
    int[] test = IntStream.range(0, all.size()).filter(i -> isTest[i]).toArray();
    int[] training = IntStream.range(0, all.size()).filter(i -> !isTest[i]).toArray();
    if (test.length == 0) {
      throw new DatasetException(
          "%s has one image of each class, so there is none to test with.\nFix: add images."
              .formatted(all.name()));
    }
    return new DataSplit(all.choose(training), all.choose(test));
  }

  /** What the data is called: the name of the training set. */
  public String name() {
    return training.name();
  }

  /** Whether both halves are official; what the less certain one is. */
  public Authenticity authenticity() {
    Authenticity ofTraining = training.authenticity();
    return ofTraining == Authenticity.OFFICIAL ? test.authenticity() : ofTraining;
  }

  /** The number of classes. */
  public int classes() {
    return training.classNames().size();
  }

  /** The number of values of a pixel, 3 for colour. */
  public int channels() {
    return training.channels();
  }

  /** The height of an image in pixels. */
  public int height() {
    return training.height();
  }

  /** The width of an image in pixels. */
  public int width() {
    return training.width();
  }

  /**
   * At most the first {@code count} images of each set.
   *
   * @throws DatasetException if {@code count} is not positive
   */
  public DataSplit take(int count) {
    return new DataSplit(training.take(count), test.take(count));
  }
}
