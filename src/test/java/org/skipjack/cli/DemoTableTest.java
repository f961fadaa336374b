package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.Shapes;
import org.skipjack.engine.Engines;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.train.History;
import org.skipjack.train.Run;
import org.skipjack.train.Training;

class DemoTableTest {
  private static final DataSplit DATA = Shapes.split(16, 20, 20, Seed.of(0));

  private static Demo.Result result(String family, int depth, long seed, double trainingError) {
    Demo.Entry entry = new Demo.Entry(family, depth, seed);
    Training training = Training.of(entry.net()).on(DATA);
    History history = History.empty().with(new History.Epoch(1, 0.1, 1, trainingError, 1, 0.5, 2));
    Training empty = training.epochs(1);
    Run run = new Run(empty, history, model(empty), Run.End.COMPLETE);
    return new Demo.Result(entry, run);
  }

  private static org.skipjack.train.TrainedNet model(Training training) {
    Graph graph = Graph.of(training.net(), Shape.image(3, 16, 16));
    return new org.skipjack.train.TrainedNet(
        training.net(),
        graph,
        org.skipjack.engine.Parameters.zeros(graph),
        org.skipjack.data.PixelMean.zero(3, 16, 16),
        Shapes.classNames(),
        training.execution());
  }

  @Test
  void it_counts_the_seeds_in_which_each_claim_held() {
    DemoTable table =
        DemoTable.of(
            List.of(
                result("plain", 8, 1, 0.30),
                result("plain", 32, 1, 0.60),
                result("residual", 8, 1, 0.30),
                result("residual", 32, 1, 0.20),
                result("plain", 8, 2, 0.30),
                result("plain", 32, 2, 0.25),
                result("residual", 8, 2, 0.30),
                result("residual", 32, 2, 0.40)));

    assertThat(table.findings())
        .containsExactly(
            "In 1 of 2 seeds the plain net of 32 layers ended with a higher training error than the"
                + " one of 8: the degradation.",
            "In 1 of 2 seeds the residual net of 32 layers did not.");
    assertThat(table.toString())
        .contains("plain         8      19,218          30.0 %      50.0 %       2 s")
        .contains("residual     32     116,882          30.0 %");
  }

  @Test
  void the_nets_of_one_depth_have_the_same_parameters() {
    Demo demo = new Demo(Path.of("unused"), 1, Engines.best());

    assertThat(demo.entries()).hasSize(4);
    assertThat(new Demo.Entry("plain", 32, 1).parameters())
        .isEqualTo(new Demo.Entry("residual", 32, 1).parameters());
  }
}
