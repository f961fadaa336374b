package org.skipjack.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.width;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.runner.Capacity;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.LocalRunner;
import org.skipjack.experiment.runner.Runner;
import org.skipjack.experiment.store.GradientNorm;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.graph.ShapeException;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.history.History;
import org.skipjack.train.recipe.Schedule;

class ComparisonTest {
  @TempDir private Path folder;

  /** Counts what is run and what is found. */
  private static final class Counting implements ExperimentListener {
    private final List<Trial> run = Collections.synchronizedList(new ArrayList<>());
    private final List<Trial> reused = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void ended(Trial trial, StoredRun stored) {
      run.add(trial);
    }

    @Override
    public void reused(Trial trial, StoredRun stored) {
      reused.add(trial);
    }
  }

  @Test
  void every_arm_runs_from_every_seed_as_it_would_alone() {
    ComparisonResult result = Small.comparison(folder).run();

    assertThat(result.complete()).isTrue();
    for (ArmResult arm : result.arms()) {
      assertThat(arm.runs().keySet()).containsExactly(1L, 2L, 3L);
    }
    History alone =
        Training.of(Small.PLAIN)
            .on(Small.data())
            .recipe(Small.RECIPE)
            .seed(2)
            .threads(1)
            .run()
            .history();
    History second = result.arm("plain").histories().get(1);
    assertThat(second.epochs().stream().map(History.Epoch::training).toList())
        .isEqualTo(alone.epochs().stream().map(History.Epoch::training).toList());
  }

  @Test
  void how_many_run_at_a_time_changes_no_bit() {
    ExperimentPlan experimentPlan = Small.comparison(folder).plan();
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");

    for (int atATime : List.of(1, 3)) {
      Runner runner =
          new LocalRunner(DataProvider.of(Small.data()), new Capacity(atATime, 1L << 40));
      runner.run(
          experimentPlan.trials(3),
          RunStore.in(atATime == 1 ? one : three),
          ExperimentListener.SILENT);
    }

    assertThat(RunStore.in(three).all().stream().map(run -> run.result().history()).toList())
        .hasSize(6)
        .isEqualTo(RunStore.in(one).all().stream().map(run -> run.result().history()).toList());
  }

  @Test
  void what_is_finished_is_not_run_again() {
    Counting first = new Counting();
    Counting second = new Counting();

    ComparisonResult before = Small.comparison(folder).seeds(2).watch(first).run();
    ComparisonResult after = Small.comparison(folder).seeds(3).watch(second).run();

    assertThat(first.run).hasSize(4);
    assertThat(second.reused).hasSize(4);
    assertThat(second.run).hasSize(2);
    assertThat(after.arm("plain").runs().get(1L)).isEqualTo(before.arm("plain").runs().get(1L));
  }

  @Test
  void a_trial_is_the_same_under_another_name() {
    Counting second = new Counting();
    var unused = Small.comparison(folder).run();

    Comparison renamed =
        Comparison.of(Variant.of("a", Small.PLAIN), Variant.of("b", Small.RESIDUAL))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .seeds(3)
            .in(folder)
            .watch(second);

    assertThat(renamed.run().complete()).isTrue();
    assertThat(second.run).isEmpty();
  }

  @Test
  void another_recipe_is_another_trial() {
    Counting second = new Counting();
    var unused = Small.comparison(folder).run();

    ComparisonResult longer = Small.comparison(folder).epochs(3).watch(second).run();

    assertThat(second.run).hasSize(6);
    assertThat(longer.arm("plain").histories().get(0).epochs()).hasSize(3);
  }

  @Test
  void a_variant_can_have_a_recipe_of_its_own() {
    ExperimentPlan experimentPlan =
        Comparison.of(
                Variant.of("as it is", Small.PLAIN),
                Variant.of("small batches", Small.PLAIN).recipe(r -> r.withBatchSize(10)))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .plan();

    assertThat(experimentPlan.arm("as it is").recipe()).isEqualTo(Small.RECIPE);
    assertThat(experimentPlan.arm("small batches").recipe())
        .isEqualTo(Small.RECIPE.withBatchSize(10));
  }

