package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.style.markers.Marker;

/** A level stroke at the mean of the dots around it. */
final class MeanBar extends Marker {
  private static final double HALF_WIDTH = 11;
  private static final BasicStroke STROKE = new BasicStroke(2.6f);

  @Override
  public void paint(Graphics2D graphics, double x, double y, int markerSize) {
    graphics.setStroke(STROKE);
    graphics.draw(new Line2D.Double(x - HALF_WIDTH, y, x + HALF_WIDTH, y));
  }
}
