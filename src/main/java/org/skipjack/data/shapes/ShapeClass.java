package org.skipjack.data.shapes;

import java.util.Locale;

/**
 * The ten classes of {@link Shapes}, each a signed distance: negative inside, positive outside,
 * zero on the edge.
 *
 * <p>Figures are centerd on the origin with radius 1. Exact distance matters only near the edge,
 * where it becomes the share of a pixel that is covered; farther away a lower bound of it will do.
 */
enum ShapeClass {
  DISC {
    @Override
    double distance(double x, double y) {
      return radius(x, y) - 0.9;
    }
  },
  SQUARE {
    @Override
    double distance(double x, double y) {
      return box(x, y, 0.75, 0.75);
    }
  },
  TRIANGLE {
    @Override
    double distance(double x, double y) {
      return Math.max(-y, HALF_ROOT_OF_3 * Math.abs(x) + 0.5 * y) - 0.5;
    }
  },
  RING {
    @Override
    double distance(double x, double y) {
      return Math.abs(radius(x, y) - 0.7) - 0.2;
    }
  },
  CROSS {
    @Override
    double distance(double x, double y) {
      return Math.min(box(x, y, 0.95, 0.27), box(x, y, 0.27, 0.95));
    }
  },
  FIVE_PETAL_STAR {
    @Override
    double distance(double x, double y) {
      double radius = radius(x, y);
      double cosine = radius == 0 ? 1 : x / radius;
      double square = cosine * cosine;
      return star(radius, 5, ((16 * square - 20) * square + 5) * cosine);
    }
  },
  BAR {
    @Override
    double distance(double x, double y) {
      return box(x, y, 0.95, 0.3);
    }
  },
  CRESCENT {
    @Override
    double distance(double x, double y) {
      return Math.max(radius(x, y) - 0.9, 0.7 - radius(x - 0.45, y));
    }
  },
  HALF_DISC {
    @Override
    double distance(double x, double y) {
      return Math.max(radius(x, y) - 0.95, x);
    }
  },
  THREE_PETAL_STAR {
    @Override
    double distance(double x, double y) {
      double radius = radius(x, y);
      double cosine = radius == 0 ? 1 : x / radius;
      return star(radius, 3, (4 * cosine * cosine - 3) * cosine);
    }
  };

  private static final double HALF_ROOT_OF_3 = 0.866_025_403_784_438_6;

  /** The distance of the point from the figure's edge. */
  abstract double distance(double x, double y);

  /** What the class is called, for example {@code "half disc"}. */
  String title() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.replace(" petal", "-petal");
  }

  private static double radius(double x, double y) {
    return StrictMath.sqrt(x * x + y * y);
  }

  /**
   * The distance from the curve of radius {@code 0.65 + 0.3 cos(petals · angle)}, to first order:
   * the difference of the radii, divided by the length of its gradient.
   *
   * @param cosine the cosine of {@code petals} times the angle
   */
  private static double star(double radius, int petals, double cosine) {
    double slope = 0.3 * petals / Math.max(radius, 0.35);
    double gradient = StrictMath.sqrt(1 + slope * slope * (1 - cosine * cosine));
    return (radius - 0.65 - 0.3 * cosine) / gradient;
  }

  private static double box(double x, double y, double halfWidth, double halfHeight) {
    return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
  }
}
