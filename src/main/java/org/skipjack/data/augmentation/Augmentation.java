package org.skipjack.data.augmentation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skipjack.data.RandomSource;

/**
 * A random change of the images that a net is trained on, made on their bytes.
 *
 * <p>What is drawn for an image depends on the seed of the pass and on the place of the image in
 * its set alone, so neither on the batches nor on threads. An own one must print as what tells it
 * from others, since a run is known by the text of its recipe.
 */
public interface Augmentation {

  /** Leaves images as they are. */
  static Augmentation none() {
    return new Steps(List.of());
  }

  /** Changes an image. */
  void apply(ImageBuffer imageBuffer, RandomSource random);

  /**
   * Checks that something is left of images of a size.
   *
   * @throws IllegalArgumentException if not
   */
  default void requireFits(int height, int width) {}

  /** This, and then another. */
  default Augmentation then(Augmentation next) {
    return new Steps(List.of(this, next));
  }

  /**
   * A window of the image's own size, at a random place of the image with {@code padding} pixels
   * around it (He et al. 2015, arXiv:1512.03385, §4.2, with 4).
   */
  static Augmentation padCrop(int padding) {
    return new PadCrop(padding);
  }

  /** The image or its mirror image, each with probability ½. */
  static Augmentation flip() {
    return new Flip();
  }

  /**
   * A square of {@code size × size} pixels around a random pixel is erased, as far as it lies in
   * the image (DeVries and Taylor 2017, arXiv:1708.04552, with 16 for CIFAR-10).
   */
  static Augmentation cutout(int size) {
    return new Cutout(size);
  }

  /**
   * Brightness, contrast and saturation are each multiplied by a random factor from {@code 1 −
   * strength} to {@code 1 + strength}.
   *
   * @param strength more than 0, up to 1
   */
  static Augmentation colorJitter(double strength) {
    return new ColorJitter(strength);
  }

  /**
   * The augmentation with this text, for example {@code "pad-crop:4,flip"}; every one of ours
   * prints as such a text. Words are {@code pad-crop}, {@code flip}, {@code cutout} and {@code
   * color-jitter}, each with its number or a usual one; {@code none} alone.
   *
   * @throws IllegalArgumentException if a word is not known or its number is out of range
   */
  static Augmentation of(String text) {
    if (text.equals("none")) {
      return none();
    }
    return new Steps(Arrays.stream(text.split(",", -1)).map(AugmentationParser::step).toList());
  }

  /** See {@link #padCrop}. */
  record PadCrop(int padding) implements Augmentation {
    /** Checks the number. */
    public PadCrop {
      AugmentationParser.requirePositive("pad-crop", padding, 4);
    }

    @Override
    public void requireFits(int height, int width) {
      AugmentationParser.requireSmaller("pad-crop", padding, Math.min(height, width));
    }

    @Override
    public void apply(ImageBuffer imageBuffer, RandomSource random) {
      int down = random.nextInt(2 * padding + 1) - padding;
      imageBuffer.shift(down, random.nextInt(2 * padding + 1) - padding);
    }

    @Override
    public String toString() {
      return "pad-crop:" + padding;
    }
  }

  /** See {@link #flip()}. */
  record Flip() implements Augmentation {
    @Override
    public void apply(ImageBuffer imageBuffer, RandomSource random) {
      if (random.nextBoolean()) {
        imageBuffer.mirror();
      }
    }

    @Override
    public String toString() {
      return "flip";
    }
  }

  /** See {@link #cutout}. */
  record Cutout(int size) implements Augmentation {
    /** Checks the number. */
    public Cutout {
      AugmentationParser.requirePositive("cutout", size, 16);
    }

    @Override
    public void requireFits(int height, int width) {
      AugmentationParser.requireSmaller("cutout", size, Math.min(height, width));
    }

    @Override
    public void apply(ImageBuffer imageBuffer, RandomSource random) {
      int top = random.nextInt(imageBuffer.height()) - size / 2;
      imageBuffer.erase(top, random.nextInt(imageBuffer.width()) - size / 2, size, size);
    }

    @Override
    public String toString() {
      return "cutout:" + size;
    }
  }

  /** A sequence of augmentations. */
  record Steps(List<Augmentation> steps) implements Augmentation {
    /** Takes the steps of steps, so that equal sequences are equal. */
    public Steps {
      steps =
          steps.stream()
              .flatMap(step -> step instanceof Steps inner ? inner.steps.stream() : Stream.of(step))
              .toList();
    }

    @Override
    public void requireFits(int height, int width) {
      steps.forEach(step -> step.requireFits(height, width));
    }

    @Override
    public void apply(ImageBuffer imageBuffer, RandomSource random) {
      for (Augmentation step : steps) {
        step.apply(imageBuffer, random);
      }
    }

    @Override
    public String toString() {
      return steps.isEmpty()
          ? "none"
          : steps.stream().map(Augmentation::toString).collect(Collectors.joining(","));
    }
  }
}
