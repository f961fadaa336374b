package org.skipjack.plot;

import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.skipjack.train.History;

/** A share of each epoch over some seeds, in per cent: its mean, lowest and highest. */
final class Band {
  private static final int OPACITY = 45;

  private final double[] epochs;
  private final double[] means;
  private final double[] lows;
  private final double[] highs;

  private Band(int size) {
    epochs = new double[size];
    means = new double[size];
    lows = new double[size];
    highs = new double[size];
  }

  /** Over the epochs that all seeds have. */
  static Band of(List<History> seeds, ToDoubleFunction<History.Epoch> share) {
    int size = seeds.stream().mapToInt(seed -> seed.epochs().size()).min().orElseThrow();
    Band band = new Band(size);
    for (int i = 0; i < size; i++) {
      int place = i;
      double[] values =
          seeds.stream()
              .mapToDouble(seed -> 100 * share.applyAsDouble(seed.epochs().get(place)))
              .sorted()
              .toArray();
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      band.epochs[i] = seeds.get(0).epochs().get(i).epoch();
      band.means[i] = sum / values.length;
      band.lows[i] = values[0];
      band.highs[i] = values[values.length - 1];
    }
    return band;
  }

  double[] epochs() {
    return epochs;
  }

  double[] means() {
    return means;
  }

  /** A filled outline: along the lowest values and back along the highest. */
  void draw(XYChart chart, String id, Color colour) {
    int size = epochs.length;
    if (size < 2) {
      return;
    }
    double[] x = new double[2 * size];
    double[] y = new double[2 * size];
    for (int i = 0; i < size; i++) {
      x[i] = epochs[i];
      y[i] = lows[i];
      x[2 * size - 1 - i] = epochs[i];
      y[2 * size - 1 - i] = highs[i];
    }
    XYSeries area = chart.addSeries(id, x, y);
    area.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    area.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
    area.setMarker(SeriesMarkers.NONE);
    area.setLineStyle(Look.invisible());
    area.setShowInLegend(false);
  }
}
