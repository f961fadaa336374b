package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.style.markers.Marker;

/**
 * A marker that is a stroke: level at the mean of dots around it, upright at the end of an
 * interval.
 */
final class BarMarker extends Marker {
  private final double halfWidth;
  private final double halfHeight;
  private final BasicStroke stroke;

  private BarMarker(double halfWidth, double halfHeight, BasicStroke stroke) {
    this.halfWidth = halfWidth;
    this.halfHeight = halfHeight;
    this.stroke = stroke;
  }

  static BarMarker level(double width) {
    return new BarMarker(width / 2, 0, new BasicStroke(2.6f));
  }

  static BarMarker upright(double height) {
    return new BarMarker(0, height / 2, new BasicStroke(2.4f));
  }

  @Override
  public void paint(Graphics2D graphics, double x, double y, int markerSize) {
    graphics.setStroke(stroke);
    graphics.draw(new Line2D.Double(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight));
  }
}
