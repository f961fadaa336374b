package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.experiment.store.RunTable;
import org.skipjack.train.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack runs [WORD]...}: the runs so far, and the best of them. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "List the runs of train and compare, a line each: status, epochs, and the errors",
      "of the last epoch."
    },
    footer = {
      "",
      "Examples:",
      "  skipjack runs",
      "  skipjack runs resnet20 cifar10 --by test",
      "  skipjack runs --in DIR complete"
    })
final class RunsCommand implements Callable<Integer> {
  /** What a leaderboard goes by. */
  enum By {
    TRAINING(Metric.TRAINING_ERROR),
    TEST(Metric.TEST_ERROR);

    private final Metric metric;

    By(Metric metric) {
      this.metric = metric;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "only those with all of these in their name, data, status, net or recipe")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "the folder that they are in, or below (default: runs)")
  private Path folder = Run.RUNS;

  @Option(
      names = "--by",
      paramLabel = "E",
      description = "the leaderboard: those with a result, the lowest training or test error first")
  private @Nullable By by;

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "there is no folder %s.%nFix: name one, --in DIR, or make a run first: skipjack train resnet8 --data shapes"
              .formatted(folder));
    }
    RunTable all = RunStore.in(folder).table();
    RunTable found = all.find(words.toArray(String[]::new));
    RunTable shown = by == null ? found : found.by(by.metric);
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.print(shown);
    printer.flush();
    if (shown.runs().isEmpty()) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.printf(
          Locale.ROOT, "none of the %d runs in %s is of that kind%n", all.runs().size(), folder);
      err.flush();
      return 1;
    }
    return 0;
  }
}
