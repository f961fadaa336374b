package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.report.Report;

class DemoTest {
  private static final DataSplit DATA = Shapes.split(16, 40, 20, Seed.of(0));

  @TempDir private Path folder;

  @Test
  void it_holds_depths_and_shortcuts_against_each_other() {
    ExperimentPlan experimentPlan = Demo.on(DATA).plan();

    assertThat(experimentPlan.arms().stream().map(Arm::name))
        .containsExactly(
            "plain depth 8", "plain depth 32", "residual depth 8", "residual depth 32");
    assertThat(
            experimentPlan.pairs().of(experimentPlan.arms()).stream()
                .map(pair -> pair.first() + " – " + pair.second()))
        .containsExactlyInAnyOrder(
            "plain depth 8 – plain depth 32",
            "residual depth 8 – residual depth 32",
            "plain depth 8 – residual depth 8",
            "plain depth 32 – residual depth 32");
    assertThat(experimentPlan.claims()).hasSize(3);
  }

  @Test
  void a_shortcut_adds_no_parameters() {
    ExperimentPlan experimentPlan = Demo.on(DATA).plan();

    for (int depth : new int[] {Demo.SHALLOW, Demo.DEEP}) {
      assertThat(experimentPlan.graph(experimentPlan.arm("plain depth " + depth)).parameterCount())
          .isEqualTo(
              experimentPlan.graph(experimentPlan.arm("residual depth " + depth)).parameterCount());
    }
  }

  @Test
  void its_report_tells_what_the_degradation_is_and_what_became_of_the_claims() {
    ComparisonResult result = Demo.on(DATA).epochs(1).seeds(2).in(folder).run();

    assertThat(Report.of(result).html())
        .contains(
            "<h1>What does depth do to a plain net",
            "degradation problem",
            "<h2>Claims</h2>",
            "The degradation: the deeper plain net has the higher training error",
            "<h2>Figures</h2>",
            "What to look for");
  }
}
