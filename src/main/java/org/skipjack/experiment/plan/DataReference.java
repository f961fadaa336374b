package org.skipjack.experiment.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.skipjack.data.Authenticity;
import org.skipjack.data.DataOrigin;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.SplitPart;
import org.skipjack.data.catalog.DataLocator;

/**
 * A reference to a plan's data: enough to read it again, and to check that it is the same.
 *
 * @param name what it is called
 * @param authenticity whether it is what its publisher published
 * @param shape of an image
 * @param training the images that nets learn from
 * @param validation the images that epochs are chosen by, if some are held out
 * @param test the images that nets are judged by
 * @param origin how it is read again, where words say it; without the path of a file or folder
 */
public record DataReference(
    String name,
    Authenticity authenticity,
    Shape shape,
    Images training,
    Optional<Images> validation,
    Images test,
    Optional<DataOrigin> origin) {

  /**
   * The shape of an image, and the number of classes.
   *
   * @param channels values of a pixel
   * @param height rows
   * @param width columns
   * @param classes of the set
   */
  public record Shape(int channels, int height, int width, int classes) {}

  /**
   * The images of a set.
   *
   * @param images how many
   * @param sha256 of their content, see {@link Dataset#digest()}
   */
  public record Images(int images, String sha256) {
    private static Images of(SplitPart part) {
      return new Images(part.size(), part.images().digest());
    }
  }

  /** What there is to know of some data; reads all of it once. */
  public static DataReference of(DataSplit data) {
    return new DataReference(
        data.name(),
        data.authenticity(),
        new Shape(data.channels(), data.height(), data.width(), data.classes()),
        Images.of(data.training()),
        data.validation().map(Images::of),
        Images.of(data.test()),
        data.origin().map(origin -> named(origin, data.name())));
  }

  /** A path means nothing elsewhere, and belongs to nobody else. */
  private static DataOrigin named(DataOrigin origin, String name) {
    return DataLocator.words().contains(origin.word()) ? origin : origin.withWord(name);
  }

  /**
   * The same data, read from somewhere.
   *
   * @param word what to read, as {@code --data} takes it
   * @throws org.skipjack.data.DatasetException if it is missing or damaged
   */
  public DataSplit readFrom(String word) {
    DataLocator locator = DataLocator.ofProcess();
    return origin
        .map(known -> locator.read(known.withWord(word)))
        .orElseGet(() -> partOf(locator.read(word)));
  }

  /** The same without its origin, which no result depends on. */
  DataReference withoutOrigin() {
    return new DataReference(
        name, authenticity, shape, training, validation, test, Optional.empty());
  }

  /** As many images of some data as this has, held out as is usual. */
  private DataSplit partOf(DataSplit whole) {
    int held = validation.map(Images::images).orElse(0);
    int learned = training.images() + held;
    DataSplit taken =
        learned < whole.training().size()
            ? whole.take(learned)
            : test.images() < whole.test().size() ? whole.take(test.images()) : whole;
    return held == 0 ? taken : taken.withValidation(held);
  }

  /** The digests of its parts, those to learn from first. */
  List<String> digests() {
    return Stream.concat(Stream.of(training), Stream.concat(validation.stream(), Stream.of(test)))
        .map(Images::sha256)
        .toList();
  }

  /** Whether its content is that of other data, whatever either is called. */
  public boolean hasContentOf(DataReference other) {
    return training.equals(other.training)
        && validation.equals(other.validation)
        && test.equals(other.test);
  }

  /** For example {@code "shapes16, 6,000 training and 1,000 test images"}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %,d training and %,d test images",
        name,
        training.images(),
        test.images());
  }
}
