package org.skipjack.experiment.store;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Trial;

/**
 * A table of runs, one line per run.
 *
 * @param runs in the order of the lines
 */
public record RunTable(List<StoredRun> runs) {
  private static final int LONGEST_NAME = 40;

  /** Copies the list. */
  public RunTable {
    runs = List.copyOf(runs);
  }

  /** Those that a condition holds for. */
  public RunTable where(Predicate<StoredRun> condition) {
    return new RunTable(runs.stream().filter(condition).toList());
  }

  /**
   * Those that have all of some words in their name, data, status, net or recipe, such as {@code
   * "resnet20"}, {@code "cifar10"} or {@code "seed 3"}.
   */
  public RunTable find(String... words) {
    return where(
        run -> List.of(words).stream().allMatch(word -> description(run).contains(lower(word))));
  }

  private static String description(StoredRun run) {
    Trial trial = run.trial();
    return lower(
        String.join(
            "\n",
            trial.title() + "\n",
            trial.data().name(),
            run.result().status().toString(),
            trial.net().toString(),
            trial.recipe().toString(),
            trial.computation().toString()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The leaderboard: those with a result, the lowest error of their last epoch first. */
  public RunTable by(Metric metric) {
    return new RunTable(
        runs.stream()
            .filter(run -> run.result().hasResult())
            .sorted(Comparator.comparingDouble(run -> metric.of(run.result().history())))
            .toList());
  }

  @Override
  public String toString() {
    int longest = runs.stream().mapToInt(run -> shortened(run).length()).max().orElse(0);
    String form =
        String.format(
            Locale.ROOT,
            "%%-%ds  %%-10s %%6s  %%-9s %%6s  %%14s  %%10s  %%s%%n",
            Math.max(4, longest));
    return form.formatted(
            "name", "data", "seed", "status", "epochs", "training error", "test error", "folder")
        + runs.stream().map(run -> line(form, run)).collect(Collectors.joining());
  }

  /** The name, of a long one its beginning and its end. */
  private static String shortened(StoredRun run) {
    String name = run.trial().name();
    int kept = LONGEST_NAME / 2;
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, kept - 1) + "…" + name.substring(name.length() - kept);
  }

  private static String line(String form, StoredRun run) {
    boolean any = run.fault().isEmpty() && !run.result().history().epochs().isEmpty();
    return String.format(
        Locale.ROOT,
        form,
        shortened(run),
        run.trial().data().name(),
        run.trial().seed(),
        run.result().status(),
        run.result().history().epochs().size(),
        any ? percent(Metric.TRAINING_ERROR.of(run.result().history())) : "–",
        any ? percent(Metric.TEST_ERROR.of(run.result().history())) : "–",
        run.folder());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
