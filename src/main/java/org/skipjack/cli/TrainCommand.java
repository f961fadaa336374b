package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.Authenticity;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Budget;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.Printable;
import org.skipjack.net.Net;
import org.skipjack.plot.ConfusionChart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.Theme;
import org.skipjack.train.Run;
import org.skipjack.train.RunFolder;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.Training;
import org.skipjack.train.health.DivergedException;
import org.skipjack.tribuo.Evaluation;
import org.skipjack.tribuo.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack train NET --data D}: trains one net and keeps what happened. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "skipjack train NET --data D [OPTION]...",
    description = {
      "Train a net, and write its history, charts and figures to a folder.",
      "Nothing but NET and --data is needed: the rest has values that work.",
      "What it will do is printed before it begins; Ctrl-C stops it after the batch",
      "at hand.",
      ""
    },
    footer = {
      "",
      "The folder then holds run.json (what was asked, provenance, result),",
      "history.jsonl (a line an epoch; the same command writes the same bits),",
      "timings.jsonl, errors.png, errors-dark.png, confusion.png, evaluation.txt, and",
      "checkpoints: the newest two, step-N.skipjack; best.skipjack; epoch-N.skipjack.",
      "A run that was stopped or killed goes on with the same command and --resume,",
      "and ends with the same bits as one that was left alone.",
      "",
      "Examples:",
      "  skipjack train resnet8 --data shapes --epochs 3",
      "  skipjack train resnet20 --data cifar10 --recipe he",
      "  skipjack train resnet20 --data cifar10 --epochs 30 --schedule one-cycle \\",
      "      --learning-rate 0.4 --peak-at 0.2 --weight-decay 5e-4 \\",
      "      --augment pad-crop:4,flip",
      "  skipjack train resnet20 --data cifar10 --find-learning-rate",
      "  skipjack train resnet56 --data cifar10 --recipe he --budget"
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NET",
      description =
          "resnet20, plain56, preact164, wrn-28-10, a net's text, or a file; `skipjack summary NET` shows it")
  private String net = "";

  @Mixin private final DataOptions data = new DataOptions();

  @Mixin private final RecipeOptions recipe = new RecipeOptions();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "weights, order, dropout (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin private final ExecutionOptions execution = new ExecutionOptions();

  @Mixin private final OutputOptions keeping = new OutputOptions();

  @Option(
      names = "--find-learning-rate",
      description = "try rates from 1e-6 to 10, one an update, draw the loss, and suggest a rate")
  private boolean findingRate;

  @Option(
      names = "--budget",
      description =
          "time a few batches, and say what the training would take: memory, time; and what smaller one is known to show as much")
  private boolean budgeting;

  @Override
  public Integer call() {
    Net described = Nets.of(net);
    Training training =
        keeping.started(
            Training.of(described)
                .on(data.read(line -> System.err.println(Printable.of(line))))
                .recipe(recipe.recipe())
                .seed(seed)
                .execution(execution.execution()));
    if (findingRate) {
      return findRate(training);
    }
    if (budgeting) {
      return budget(training);
    }
    training.requireMemory(); // refuses a net that does not fit the data, or this machine
    RunFolder folder = keeping.folder(defaultName(), training, config(training));
    Training kept = training.checkpoints(keeping.checkpoints(folder));
    System.err.print(Printable.lines(TrainingPlan.of(net, kept).toString()));
    if (training.data().authenticity() == Authenticity.NOT_OFFICIAL) {
      System.err.printf(
          Locale.ROOT,
          "%s: %s; every record of the run says so%n",
          training.data().name(),
          Authenticity.NOT_OFFICIAL);
    }
    Run run = run(kept, folder);
    if (run.history().epochs().isEmpty()) {
      folder.writeRun("stopped", trial(kept));
      System.err.printf(Locale.ROOT, "%nstopped before an epoch had ended; --resume goes on%n");
      return Failures.STOPPED;
    }
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    Evaluation evaluation = Evaluation.of(run);
    printer.print(evaluation.table());
    printer.print(RunFindings.of(run));
    printer.flush(); // before anything is written, which may fail
    try {
      write(run, evaluation, folder);
    } catch (RuntimeException | Error e) {
      leave(folder, kept, e);
      throw e;
    }
    printer.printf(Locale.ROOT, "See %s%n", folder.path());
    printer.flush();
    return run.complete() ? 0 : Failures.STOPPED;
  }

  private int findRate(Training training) {
    Path folder = AtomicFile.folder(keeping.path(defaultName() + "-learning-rate"));
    String found = LearningRateFinding.write(training.findLearningRate(), folder);
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.print(found);
    printer.flush();
    if (Thread.currentThread().isInterrupted()) {
      System.err.println("stopped before the highest rate");
      return Failures.STOPPED;
    }
    return 0;
  }

  private int budget(Training training) {
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.print(Budget.of(training));
    printer.flush();
    return 0;
  }

  private Run run(Training training, RunFolder folder) {
    folder.writeRun("running", trial(training));
    if (keeping.resume() && !RunFolder.hasCheckpoint(folder.path())) {
      System.err.printf(
          Locale.ROOT, "%s has no checkpoint to go on from: a new run begins%n", folder.path());
    }
    Training watched =
        training.listener(
            keeping
                .listener(folder, line -> System.err.println(Printable.of(line)))
                .and(progress()));
    try {
      return keeping.resume() ? watched.resume() : watched.run();
    } catch (DivergedException e) {
      folder.writeRun("diverged", trial(training));
      throw e;
    } catch (RuntimeException | Error e) {
      leave(folder, training, e);
      throw e;
    }
  }

  /** A run that failed is not under way any more; what it has can be gone on from. */
  private void leave(RunFolder folder, Training training, Throwable why) {
    try {
      folder.writeRun("stopped", trial(training));
    } catch (RuntimeException | Error e) {
      why.addSuppressed(e);
    }
  }

  private Map<String, Object> config(Training training) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", net);
    config.putAll(data.config(training.data()));
    config.putAll(training.config());
    return config;
  }

  /** The run in the words of a store, so that tables of runs have it too. */
  private Map<String, Object> trial(Training training) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put(StoredRun.TRIAL, ExperimentJson.JSON.tree(Trial.of(net, training)));
    return section;
  }

  private String defaultName() {
    String words = (net + "-" + data.name()).replaceAll("[^A-Za-z0-9.-]+", "_");
    return words.substring(0, Math.min(60, words.length())) + "-seed" + seed;
  }

  private static String dataLine(Run run) {
    DataSplit split = run.training().data();
    return "data: %s, %s%n".formatted(split.name(), split.authenticity());
  }

  private static TerminalProgress progress() {
    return new TerminalProgress(System.err, Main.onTerminal());
  }

  private void write(Run run, Evaluation evaluation, RunFolder folder) {
    folder.writeHistory(run.history());
    Map<String, Object> sections = trial(run.training());
    sections.putAll(RunRecord.of(run));
    sections.put("evaluation", evaluation.toMap());
    sections.put("notes", run.history().notes());
    ErrorChart errors = ErrorChart.of(List.of(new ErrorChart.Series(net, run.history())));
    errors.chart().save(folder.path().resolve("errors.png"));
    errors.theme(Theme.DARK).chart().save(folder.path().resolve("errors-dark.png"));
    ConfusionChart.of(evaluation.classNames(), evaluation.confusion())
        .chart()
        .save(folder.path().resolve("confusion.png"));
    AtomicFile.write(
        folder.path().resolve("evaluation.txt"),
        dataLine(run) + evaluation.table() + System.lineSeparator() + evaluation.confusionTable());
    folder.writeRun(run.complete() ? "complete" : "stopped", sections);
  }
}
