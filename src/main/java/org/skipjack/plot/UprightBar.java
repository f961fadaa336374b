package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.style.markers.Marker;

/** An upright stroke: the end of an interval, or the mean of a row of dots. */
final class UprightBar extends Marker {
  private static final BasicStroke STROKE = new BasicStroke(2.4f);

  private final double height;

  UprightBar(double height) {
    this.height = height;
  }

  @Override
  public void paint(Graphics2D graphics, double x, double y, int markerSize) {
    graphics.setStroke(STROKE);
    graphics.draw(new Line2D.Double(x, y - height / 2, x, y + height / 2));
  }
}
