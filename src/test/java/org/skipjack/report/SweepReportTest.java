package org.skipjack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.Skipjack;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Small;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.experiment.sweep.Papers;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.net.Families;
import org.skipjack.net.Option;
import org.skipjack.plot.DegradationChart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.PublishedError;

class SweepReportTest {
  @TempDir private Path folder;

  private ComparisonResult run(Sweep sweep) {
    return sweep
        .each(sweepPoint -> sweepPoint.with(Option.width(2)))
        .seeds(2)
        .on(Small.data())
        .recipe(Small.RECIPE.withEpochs(1))
        .in(folder)
        .run();
  }

  @Test
  void a_papers_table_is_laid_out_as_there_with_its_errors_beside_ours() {
    ComparisonResult result =
        run(
            Papers.he2016Table2(8, 14)
                .finish(
                    variant ->
                        variant.published(
                            List.of(
                                variant.name().equals("original depth 8")
                                    ? PublishedResult.fail("paper")
                                    : PublishedResult.of("paper", "6.61")))));
    String page = Report.of(result).html();

    assertThat(page)
        .contains(
            "<tr><th>case</th><th>depth 8, ours</th><th>depth 8, paper</th>"
                + "<th>depth 14, ours</th><th>depth 14, paper</th></tr>")
        .containsPattern(
            "<tr><td>original</td><td>[0-9.]+\u00a0±\u00a0[^<]+</td><td>fail</td>"
                + "<td>[^<]+</td><td>6.61\u00a0%</td></tr>")
        .contains("<tr><td>full pre-activation</td>")
        .contains("Published errors are of the papers' nets on CIFAR-10");
    assertThat(ReportCharts.of(result).stream().map(ReportFigure::name))
        .startsWith("depth", "errors");
  }

  @Test
  void what_a_chart_has_no_room_for_is_said() {
    ComparisonResult result =
        Sweep.of(Axis.width(1, 2, 3), Axis.batchSize(30, 40, 50))
            .each(sweepPoint -> sweepPoint.withDepth(8))
            .seeds(1)
            .on(Small.data())
            .recipe(Small.RECIPE.withEpochs(1))
            .in(folder)
            .run();

    assertThat(ErrorChart.of(result).series()).hasSize(8);
    assertThat(Report.of(result).html())
        .contains("from the lowest to the highest. The first 8 of 9 nets.")
        .contains("24 of 24 differences are not told from none")
        .doesNotContain("The first 40 of");
  }

  @Test
  void what_differs_in_depth_is_drawn_by_depth_with_what_is_published() {
    ComparisonResult result =
        run(
            Sweep.of(Axis.plainAndResidual(), Axis.depth(8, 14))
                .finish(variant -> variant.published(List.of(PublishedResult.of("paper", "9.5")))));

    DegradationChart chart = ByDepth.of(result).orElseThrow();

    assertThat(chart.points().stream().map(point -> point.family() + point.depth()).distinct())
        .containsExactly("plain8", "plain14", "residual8", "residual14");
    assertThat(chart.points()).hasSize(8);
    assertThat(chart.references()).contains(new PublishedError("paper", "residual", 14, 0.095));
  }

  @Test
  void nets_outside_a_sweep_are_counted_as_the_paper_counts_them() {
    ComparisonResult result =
        Comparison.of(
                Families.plain(8, Option.width(2)),
                Families.resnet(14, Option.width(2), Option.projection()))
            .on(Small.data())
            .recipe(Small.RECIPE.withEpochs(1))
            .seeds(1)
            .in(folder)
            .run();

    assertThat(ByDepth.of(result).orElseThrow().points().stream().map(p -> p.family() + p.depth()))
        .containsExactly("plain8", "residual14");
    ComparisonResult alike = Small.comparison(folder).seeds(1).run();
    assertThat(Report.byDepth(alike)).isEmpty();
    assertThatThrownBy(() -> Skipjack.depthChart(alike))
        .hasMessageContaining("has no nets of different depths to draw", "Fix: sweep(");
  }
}
