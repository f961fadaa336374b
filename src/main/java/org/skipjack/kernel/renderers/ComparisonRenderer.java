package org.skipjack.kernel.renderers;

import java.util.List;
import java.util.Locale;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.ErrorChart;

/** A comparison as its table, its chart, and what may be concluded. */
public final class ComparisonRenderer implements Renderer<ComparisonResult> {
  @Override
  public Class<ComparisonResult> type() {
    return ComparisonResult.class;
  }

  @Override
  public Rendering render(ComparisonResult result) {
    Table table = Table.of("net", "parameters", "seeds", "training error", "test error");
    for (ArmResult arm : result.arms()) {
      table =
          table.with(
              arm.name(),
              String.format(Locale.ROOT, "%,d", arm.parameters()),
              arm.histories().size(),
              arm.sample(Metric.TRAINING_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"),
              arm.sample(Metric.TEST_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"));
    }
    String claims = Table.lines(result.claims().stream().map(String::valueOf).toList());
    return Rendering.text(result.toString())
        .html(table.html() + chart(result) + Table.lines(result.conclusions()) + claims);
  }

  private static String chart(ComparisonResult result) {
    if (result.arms().stream().allMatch(arm -> arm.histories().isEmpty())) {
      return "";
    }
    ErrorChart chart = ErrorChart.of(result);
    String words = "Errors by epoch: " + String.join(", ", chart.names());
    return ChartPicture.html(chart.chart(), words) + Table.lines(List.of(words));
  }
}
