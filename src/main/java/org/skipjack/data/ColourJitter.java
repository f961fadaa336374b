package org.skipjack.data;

/**
 * See {@link Augmentation#colourJitter}: first brightness, then contrast about the image's mean
 * grey, then saturation about each pixel's grey; greys are {@code 0.299 R + 0.587 G + 0.114 B}
 * (ITU-R BT.601), or the mean of the channels where there are not three.
 */
record ColourJitter(double strength) implements Augmentation {
  private static final float[] BT601 = {0.299f, 0.587f, 0.114f};

  ColourJitter {
    if (!(strength > 0 && strength <= 1)) {
      throw new IllegalArgumentException(
          "colour-jitter is %s, expected more than 0 and up to 1.%nFix: colour-jitter:0.4"
              .formatted(strength));
    }
  }

  @Override
  public void apply(Picture picture, RandomSource random) {
    double brightness = factor(random);
    double contrast = factor(random);
    float saturation = (float) factor(random);
    double grey = brightness * meanGrey(picture);
    byte[] values = new byte[256];
    for (int value = 0; value < values.length; value++) {
      values[value] = toByte(grey + contrast * (brightness * value - grey));
    }
    picture.replace(values);
    if (picture.channels() == 3) {
      saturate(picture, saturation);
    }
  }

  private double factor(RandomSource random) {
    return random.nextDouble(1 - strength, 1 + strength);
  }

  private static double meanGrey(Picture picture) {
    byte[] pixels = picture.pixels();
    int plane = pixels.length / picture.channels();
    double grey = 0;
    for (int channel = 0; channel < picture.channels(); channel++) {
      long sum = 0;
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        sum += pixels[i] & 0xFF;
      }
      grey += (picture.channels() == 3 ? BT601[channel] : 1.0 / picture.channels()) * sum / plane;
    }
    return grey;
  }

  private static void saturate(Picture picture, float saturation) {
    byte[] pixels = picture.pixels();
    int plane = pixels.length / 3;
    for (int i = 0; i < plane; i++) {
      float red = pixels[i] & 0xFF;
      float green = pixels[i + plane] & 0xFF;
      float blue = pixels[i + 2 * plane] & 0xFF;
      float grey = BT601[0] * red + BT601[1] * green + BT601[2] * blue;
      pixels[i] = toByte(grey + saturation * (red - grey));
      pixels[i + plane] = toByte(grey + saturation * (green - grey));
      pixels[i + 2 * plane] = toByte(grey + saturation * (blue - grey));
    }
  }

  private static byte toByte(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  @Override
  public String toString() {
    return "colour-jitter:" + strength;
  }
}
