package org.skipjack.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images to learn from, images to choose by, and images to be judged by: sets with the same classes
 * and the same image shape.
 *
 * @param training the images that training sees
 * @param validation the images that choices are made on, if some are held out
 * @param test the images that only evaluation sees
 * @param origin how it was made, where a name or path says it
 */
public record DataSplit(
    TrainingSet training,
    Optional<ValidationSet> validation,
    TestSet test,
    Optional<DataOrigin> origin) {

  /**
   * Puts the sets together.
   *
   * @throws DatasetException if their classes or image shapes differ
   */
  public DataSplit {
    requireLike(training.images(), "test", test.images());
    validation.ifPresent(set -> requireLike(training.images(), "validation", set.images()));
  }

  /**
   * Pairs images to learn from with images to be judged by, and holds none out to choose by.
   *
   * @throws DatasetException if their classes or image shapes differ
   */
  public DataSplit(Dataset training, Dataset test) {
    this(new TrainingSet(training), Optional.empty(), new TestSet(test), Optional.empty());
  }

  private static void requireLike(Dataset training, String role, Dataset other) {
    ImageShape trainingShape = ImageShape.of(training);
    ImageShape otherShape = ImageShape.of(other);
    if (!trainingShape.equals(otherShape)) {
      throw new DatasetException(
          "the training and the %s images differ in shape (CHW).\n\n".formatted(role)
              + line("training", trainingShape + "  " + training.name())
              + line(role, otherShape + "  " + other.name())
              + "\nFix: bring both to one size before pairing them.");
    }
    if (!training.classNames().equals(other.classNames())) {
      throw new DatasetException(
          "the training and the %s images differ in their classes.\n\n".formatted(role)
              + line("training", String.join(", ", training.classNames()))
              + line(role, String.join(", ", other.classNames()))
              + "\nFix: give both the same class names in the same order.");
    }
  }

  private static String line(String role, String what) {
    return "    %-8s  %s%n".formatted(role, what);
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
    StratifiedSplit test = StratifiedSplit.ofFraction(all, testFraction, seed.split("test images"));
    if (test.isEmpty()) {
      throw new DatasetException(
          "%s has one image of each class, so there is none to test with.\nFix: add images."
              .formatted(all.name()));
    }
    return new DataSplit(test.others(), test.chosen());
  }

  /** As {@link #withValidation(int, Seed)}, chosen by seed 0. */
  public DataSplit withValidation(int images) {
    return withValidation(images, Seed.of(0));
  }

  /**
   * This split with some of its training images held out to choose by, of each class its share (He
   * et al. 2015, arXiv:1512.03385, §4.2, chose on 5,000 of CIFAR-10's 50,000). Both parts keep the
   * order of the set.
   *
   * @param images how many; fewer than there are
   * @param seed what alone decides which images are chosen
   * @throws DatasetException if there are too few training images, or a validation set already
   */
  public DataSplit withValidation(int images, Seed seed) {
    if (validation.isPresent()) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "%s has %,d validation images already.\nFix: hold some out once.",
              name(),
              validation.get().size()));
    }
    if (images < 1 || images > StratifiedSplit.most(training.images())) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "cannot hold out %,d of the %,d training images of %s: each class keeps one to learn from.\nFix: hold out a tenth, %,d.",
              images,
              training.size(),
              name(),
              Math.max(1, training.size() / 10)));
    }
    StratifiedSplit heldOut =
        StratifiedSplit.ofCount(training.images(), images, seed.split("validation images"));
    return new DataSplit(
        new TrainingSet(heldOut.others()),
        Optional.of(new ValidationSet(heldOut.chosen())),
        test,
        origin.map(known -> known.heldOut(images, seed)));
  }

  /** This split with a known origin. */
  public DataSplit from(DataOrigin known) {
    return new DataSplit(training, validation, test, Optional.of(known));
  }

  /** The name of the data: that of the training set. */
  public String name() {
    return training.images().name();
  }

  /** The parts that are there, those to learn from first. */
  public Stream<SplitPart> parts() {
    return Stream.concat(Stream.of(training), Stream.concat(validation.stream(), Stream.of(test)));
  }

  /** Whether all parts are official; what the less certain one is. */
  public Authenticity authenticity() {
    return parts()
        .map(part -> part.images().authenticity())
        .filter(certainty -> certainty != Authenticity.OFFICIAL)
        .findFirst()
        .orElse(Authenticity.OFFICIAL);
  }

  /** The classes in the order of their labels. */
  public List<String> classNames() {
    return training.images().classNames();
  }

  /** The number of classes. */
  public int classes() {
    return classNames().size();
  }

  /** The number of values of a pixel, 3 for color. */
  public int channels() {
    return training.images().channels();
  }

  /** The height of an image in pixels. */
  public int height() {
    return training.images().height();
  }

  /** The width of an image in pixels. */
  public int width() {
    return training.images().width();
  }

  /**
   * At most {@code count} images of each part, of each class its share: as many as the nearest
   * whole numbers that give the sum, at least one if there are as many images as classes; of each
   * class the first ones, in the order of the set.
   *
   * @throws DatasetException if {@code count} is not positive
   */
  public DataSplit take(int count) {
    return new DataSplit(
        new TrainingSet(share(training.images(), count)),
        validation.map(set -> new ValidationSet(share(set.images(), count))),
        new TestSet(share(test.images(), count)),
        origin.flatMap(known -> known.taken(count)));
  }

  private static Dataset share(Dataset images, int count) {
    return count < 1 || count >= images.size()
        ? images.take(count)
        : StratifiedSplit.ofFirst(images, count).chosen();
  }
}
