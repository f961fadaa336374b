package org.skipjack.data.augmentation;

import org.skipjack.data.RandomSource;

/**
 * See {@link Augmentation#colorJitter}: first brightness, then contrast about the image's mean
 * gray, then saturation about each pixel's gray; grays are {@code 0.299 R + 0.587 G + 0.114 B}
 * (ITU-R BT.601), or the mean of the channels where there are not three.
 */
record ColorJitter(double strength) implements Augmentation {
  private static final float[] BT601 = {0.299f, 0.587f, 0.114f};

  ColorJitter {
    if (!(strength > 0 && strength <= 1)) {
      throw new IllegalArgumentException(
          "color-jitter is %s, expected more than 0 and up to 1.%nFix: color-jitter:0.4"
              .formatted(strength));
    }
  }

  @Override
  public void apply(ImageBuffer imageBuffer, RandomSource random) {
    double brightness = factor(random);
    double contrast = factor(random);
    float saturation = (float) factor(random);
    double gray = brightness * meanGray(imageBuffer);
    byte[] values = new byte[256];
    for (int value = 0; value < values.length; value++) {
      values[value] = toByte(gray + contrast * (brightness * value - gray));
    }
    imageBuffer.replace(values);
    if (imageBuffer.channels() == 3) {
      saturate(imageBuffer, saturation);
    }
  }

  private double factor(RandomSource random) {
    return random.nextDouble(1 - strength, 1 + strength);
  }

  private static double meanGray(ImageBuffer imageBuffer) {
    byte[] pixels = imageBuffer.pixels();
    int plane = pixels.length / imageBuffer.channels();
    double gray = 0;
    for (int channel = 0; channel < imageBuffer.channels(); channel++) {
      long sum = 0;
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        sum += pixels[i] & 0xFF;
      }
      gray +=
          (imageBuffer.channels() == 3 ? BT601[channel] : 1.0 / imageBuffer.channels())
              * sum
              / plane;
    }
    return gray;
  }

  private static void saturate(ImageBuffer imageBuffer, float saturation) {
    byte[] pixels = imageBuffer.pixels();
    int plane = pixels.length / 3;
    for (int i = 0; i < plane; i++) {
      float red = pixels[i] & 0xFF;
      float green = pixels[i + plane] & 0xFF;
      float blue = pixels[i + 2 * plane] & 0xFF;
      float gray = BT601[0] * red + BT601[1] * green + BT601[2] * blue;
      pixels[i] = toByte(gray + saturation * (red - gray));
      pixels[i + plane] = toByte(gray + saturation * (green - gray));
      pixels[i + 2 * plane] = toByte(gray + saturation * (blue - gray));
    }
  }

  private static byte toByte(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  @Override
  public String toString() {
    return "color-jitter:" + strength;
  }
}
