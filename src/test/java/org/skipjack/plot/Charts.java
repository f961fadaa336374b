package org.skipjack.plot;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.skipjack.train.history.History;

/** Histories to draw, and XChart's view of what was drawn. */
final class Charts {
  private Charts() {}

  /** A history whose training error falls from 0.8 to {@code end}, with the test error above it. */
  static History history(int epochs, double end) {
    List<History.Epoch> list = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double error = end + (0.8 - end) / epoch;
      list.add(new History.Epoch(epoch, 0.1, 1, error, 1, Math.min(1, error + 0.05), 1));
    }
    return new History(list);
  }

  static XYChart xy(Chart chart) {
    return (XYChart) chart.xchart();
  }

  static List<XYSeries> legend(Chart chart) {
    return xy(chart).getSeriesCollection().stream().filter(XYSeries::isShowInLegend).toList();
  }

  static List<String> labels(Chart chart) {
    return legend(chart).stream().map(XYSeries::getLabel).toList();
  }

  static XYSeries series(Chart chart, String id) {
    return xy(chart).getSeries(id);
  }

  static boolean dashed(XYSeries series) {
    return series.getLineStyle().getDashArray() != null;
  }
}
