package org.skipjack.data.shapes;

import org.skipjack.data.RandomSource;

/**
 * Draws one image of {@link Shapes}.
 *
 * <p>The image spans [−1, 1] in both directions. All random numbers of an image come from its own
 * source in a fixed order, and only exactly rounded arithmetic and {@link StrictMath} are used, so
 * the bits are the same everywhere.
 */
final class ShapePainter {
  private static final int CHANNELS = 3;

  private final RandomSource random;
  private final int size;
  private final double[] colors;

  ShapePainter(int size, RandomSource random) {
    this.size = size;
    this.random = random;
    this.colors = new double[CHANNELS];
  }

  /** Writes the image, {@code [3, size, size]}, to {@code pixels} from {@code start} on. */
  void paint(ShapeClass shapeClass, byte[] pixels, int start) {
    double[] background = color(0, 0.45);
    double[] foreground = color(0.55, 1);
    Wave texture = new Wave(random);
    Placement place = new Placement(random);
    Stripe occluder = new Stripe(random);
    double[] occluderColor = color(0, 1);
    for (int row = 0; row < size; row++) {
      double y = (2 * row + 1.0) / size - 1;
      for (int column = 0; column < size; column++) {
        double x = (2 * column + 1.0) / size - 1;
        double wave = texture.at(x, y);
        double inside = cover(place.distance(shapeClass, x, y));
        double hidden = cover(occluder.distance(x, y));
        for (int channel = 0; channel < CHANNELS; channel++) {
          double value = mix(background[channel] + wave, foreground[channel], inside);
          colors[channel] =
              mix(value, occluderColor[channel], hidden) + 0.05 * random.nextGaussian();
        }
        write(pixels, start + row * size + column);
      }
    }
  }

  private void write(byte[] pixels, int place) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      double level = Math.max(0, Math.min(1, colors[channel]));
      pixels[place + channel * size * size] = (byte) (int) (level * 255 + 0.5);
    }
  }

  /** The share of a pixel that is inside an edge at this distance. */
  private double cover(double distance) {
    return Math.max(0, Math.min(1, 0.5 - distance * size / 2));
  }

  private static double mix(double below, double above, double share) {
    return below + (above - below) * share;
  }

  private double[] color(double lowest, double highest) {
    double[] color = new double[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      color[channel] = random.nextDouble(lowest, highest);
    }
    return color;
  }

  /** Position, size and rotation of the figure. */
  private static final class Placement {
    private final double centerX;
    private final double centerY;
    private final double radius;
    private final double cosine;
    private final double sine;

    Placement(RandomSource random) {
      centerX = random.nextDouble(-0.25, 0.25);
      centerY = random.nextDouble(-0.25, 0.25);
      radius = random.nextDouble(0.45, 0.8);
      double angle = random.nextDouble(0, 2 * Math.PI);
      cosine = StrictMath.cos(angle);
      sine = StrictMath.sin(angle);
    }

    double distance(ShapeClass shapeClass, double x, double y) {
      double left = (x - centerX) / radius;
      double up = (y - centerY) / radius;
      return radius * shapeClass.distance(cosine * left + sine * up, cosine * up - sine * left);
    }
  }

  /** A sinusoidal brightness pattern of amplitude 0.15. */
  private static final class Wave {
    private final double frequencyX;
    private final double frequencyY;
    private final double phase;

    Wave(RandomSource random) {
      double angle = random.nextDouble(0, 2 * Math.PI);
      double frequency = random.nextDouble(3, 9);
      frequencyX = frequency * StrictMath.cos(angle);
      frequencyY = frequency * StrictMath.sin(angle);
      phase = random.nextDouble(0, 2 * Math.PI);
    }

    double at(double x, double y) {
      return 0.15 * StrictMath.sin(frequencyX * x + frequencyY * y + phase);
    }
  }

  /** A straight bar across the image, which hides what is under it. */
  private static final class Stripe {
    private final double cosine;
    private final double sine;
    private final double offset;
    private final double halfWidth;

    Stripe(RandomSource random) {
      double angle = random.nextDouble(0, 2 * Math.PI);
      cosine = StrictMath.cos(angle);
      sine = StrictMath.sin(angle);
      offset = random.nextDouble(-0.6, 0.6);
      halfWidth = random.nextDouble(0.05, 0.12);
    }

    double distance(double x, double y) {
      return Math.abs(cosine * x + sine * y - offset) - halfWidth;
    }
  }
}
