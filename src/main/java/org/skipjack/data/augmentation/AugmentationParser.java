package org.skipjack.data.augmentation;

import java.util.Locale;

/** The text form of augmentations, word by word. */
final class AugmentationParser {
  private AugmentationParser() {}

  /** One word with its number, for example {@code pad-crop:4}, or with the usual one. */
  static Augmentation step(String word) {
    int colon = word.indexOf(':');
    String name = colon < 0 ? word : word.substring(0, colon);
    String number = colon < 0 ? "" : word.substring(colon + 1);
    return switch (name) {
      case "pad-crop" -> Augmentation.padCrop(whole(name, number, 4));
      case "cutout" -> Augmentation.cutout(whole(name, number, 16));
      case "color-jitter" -> Augmentation.colorJitter(share(name, number));
      case "flip" -> {
        if (colon >= 0) {
          throw new IllegalArgumentException(
              "flip takes no number, got %s.%nFix: flip".formatted(word));
        }
        yield Augmentation.flip();
      }
      default ->
          throw new IllegalArgumentException(
              "there is no augmentation \"%s\".%nFix: pad-crop:4,flip,cutout:16,color-jitter:0.4 or some of them, or none"
                  .formatted(word));
    };
  }

  private static int whole(String name, String number, int usual) {
    try {
      return number.isEmpty() ? usual : Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is not a whole number of pixels: %s.%nFix: %s:%d",
              number,
              name,
              name,
              usual));
    }
  }

  private static double share(String name, String number) {
    try {
      return number.isEmpty() ? 0.4 : Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is not a number: %s.%nFix: %s:0.4".formatted(number, name, name));
    }
  }

  static void requireSmaller(String name, int pixels, int side) {
    if (pixels >= side) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %d pixels, and the images have %d a side: nothing would be left of some.%nFix: %s:%d",
              name,
              pixels,
              side,
              name,
              Math.max(1, name.equals("cutout") ? side / 2 : side / 8)));
    }
  }

  static void requirePositive(String name, int pixels, int usual) {
    if (pixels <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %d pixels, expected 1 or more.%nFix: %s:%d",
              name,
              pixels,
              name,
              usual));
    }
  }
}
