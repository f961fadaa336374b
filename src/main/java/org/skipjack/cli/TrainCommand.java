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
import org.skipjack.data.Augmentation;
import org.skipjack.data.Authenticity;
import org.skipjack.data.DataSplit;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;
import org.skipjack.net.Net;
import org.skipjack.plot.ConfusionChart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.Theme;
import org.skipjack.train.DivergedException;
import org.skipjack.train.Recipe;
import org.skipjack.train.Run;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Schedule;
import org.skipjack.train.Sgd;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.Training;
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
    description = "Train a net, and write its history, charts and figures to a folder.",
    footer = {
      "",
      "The folder then holds run.json (what was asked, provenance, result),",
      "history.jsonl (a line an epoch; the same command writes the same bits),",
      "timings.jsonl, errors.png, errors-dark.png, confusion.png, evaluation.txt.",
      "",
      "Examples:",
      "  skipjack train resnet8 --data shapes --epochs 3",
      "  SKIPJACK_DATA=DIR skipjack train resnet20 --data cifar10 --epochs 2"
    })
final class TrainCommand implements Callable<Integer> {
  /** The learning rate by epoch. */
  enum Shape {
    CONSTANT,
    STEPS,
    COSINE,
    ONE_CYCLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NET", description = "resnet20, plain56, a net's text, or a file")
  private String net = "";

  @Mixin private final DataOptions data = new DataOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "passes over the training images (default: ${DEFAULT-VALUE})")
  private int epochs = Recipe.DEFAULT.epochs();

