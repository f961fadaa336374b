package org.skipjack.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.Correction;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.GradientNorm;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.GradientChart;
import org.skipjack.plot.LearningRateChart;
import org.skipjack.plot.PairedChart;
import org.skipjack.plot.Theme;
import org.skipjack.train.recipe.Recipe;

/** The pictures of a comparison. */
final class ReportCharts {
  private static final int MOST_ARMS = 8;
  private static final int MOST_ROWS = 40;

  private ReportCharts() {}

  static List<ReportFigure> of(ComparisonResult result) {
    List<ReportFigure> figures = new ArrayList<>();
    addDepths(result, figures);
    addErrors(result, figures);
    addPairs(result, figures);
    addRates(result, figures);
    addGradients(result, figures);
    return figures;
  }

  private static void addDepths(ComparisonResult result, List<ReportFigure> figures) {
    ByDepth.of(result)
        .ifPresent(
            chart ->
                figures.add(
                    new ReportFigure(
                        "depth",
                        "Error after the last epoch by depth: a dot a seed, hollow for training, a"
                            + " bar at the mean."
                            + (chart.references().isEmpty()
                                ? ""
                                : " Outlines are published test errors on CIFAR-10."),
                        chart.chart(),
                        chart.theme(Theme.DARK).chart())));
  }

  private static void addErrors(ComparisonResult result, List<ReportFigure> figures) {
    if (result.arms().stream().anyMatch(arm -> !arm.histories().isEmpty())) {
      ErrorChart chart = ErrorChart.of(result);
      figures.add(
          new ReportFigure(
              "errors",
              "Training error (dashed) and test error (solid) by epoch: the mean of the seeds, and a"
                  + " band from the lowest to the highest."
                  + first(result.arms().size(), MOST_ARMS, "nets"),
              chart.chart(),
              chart.theme(Theme.DARK).chart()));
    }
  }

  /** What a caption says where a chart has room for some alone. */
  private static String first(int all, int most, String what) {
    return all <= most
        ? ""
        : String.format(Locale.ROOT, " The first %d of %d %s.", most, all, what);
  }

  private static double level(ComparisonResult result) {
    return result.pairs().stream()
        .flatMap(pair -> pair.difference().stream())
        .findFirst()
        .map(found -> found.test().interval().level())
        .orElse(Double.NaN);
  }

  /** What the level of an interval covers. */
  private static String correction(ComparisonResult result) {
    Correction correction = result.pairs().get(0).correction();
    if (correction.looks() > 1) {
      return ", corrected " + correction.words("comparisons");
    }
    return correction.isAny() ? ", of each alone, not corrected" : "";
  }

  private static void addPairs(ComparisonResult result, List<ReportFigure> figures) {
    List<PairedChart.Row> rows =
        result.pairs().stream().flatMap(pair -> row(pair).stream()).toList();
    if (!rows.isEmpty()) {
      PairedChart chart = PairedChart.of(rows.subList(0, Math.min(MOST_ROWS, rows.size())));
      figures.add(
          new ReportFigure(
              "differences",
              "Paired differences after the last epoch: a dot a seed, a bar at their mean, and the "
                  + FigureFormat.level(level(result))
                  + " interval of the mean by t"
                  + correction(result)
                  + ". Where the line holds zero, chance may be all there"
                  + " is."
                  + first(rows.size(), MOST_ROWS, "differences"),
              chart.chart(),
              chart.theme(Theme.DARK).chart()));
    }
  }

  private static void addGradients(ComparisonResult result, List<ReportFigure> figures) {
    List<GradientChart.Series> series = new ArrayList<>();
    for (ArmResult arm : result.arms().stream().limit(MOST_ARMS).toList()) {
      arm.runs().values().stream()
          .filter(run -> !run.gradients().isEmpty())
          .forEach(run -> series.add(series(arm.name(), run)));
    }
    if (!series.isEmpty()) {
      GradientChart chart = GradientChart.of(series);
      figures.add(
          new ReportFigure(
              "gradients",
              "Norm of the gradient of all parameters by iteration: the geometric mean of the seeds, and a band"
                  + " from the lowest to the highest. The scale is logarithmic."
                  + first(result.arms().size(), MOST_ARMS, "nets"),
              chart.chart(),
              chart.theme(Theme.DARK).chart()));
    }
  }

  private static GradientChart.Series series(String name, RunResult run) {
    return new GradientChart.Series(
        name,
        run.gradients().stream().map(GradientNorm::iteration).toList(),
        run.gradients().stream().map(GradientNorm::norm).toList());
  }

  private static List<PairedChart.Row> row(PairResult pair) {
    return pair.difference().stream()
        .map(
            found ->
                new PairedChart.Row(
                    pair.pair().first() + " − " + pair.pair().second(),
                    pair.metric() == Metric.TRAINING_ERROR,
                    found.differences().values(),
                    found.differences().mean(),
                    found.test().interval().low(),
                    found.test().interval().high()))
        .toList();
  }

  /** One line for each recipe, under the name of the first arm that has it. */
  private static void addRates(ComparisonResult result, List<ReportFigure> figures) {
    Map<Recipe, String> names = new LinkedHashMap<>();
    result.plan().arms().forEach(arm -> names.putIfAbsent(arm.recipe(), arm.name()));
    int images = result.plan().data().training().images();
    List<LearningRateChart.Series> series =
        names.entrySet().stream()
            .limit(MOST_ARMS)
            .map(
                entry ->
                    new LearningRateChart.Series(
                        names.size() == 1 ? "all nets" : entry.getValue(), entry.getKey(), images))
            .toList();
    LearningRateChart chart = LearningRateChart.of(series);
    figures.add(
        new ReportFigure(
            "learning-rate",
            "Learning rate by iteration.",
            chart.chart(),
            chart.theme(Theme.DARK).chart()));
  }
}
