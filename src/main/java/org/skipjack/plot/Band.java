package org.skipjack.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.skipjack.train.history.History;

/** A band over seeds: mean, lowest and highest value at each position. */
final class Band {
  private static final int OPACITY = 45;

  private final double[] places;
  private final double[] means;
  private final double[] lows;
  private final double[] highs;

  private Band(int size) {
    places = new double[size];
    means = new double[size];
    lows = new double[size];
    highs = new double[size];
  }

  /** A share in per cent, over the epochs that all seeds have. */
  static Band of(List<History> seeds, ToDoubleFunction<History.Epoch> share) {
    int size = seeds.stream().mapToInt(seed -> seed.epochs().size()).min().orElseThrow();
    Band band = new Band(size);
    for (int i = 0; i < size; i++) {
      int place = i;
      double[] values =
          seeds.stream()
              .mapToDouble(seed -> 100 * share.applyAsDouble(seed.epochs().get(place)))
              .toArray();
      band.set(i, seeds.get(0).epochs().get(i).epoch(), values);
      band.means[i] = sum(values) / values.length;
    }
    return band;
  }

  /** Positive values at the places that all seeds have; their mean is the geometric one. */
  static Band geometric(List<Long> places, List<List<Double>> seeds) {
    int size = seeds.stream().mapToInt(List::size).min().orElseThrow();
    Band band = new Band(size);
    for (int i = 0; i < size; i++) {
      int place = i;
      band.set(i, places.get(i), seeds.stream().mapToDouble(seed -> seed.get(place)).toArray());
      double[] logs = seeds.stream().mapToDouble(seed -> Math.log(seed.get(place))).toArray();
      band.means[i] = Math.exp(sum(logs) / logs.length);
    }
    return band;
  }

  private void set(int index, double place, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    places[index] = place;
    lows[index] = sorted[0];
    highs[index] = sorted[sorted.length - 1];
  }

  /** One after the other, so that the same values have the same sum everywhere. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  double[] places() {
    return places;
  }

  double[] means() {
    return means;
  }

  /** A filled outline: along the lowest values and back along the highest. */
  void draw(XYChart chart, String id, Color color) {
    int size = places.length;
    if (size < 2) {
      return;
    }
    double[] x = new double[2 * size];
    double[] y = new double[2 * size];
    for (int i = 0; i < size; i++) {
      x[i] = places[i];
      y[i] = lows[i];
      x[2 * size - 1 - i] = places[i];
      y[2 * size - 1 - i] = highs[i];
    }
    XYSeries area = chart.addSeries(id, x, y);
    area.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    area.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
    area.setMarker(SeriesMarkers.NONE);
    area.setLineStyle(ChartStyle.invisible());
    area.setShowInLegend(false);
  }
}