  @Option(
      names = "--batch-size",
      paramLabel = "B",
      description = "images in one update (default: ${DEFAULT-VALUE})")
  private int batchSize = Recipe.DEFAULT.batchSize();

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "at its highest (default: ${DEFAULT-VALUE})")
  private double learningRate = 0.1;

  @Option(
      names = "--schedule",
      paramLabel = "S",
      description = "constant, steps, cosine or one-cycle (default: ${DEFAULT-VALUE})")
  private Shape schedule = Shape.COSINE;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "iterations before the schedule in which the rate rises to its first")
  private long warmUp;

  @Option(
      names = "--momentum",
      paramLabel = "M",
      description = "share of the last update that goes on (default: ${DEFAULT-VALUE})")
  private double momentum = Sgd.HE.momentum();

  @Option(
      names = "--weight-decay",
      paramLabel = "W",
      description = "pull of every learned value to zero (default: ${DEFAULT-VALUE})")
  private double weightDecay = Sgd.HE.weightDecay();

  @Option(
      names = "--augment",
      paramLabel = "A",
      description =
          "changes of the training images: pad-crop:4, flip, cutout:16, colour-jitter:0.4, some of"
              + " them with commas between (default: ${DEFAULT-VALUE})")
  private String augment = Augmentation.none().toString();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "weights, order, dropout (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--engine", paramLabel = "E", description = "force an engine")
  private @Nullable String engine;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "processors for one computation (default: what suits the engine)")
  private @Nullable Integer threads;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "fp32, or bf16 where the processor has it (default: ${DEFAULT-VALUE})")
  private String precision = Precision.FP32.toString();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the run (default: runs/NET-D-seedS)")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Net described = Nets.of(net);
    Recipe recipe = recipe();
    Training training = training(described, recipe, data.read(System.err::println));
    Graph graph = training.graph();
    RunFolder folder = RunFolder.open(out == null ? defaultFolder() : out, asked(training));
    System.err.printf(
        "%s: %,d parameters, %s, engine %s on %d threads in %s%n",
        net,
        graph.parameterCount(),
        images(training.data()),
        training.execution().engine().name(),
        training.execution().threads(),
        training.execution().precision());
    if (training.data().authenticity() == Authenticity.NOT_OFFICIAL) {
      System.err.printf(
          "%s: %s; every record of the run says so%n",
          training.data().name(), Authenticity.NOT_OFFICIAL);
    }
    Run run = run(training, folder);
    if (run.history().epochs().isEmpty()) {
      folder.writeRun("stopped", Map.of());
      System.err.printf("%nstopped before an epoch had ended%n");
      return 130;
    }
    write(run, folder);
    return run.complete() ? 0 : 130;
  }

  private static Run run(Training training, RunFolder folder) {
    folder.writeRun("running", Map.of());
    try {
      Run run = training.listener(new FolderListener(folder).and(progress())).run();
      folder.writeHistory(run.history());
      return run;
    } catch (DivergedException e) {
      folder.writeRun("diverged", Map.of());
      throw e;
    }
  }

  private Recipe recipe() {
    Schedule rate =
        switch (schedule) {
          case CONSTANT -> Schedule.constant(learningRate);
          case STEPS -> Schedule.steps(learningRate);
          case COSINE -> Schedule.cosine(learningRate);
          case ONE_CYCLE -> Schedule.oneCycle(learningRate);
        };
    return new Recipe(epochs, batchSize, warmUp(rate), new Sgd(momentum, weightDecay))
        .withAugmentation(Augmentation.of(augment));
  }

  private Schedule warmUp(Schedule rate) {
    return warmUp == 0 ? rate : Schedule.warmUp(warmUp, rate);
  }

  private Training training(Net described, Recipe recipe, DataSplit split) {
    Training training = Training.of(described).on(split).recipe(recipe).seed(seed);
    Training onEngine = engine == null ? training : training.engine(Engines.named(engine));
    Training inPrecision = onEngine.precision(Precision.named(precision));
    return threads == null ? inPrecision : inPrecision.threads(threads);
  }

  private Map<String, Object> asked(Training training) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("net", training.net().toString());
    asked.put("name", net);
    asked.putAll(data.asked(training.data()));
    asked.put("recipe", training.recipe().toString());
    asked.put("seed", Long.toString(seed));
    asked.put("engine", training.execution().engine().name());
    asked.put("threads", Integer.toString(training.execution().threads()));
    asked.put("precision", training.execution().precision().toString());
    return asked;
  }

  private Path defaultFolder() {
    String words = (net + "-" + data.name()).replaceAll("[^A-Za-z0-9.-]+", "_");
    String shortened = words.substring(0, Math.min(60, words.length()));
    return Path.of("runs", shortened + "-seed" + seed);
  }

  private static String images(DataSplit data) {
    return "%,d training, %sand %,d test images"
        .formatted(
            data.training().size(),
            data.validation().map(set -> "%,d validation ".formatted(set.size())).orElse(""),
            data.test().size());
  }

  private static String dataLine(Run run) {
    DataSplit split = run.training().data();
    return "data: %s, %s%n".formatted(split.name(), split.authenticity());
  }

  private static TerminalProgress progress() {
    return new TerminalProgress(System.err, Main.onTerminal());
  }

  private void write(Run run, RunFolder folder) {
    Evaluation evaluation = Evaluation.of(run);
    Map<String, Object> sections = RunRecord.of(run);
    sections.put("evaluation", evaluation.toMap());
    ErrorChart errors = ErrorChart.of(List.of(new ErrorChart.Series(net, run.history())));
    errors.chart().save(folder.path().resolve("errors.png"));
    errors.theme(Theme.DARK).chart().save(folder.path().resolve("errors-dark.png"));
    ConfusionChart.of(evaluation.classNames(), evaluation.confusion())
        .chart()
        .save(folder.path().resolve("confusion.png"));
    org.skipjack.io.WholeFile.write(
        folder.path().resolve("evaluation.txt"),
        dataLine(run) + evaluation.table() + System.lineSeparator() + evaluation.confusionTable());
    folder.writeRun(run.complete() ? "complete" : "stopped", sections);
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.print(evaluation.table());
    printer.print(Findings.of(run));
    printer.printf("See %s%n", folder.path());
    printer.flush();
  }
}
