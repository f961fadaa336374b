package org.skipjack.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.skipjack.net.Families.resnet;
import static org.skipjack.net.Option.width;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Precision;
import org.skipjack.train.history.History;
import org.skipjack.train.recipe.Schedule;

/** The same training on each engine: rounding grows with the updates, the curves stay together. */
class EnginesAgreeTest {

  private static List<History.Epoch> train(Execution execution) {
    return Training.of(resnet(8, width(8)))
        .on(Shapes.split(16, 320, 100, Seed.of(7)))
        .epochs(3)
        .batchSize(32)
        .schedule(Schedule.cosine(0.02))
        .execution(execution.threads(1))
        .run()
        .history()
        .epochs();
  }

  private static void assertTogether(
      List<History.Epoch> one, List<History.Epoch> other, double share) {
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i).trainingLoss())
          .as("training loss of epoch %d", i + 1)
          .isCloseTo(other.get(i).trainingLoss(), within(share * other.get(i).trainingLoss()));
    }
  }

  @Test
  void in_float32_all_engines_learn_the_same() {
    List<Engine> engines =
        Engines.all().stream().filter(engine -> engine.unavailableReason().isEmpty()).toList();
    List<History.Epoch> first = train(Execution.on(engines.get(0)));

    for (Engine engine : engines.subList(1, engines.size())) {
      // Measured: 0.00002 after 30 updates.
      assertTogether(first, train(Execution.on(engine)), 0.001);
    }
  }

  @Test
  void in_bfloat16_a_net_learns_as_in_float32() {
    Execution float32 = Execution.best();
    assumeTrue(float32.engine().unavailableReason(Precision.BF16).isEmpty(), "no bfloat16 here");

    // Measured: 0.001 after 30 updates.
    assertTogether(train(float32), train(float32.precision(Precision.BF16)), 0.01);
  }
}