  @Test
  void seeds_that_are_added_after_a_look_are_told_of() {
    ComparisonResult first = Small.comparison(folder).seeds(2).run();
    ComparisonResult again = Small.comparison(folder).seeds(2).run();
    ComparisonResult more = Small.comparison(folder).seeds(3).run();

    assertThat(first.history().isBeforehand()).isTrue();
    assertThat(again.history()).isEqualTo(first.history());
    assertThat(more.history().seen()).containsExactly(1L, 2L);
    assertThat(String.join("\n", more.conclusions()))
        .contains("was not fixed beforehand: it was made when there were results of seeds 1, 2");
  }

  @Test
  void a_rule_adds_seeds_until_it_is_decided_or_the_budget_ends() {
    Counting watch = new Counting();

    ComparisonResult same =
        Comparison.of(
                Variant.of("one", Small.PLAIN),
                Variant.of("other", Small.PLAIN).recipe(r -> r.withBatchSize(21)))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .until(StoppingRule.of(2, 4))
            .in(folder)
            .watch(watch)
            .run();

    assertThat(same.seeds()).isEqualTo(4);
    assertThat(same.complete()).isTrue();
    assertThat(same.pair("one", "other", Metric.TEST_ERROR).verdict().decided()).isFalse();
    assertThat(watch.run).hasSize(8);
  }

  @Test
  void a_clear_difference_ends_the_rule_early() {
    ComparisonResult clear =
        Comparison.of(
                Variant.of("learns", Small.PLAIN),
                Variant.of("does not", Small.PLAIN)
                    .recipe(r -> r.withSchedule(Schedule.constant(1e-9))))
            .on(Small.data())
            .recipe(Small.RECIPE.withEpochs(6))
            .until(StoppingRule.of(3, 12).by(Metric.TRAINING_ERROR))
            .in(folder)
            .run();

    assertThat(clear.seeds()).isBetween(3, 11);
    assertThat(clear.complete()).isTrue();
    PairResult pair = clear.pair("learns", "does not", Metric.TRAINING_ERROR);
    assertThat(pair.verdict().decided()).isTrue();
    assertThat(pair.verdict().sentence())
        .startsWith("learns has the lower training error than does not: ")
        .contains("repeated 98.");
  }

  @Test
  void a_run_that_diverges_is_a_result_and_is_told_of() {
    Counting again = new Counting();
    Comparison comparison =
        Comparison.of(
                Variant.of("plain", Small.PLAIN),
                Variant.of("wild", Net.net().conv(4).relu().globalAvgPool().dense(10))
                    .recipe(r -> r.withSchedule(Schedule.constant(1e30))))
            .on(Small.data())
            .recipe(Small.RECIPE)
            .seeds(2)
            .in(folder);

    ComparisonResult result = comparison.run();

    assertThat(result.complete()).isTrue();
    assertThat(result.arm("wild").diverged()).containsExactly(1L, 2L);
    assertThat(result.toString().lines()).allMatch(line -> line.length() <= 96);
    assertThat(String.join("\n", result.conclusions()))
        .contains("No seed has finished runs of both plain and wild")
        .contains("wild diverged from seed 1, 2.");
    assertThat(comparison.watch(again).run().complete()).isTrue();
    assertThat(again.run).isEmpty();
  }

  @Test
  void an_interrupt_leaves_what_is_finished_and_the_same_call_goes_on() {
    ExperimentListener interrupting =
        new ExperimentListener() {
          @Override
          public void ended(Trial trial, StoredRun run) {
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("the user"))
                .forEach(Thread::interrupt);
          }
        };
    List<ComparisonResult> results = new ArrayList<>();
    Thread user =
        new Thread(
            () -> results.add(Small.comparison(folder).seeds(8).watch(interrupting).run()),
            "the user");
    user.start();
    try {
      user.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Counting rest = new Counting();

    ComparisonResult whole = Small.comparison(folder).seeds(8).watch(rest).run();

    assertThat(results.get(0).complete()).isFalse();
    assertThat(results.get(0).toString()).contains("Not finished: ");
    assertThat(rest.reused).isNotEmpty();
    assertThat(whole.complete()).isTrue();
    assertThat(whole.history().isBeforehand()).isTrue();
  }

