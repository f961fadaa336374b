package org.skipjack.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Determines the color space of a JPEG file by the rules of the IJG's library, which most readers
 * follow: JFIF's segment means YCbCr, Adobe's says it, and without either the names of the
 * components do. The platform's decoder guesses by other rules; it is given a segment that leaves
 * no choice.
 *
 * <p>Four components are ink, stored inverted as Adobe does, whether Adobe's segment is there or
 * not. They become red, green and blue as Pillow makes them, without a profile.
 */
final class JpegColors {
  private static final byte[] JFIF =
      "\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ADOBE_RGB =
      "\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NO_ADOBE = -1;

  private boolean jfif;
  private int adobe = NO_ADOBE;
  private byte[] names = {};

  /**
   * A segment before the first scan.
   *
   * @param from its first byte after its length
   */
  void segment(int marker, byte[] bytes, int from, int end) throws ImageBytes.Damage {
    if (marker == 0xE0 && begins(bytes, from, end, "JFIF\0") && end - from >= 14) {
      jfif = true;
    } else if (marker == 0xEE && begins(bytes, from, end, "Adobe") && end - from >= 12) {
      adobe = bytes[from + 11] & 0xFF;
    } else if (marker >= 0xC0 && marker <= 0xCF && (marker == 0xC0 || (marker & 3) != 0)) {
      frame(bytes, from, end);
    }
  }

  private static boolean begins(byte[] bytes, int from, int end, String text) {
    int length = text.length();
    return end - from >= length
        && new String(bytes, from, length, StandardCharsets.ISO_8859_1).equals(text);
  }

  private void frame(byte[] bytes, int from, int end) throws ImageBytes.Damage {
    int count = end - from > 5 ? bytes[from + 5] & 0xFF : 0;
    if (end - from != 6 + 3 * count) {
      throw new ImageBytes.Damage("the header of the image has a wrong length", from);
    }
    if (count != 1 && count != 3 && count != 4) {
      throw new ImageBytes.Damage(
          String.format(
              Locale.ROOT, "it has %d components, expected 1 (gray), 3 (color) or 4 (ink)", count),
          from + 5);
    }
    names = new byte[count];
    for (int i = 0; i < count; i++) {
      names[i] = bytes[from + 6 + 3 * i];
    }
  }

  /** The segment that tells it to the decoder. */
  byte[] marker() {
    if (names.length != 3) {
      return new byte[0];
    }
    return isRgb() ? ADOBE_RGB : JFIF;
  }

  private boolean isRgb() {
    if (jfif) {
      return false;
    }
    return adobe == NO_ADOBE ? Arrays.equals(names, new byte[] {'R', 'G', 'B'}) : adobe == 0;
  }

  /** Whether the components are ink: cyan, magenta, yellow and black. */
  boolean isInk() {
    return names.length == 4;
  }

  /**
   * Red, green and blue of pixels of ink.
   *
   * @param ink four values a pixel, changed by this
   * @param planes {@code [3, plane]}
   * @param at the first pixel
   */
  void toRgb(int[] ink, byte[] planes, int plane, int at) {
    boolean isYcck = adobe > 0;
    for (int i = 0; i < ink.length / 4; i++) {
      if (isYcck) {
        toCmyk(ink, 4 * i);
      }
      int white = ink[4 * i + 3];
      for (int channel = 0; channel < 3; channel++) {
        int product = (255 - ink[4 * i + channel]) * white + 128;
        planes[channel * plane + at + i] = (byte) (white - ((product + (product >> 8)) >> 8));
      }
    }
  }

  /** As the IJG's library does it, in its fixed point of 16 bits. */
  private static void toCmyk(int[] ink, int at) {
    int luma = ink[at];
    int blue = ink[at + 1] - 128;
    int red = ink[at + 2] - 128;
    ink[at] = inverse(luma + ((91881 * red + 32768) >> 16));
    ink[at + 1] = inverse(luma + ((-22554 * blue - 46802 * red + 32768) >> 16));
    ink[at + 2] = inverse(luma + ((116130 * blue + 32768) >> 16));
  }

  private static int inverse(int value) {
    return Math.max(0, Math.min(255, 255 - value));
  }
}
