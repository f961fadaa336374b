package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** The sign of a source of published figures: an outline unlike the dots of our own. */
final class MarkerShape extends Marker {
  /** How many there are that can be told apart. */
  static final int MOST = 6;

  private static final BasicStroke STROKE = new BasicStroke(1.5f);
  private static final double RADIUS = 4.5;

  /** Outlines in a square from −1 to 1; y points down. */
  private static final double[][][] OUTLINES = {
    {{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}, {0, -1.2}},
    {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}},
    {{0, -1.1}, {1.1, 0.9}, {-1.1, 0.9}, {0, -1.1}},
    {{0, 1.1}, {1.1, -0.9}, {-1.1, -0.9}, {0, 1.1}},
    {{-1, -1}, {1, 1}, {0, 0}, {-1, 1}, {1, -1}},
    {{0, -1.2}, {0, 1.2}, {0, 0}, {-1.2, 0}, {1.2, 0}},
  };

  private final int number;

  /** The sign of the source of a number, from 0. */
  MarkerShape(int number) {
    this.number = number;
  }

  @Override
  public void paint(Graphics2D graphics, double x, double y, int markerSize) {
    Path2D.Double path = new Path2D.Double();
    for (double[] corner : OUTLINES[number]) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(corner[0], corner[1]);
      } else {
        path.lineTo(corner[0], corner[1]);
      }
    }
    AffineTransform placed = AffineTransform.getTranslateInstance(x, y);
    placed.scale(RADIUS, RADIUS);
    Shape outline = placed.createTransformedShape(path);
    graphics.setStroke(STROKE);
    graphics.draw(outline);
  }
}