  @Test
  void a_run_that_was_stopped_goes_on_where_it_was() {
    ExperimentListener stopping =
        new ExperimentListener() {
          @Override
          public void stepped(Trial trial, TrainingListener.Progress progress) {
            if (progress.step().iteration() == 7) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Map<String, Long> first = new ConcurrentHashMap<>();
    ExperimentListener noting =
        new ExperimentListener() {
          @Override
          public void stepped(Trial trial, TrainingListener.Progress progress) {
            first.putIfAbsent(trial.title(), progress.step().iteration());
          }
        };
    Path stopped = folder.resolve("stopped");

    ComparisonResult part = Small.comparison(stopped).seeds(1).watch(stopping).run();
    ComparisonResult whole = Small.comparison(stopped).seeds(1).watch(noting).run();

    assertThat(part.complete()).isFalse();
    assertThat(first).containsValue(8L);
    ComparisonResult alone = Small.comparison(folder.resolve("alone")).seeds(1).run();
    assertThat(whole.arms().stream().map(arm -> arm.histories()).toList())
        .isEqualTo(alone.arms().stream().map(arm -> arm.histories()).toList());
    assertThat(gradients(whole)).isEqualTo(gradients(alone));
    assertThat(gradients(whole).get(0).stream().map(GradientNorm::iteration))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(whole.complete()).isTrue();
  }

  private static List<List<GradientNorm>> gradients(ComparisonResult result) {
    return result.arms().stream()
        .flatMap(arm -> arm.runs().values().stream().map(RunResult::gradients))
        .toList();
  }

  @Test
  void a_checkpoint_that_cannot_be_used_is_as_good_as_none() throws IOException {
    ComparisonResult before = Small.comparison(folder).seeds(1).run();
    for (StoredRun run : RunStore.in(folder).all()) {
      Files.delete(run.folder().resolve("run.json"));
      for (File file : Objects.requireNonNull(run.folder().toFile().listFiles())) {
        if (file.getName().endsWith(".skipjack")) {
          Files.writeString(file.toPath(), "nothing");
        }
      }
    }

    assertThat(Small.comparison(folder).seeds(1).run().toString()).isEqualTo(before.toString());
  }

  @Test
  void a_net_that_does_not_fit_says_so_before_anything_runs() {
    Counting watch = new Counting();
    Comparison comparison =
        Comparison.of(Variant.of("fits", Small.PLAIN), Variant.of("not", Net.net().dense(7)))
            .on(Small.data())
            .in(folder)
            .watch(watch);

    assertThatThrownBy(comparison::run).isInstanceOf(ShapeException.class);
    assertThat(watch.run).isEmpty();
  }

  @Test
  void nets_are_called_what_the_papers_call_them() {
    ExperimentPlan experimentPlan =
        Comparison.of(Families.resnet(20), Families.plain(56), Small.RESIDUAL, Small.PLAIN)
            .on(Small.data())
            .plan();

    assertThat(experimentPlan.arms().stream().map(Arm::name))
        .containsExactly("resnet20", "plain56", "residual-3", "plain-4");
    assertThat(experimentPlan.question())
        .isEqualTo(
            "Which has the lower error on shapes16: resnet20, plain56, residual-3, plain-4?");
  }

  @Test
  void two_arms_of_one_name_are_refused() {
    assertThatThrownBy(
            () -> Comparison.of(Families.resnet(20), Families.resnet(20)).on(Small.data()).plan())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the arms are called [resnet20, resnet20]")
        .hasMessageContaining("Fix: ");
  }

  @Test
  void nets_of_families_have_names_that_tell_them_apart_and_the_classes_of_their_data() {
    Dataset three = Dataset.of(new float[6][1][9][7], List.of("a", "b", "c", "a", "b", "c"));
    ExperimentPlan experimentPlan =
        Comparison.of(
                Families.plain(8, width(2)),
                Families.plain(14, width(2)),
                Families.resnet(8, width(2), projection()),
                Families.preActResnet(8))
            .on(new DataSplit(three, three))
            .plan();

    assertThat(experimentPlan.arms())
        .extracting(Arm::name)
        .containsExactly(
            "plain8 width(2)", "plain14 width(2)", "resnet8 width(2), projection()", "preact8");
    assertThat(experimentPlan.arms())
        .extracting(arm -> arm.net().toString())
        .allMatch(net -> net.endsWith(".dense(3)"));
    experimentPlan.check();
  }
}
