package org.skipjack.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.width;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.graph.ShapeException;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingTimeEstimate;

/** Nothing here asserts how long anything takes: only how a forecast is made of what was timed. */
class BudgetTest {
  private static final DataSplit DATA = Shapes.split(16, 100, 30, Seed.of(1));
  private static final Net SMALL = net().conv(4).relu().globalAvgPool().dense(10);

  /** 100 images of 20 a batch, 30 test images; ten epochs. */
  private static Training training(Net net) {
    return Training.of(net).on(DATA).threads(1).batchSize(20).epochs(10);
  }

  /** A forecast from times that are given: 2 s to begin, 1, 2 and 4 s an update, ½ s a test. */
  private static Budget budget(Training training) {
    Budget real = Budget.of(training);
    TrainingTimeEstimate trainingTimeEstimate =
        new TrainingTimeEstimate(2, List.of(4.0, 1.0, 2.0), List.of(0.5));
    return new Budget(
        training,
        real.parameters(),
        real.macs(),
        real.depth(),
        real.memory(),
        1L << 30,
        trainingTimeEstimate);
  }

  @Test
  void the_time_is_that_of_all_updates_and_tests_at_the_median_of_the_probe() {
    Budget budget = budget(training(SMALL));

    // 10 epochs of 5 updates, and of 30 test images in batches of 20, after 2 seconds
    assertThat(budget.seconds()).isCloseTo(2 + 10 * (5 * 2 + 1.5 * 0.5), within(1e-9));
    assertThat(budget.fewestSeconds()).isCloseTo(2 + 10 * (5 * 1 + 1.5 * 0.5), within(1e-9));
    assertThat(budget.mostSeconds()).isCloseTo(2 + 10 * (5 * 4 + 1.5 * 0.5), within(1e-9));
  }

  @Test
  void iterations_are_counted_as_the_part_of_the_epochs_that_they_are() {
    Budget budget = budget(training(SMALL).iterations(12));

    // 12 updates lie in 3 epochs, and each of these is tested
    assertThat(budget.seconds()).isCloseTo(2 + 12 * 2 + 3 * 1.5 * 0.5, within(1e-9));
  }

  @Test
  void it_has_the_counts_of_the_summary_and_the_memory_of_its_batches() {
    Training training = training(Families.resnet(8));
    Budget budget = Budget.of(training);

    assertThat(budget.parameters()).isEqualTo(training.graph().parameterCount());
    assertThat(budget.macs()).isEqualTo(training.graph().macs());
    assertThat(budget.depth()).isEqualTo(8);
    assertThat(budget.memory()).isEqualTo(training.execution().memory(training.graph(), 20));
    assertThat(budget.probe().training()).hasSize(5).isSorted().allMatch(seconds -> seconds > 0);
    assertThat(budget.probe().evaluation()).hasSize(1);
    assertThat(budget.fewestSeconds()).isBetween(0.0, budget.seconds());
    assertThat(budget.mostSeconds()).isGreaterThanOrEqualTo(budget.seconds());
  }

  @Test
  void a_probe_leaves_a_training_as_it_was() {
    Training training = training(SMALL).epochs(1);
    Run before = training.run();
    assertThat(training.probe().training()).hasSize(5);
    assertThat(training.run().history().last().training())
        .isEqualTo(before.history().last().training());
  }

  @Test
  void a_set_smaller_than_a_batch_is_a_batch() {
    Budget budget = budget(training(SMALL).batchSize(1000));

    assertThat(budget.seconds()).isCloseTo(2 + 10 * (1 * 2 + 1 * 0.5), within(1e-9));
  }

  @Test
  void its_text_has_every_fact_on_a_line_of_its_own() {
    String text = budget(training(Families.resnet(8, width(4)))).toString();

    assertThat(text.lines().toList())
        .anyMatch(
            line ->
                line.matches(
                    "training +10 epochs on shapes16, 100 images in batches of 20, \\w+ on 1 threads? in fp32"))
        .anyMatch(line -> line.matches("parameters +[0-9,]+"))
        .anyMatch(line -> line.matches("MACs +[0-9,]+ an image; 8 layers with weights"))
        .anyMatch(line -> line.matches("memory +[0-9,]+ MiB, and 1,024 MiB are here .*"))
        .anyMatch(
            line -> line.startsWith("time") && line.contains("1:50 min; 1:00 min to 3:30 min"))
        .anyMatch(line -> line.startsWith("comparison") && line.contains("3:39 min beside"));
  }

  @Test
  void memory_that_is_not_there_is_said() {
    Budget budget = budget(training(SMALL));
    Budget poor = new Budget(budget.training(), 1, 1, 2, budget.memory(), 1 << 20, budget.probe());

    assertThat(poor.facts()).extractingByKey("memory").asString().contains("too much");
    assertThat(budget.facts()).extractingByKey("memory").asString().doesNotContain("too much");
  }

  @Test
  void a_deep_residual_net_has_its_smaller_experiments_with_their_share_of_the_time() {
    Budget budget = budget(training(Families.resnet(62, width(1))).epochs(20));
    List<SmallerExperiment> smaller = budget.smaller();

    assertThat(smaller).hasSize(3);
    // Two nets of equal work, half of the epochs
    assertThat(smaller.get(0).seconds().orElseThrow()).isCloseTo(budget.seconds(), within(1e-9));
    assertThat(smaller.get(0).code()).isEqualTo("compare(net, net.plain()).on(data).epochs(10)");
    assertThat(smaller.get(0).finding()).contains("CIFAR-10", "65.1 %");
    assertThat(smaller.get(1).title()).isEqualTo("less depth, 20 and 56 layers");
    assertThat(smaller.get(1).finding()).contains("9.78 ± 0.13 to 12.95 ± 0.22 %");
    assertThat(smaller.get(2).code()).isEqualTo("./skipjack demo");
  }

  @Test
  void four_nets_of_20_and_56_layers_take_their_share_of_the_work_of_110() {
    Training training = training(Families.resnet(110));
    // TARGETS: 40.6 and 125.5 million multiply-accumulates, twice each, of 252.9 million
    assertThat(SmallerExperiment.than(training, 110, 1000).get(0).seconds().orElseThrow())
        .isCloseTo(1000 * 2 * (40.551040 + 125.485696) / 252.887680, within(1.0));
  }

  @Test
  void a_net_without_shortcuts_is_held_against_a_shallower_one() {
    Budget budget = budget(training(Families.plain(32, width(1))).epochs(20));

    assertThat(budget.facts()).doesNotContainKey("comparison");
    assertThat(budget.smaller().get(0).code())
        .isEqualTo("compare(net, plain(20)).on(data).epochs(10)");
  }

  @Test
  void a_small_net_for_few_epochs_has_the_demo_alone() {
    assertThat(budget(training(SMALL)).smaller()).hasSize(1);
  }

  @Test
  void a_net_that_does_not_fit_the_data_is_refused_before_anything_is_timed() {
    Training training = training(net().conv(4).globalAvgPool().dense(3));
    assertThatThrownBy(() -> Budget.of(training))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("has 10 classes");
  }

  @Test
  void an_interrupt_ends_it() {
    Training training = training(SMALL);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Budget.of(training))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the probe was stopped before its end.");
    assertThat(Thread.interrupted()).isTrue();
  }
}
