package org.skipjack.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A round marker of its own size, filled, or hollow with paper inside. */
final class RoundMarker extends Marker {
  private static final BasicStroke RIM = new BasicStroke(1.6f);

  private final double diameter;
  private final boolean hollow;
  private final Color paper;

  private RoundMarker(double diameter, boolean hollow, Color paper) {
    this.diameter = diameter;
    this.hollow = hollow;
    this.paper = paper;
  }

  /** Filled for a test error. */
  static RoundMarker test(double diameter) {
    return new RoundMarker(diameter, false, Color.BLACK);
  }

  /** Hollow for a training error. */
  static RoundMarker training(double diameter, Color paper) {
    return new RoundMarker(diameter, true, paper);
  }

  boolean hollow() {
    return hollow;
  }

  /** XChart has one marker size for a whole chart; ours come in two, so it is not used. */
  @Override
  public void paint(Graphics2D graphics, double x, double y, int markerSize) {
    double radius = diameter / 2;
    Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, diameter, diameter);
    Color color = graphics.getColor();
    graphics.setStroke(RIM);
    graphics.setColor(hollow ? paper : color);
    graphics.fill(disc);
    graphics.setColor(color);
    graphics.draw(disc);
  }
}
