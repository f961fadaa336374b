package org.skipjack.train;

import com.google.gson.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.skipjack.data.DataOrigin;
import org.skipjack.data.DataSplit;
import org.skipjack.data.PixelMean;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Floats;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;
import org.skipjack.io.DamagedException;
import org.skipjack.io.FloatArray;
import org.skipjack.io.SealedArchive;
import org.skipjack.io.ValueJson;
import org.skipjack.net.Net;
import org.skipjack.train.history.History;
import org.skipjack.train.history.HistoryJson;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipeJson;
import org.skipjack.train.state.StateLoading;
import org.skipjack.train.state.StateSaving;
import org.skipjack.train.state.StateTransfer;

/**
 * A file with the state of a training between two batches: the net's text, weights and running
 * statistics, the state of the optimizer, the weight average and the schedule, random state, the
 * position in the data, and the history. A training resumed from it ends with the same bits as an
 * uninterrupted one.
 *
 * <p>The file is a {@link SealedArchive}: {@code checkpoint.json} for what is no array, and {@code
 * weights/PARAMETER.npy}, {@code mean.npy}, {@code optimizer/….npy} and, where weights are
 * averaged, {@code average/values.npy}. So {@code numpy.load(file)} reads the arrays.
 */
public final class Checkpoint {
  private static final String HEADER = "checkpoint.json";
  private static final String MEAN = "mean";
  private static final String AVERAGE = "average/values";

  private final Path file;
  private final CheckpointHeader header;
  private final History history;

  private Checkpoint(Path file, CheckpointHeader header, History history) {
    this.file = file;
    this.header = header;
    this.history = history;
  }

  /**
   * Writes the state of a training.
   *
   * @param mean what is subtracted from each image
   * @throws org.skipjack.io.OutputException if it cannot be written; a file of that name is then as
   *     it was
   */
  static void write(Path file, PixelMean mean, Snapshot snapshot) {
    SealedArchive.write(
        file,
        archive -> {
          StateSaving saving = new StateSaving(archive);
          try {
            snapshot.state().accept(saving);
          } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
          }
          long[] shape = {mean.channels(), mean.height(), mean.width()};
          archive.array(MEAN, new FloatArray(shape, mean.values()));
          archive.text(HEADER, snapshot.header(saving.numbers()).toJson());
        });
  }

  /**
   * The state of a training, to be written.
   *
   * @param end how it ended, if it has
   * @param iteration updates made
   * @param state moves the state out
   */
  record Snapshot(
      Training training,
      History history,
      Optional<Run.End> end,
      long iteration,
      Consumer<StateTransfer> state) {
    /** The state of a run as its last checkpoint would hold it, without what a resume needs. */
    static Snapshot ended(Run run) {
      Parameters parameters = run.model().parameters();
      TrainingExtent trainingExtent = TrainingExtent.of(run.training());
      long passes = (long) run.history().epochs().size() * trainingExtent.batches();
      return new Snapshot(
          run.training(),
          run.history(),
          Optional.of(run.end()),
          Math.min(passes, trainingExtent.iterations()),
          transfer ->
              parameters
                  .layout()
                  .forEach(
                      parameter ->
                          transfer
                              .in("weights")
                              .array(parameter.name(), parameters.get(parameter.name()))));
    }

    private CheckpointHeader header(JsonObject numbers) {
      return CheckpointHeader.of(training, history, end, iteration, numbers);
    }
  }

  /**
   * Reads a checkpoint.
   *
   * @throws CheckpointException if it is damaged, or of another version
   */
  public static Checkpoint read(Path file) {
    try (SealedArchive archive = SealedArchive.open(file)) {
      CheckpointHeader header = CheckpointHeader.read(file, archive.text(HEADER));
      return new Checkpoint(file, header, HistoryJson.read(header.history()));
    } catch (DamagedException e) {
      throw CheckpointException.damaged(e);
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      throw CheckpointException.unreadable(file, e);
    }
  }

  /** The checkpoint of a file, or the newest in a folder. */
  static Checkpoint newest(Path place) {
    return read(Files.isDirectory(place) ? new CheckpointFolder(place).newestFile() : place);
  }

  /** The file that it was read from. */
  public Path file() {
    return file;
  }

  /**
   * The configuration of the training: two trainings with equal configurations give the same bits.
   */
  public Map<String, String> config() {
    return Map.copyOf(header.config());
  }

  /** The completed epochs, and the notes so far. */
  public History history() {
    return history;
  }

  /** The number of updates made. */
  public long iteration() {
    return header.iteration();
  }

  /** How the training ended; empty if it can be resumed. */
  public Optional<Run.End> end() {
    return header.end();
  }

  /** The net, without its weights. */
  public Net net() {
    return Net.parse(word("net"));
  }

  /** The trained net; each call allocates parameters of its own. */
  public TrainedNet model() {
    Net net = net();
    var input = header.input();
    Graph graph = Graph.of(net, Shape.image(input.get(0), input.get(1), input.get(2)));
    return new TrainedNet(
        net, graph, parameters(graph), mean(), header.classNames(), executionHere());
  }

  private Parameters parameters(Graph graph) {
    Parameters parameters = Parameters.zeros(graph);
    load(
        transfer -> {
          for (Parameter parameter : parameters.layout()) {
            transfer.in("weights").array(parameter.name(), parameters.get(parameter.name()));
          }
        });
    reading(
        archive -> {
          if (archive.names().contains(AVERAGE + ".npy")) {
            Floats.write(archive.array(AVERAGE).values(), parameters.learned());
          }
        });
    return parameters;
  }

  /** The mean image, which is subtracted from each image. */
  PixelMean mean() {
    PixelMean[] mean = new PixelMean[1];
    reading(
        archive -> {
          FloatArray values = archive.array(MEAN);
          long[] shape = values.shape();
          mean[0] = PixelMean.of((int) shape[0], (int) shape[1], (int) shape[2], values.values());
        });
    return mean[0];
  }

  /**
   * Loads the state into a training.
   *
   * @throws CheckpointException if the file is not what it was when it was read
   */
  void load(Consumer<StateTransfer> state) {
    reading(archive -> state.accept(new StateLoading(archive, header.state())));
  }

  private void reading(Consumer<SealedArchive> reader) {
    try (SealedArchive archive = SealedArchive.open(file)) {
      reader.accept(archive);
    } catch (DamagedException e) {
      throw CheckpointException.damaged(e);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw CheckpointException.unreadable(file, e);
    }
  }

  /**
   * The training of this checkpoint, which keeps further checkpoints in the same folder.
   *
   * @throws IllegalArgumentException if its engine, or its precision, is not there on this machine
   * @throws CheckpointException if the data is other data
   */
  public Training training(DataSplit data) {
    Training training =
        Training.of(net())
            .on(data)
            .recipe(recipe())
            .seed(Long.parseLong(word("seed")))
            .execution(execution())
            .checkpoints(Objects.requireNonNull(file.toAbsolutePath().getParent()))
            .with(
                Optional.ofNullable(header.config().get(TrainingConfig.START))
                    .map(StartingPoint::known));
    requireFor(training);
    return training;
  }

  /**
   * The run so far, on data that is read again by the word that named it.
   *
   * @throws CheckpointException if no word names it, or it is other data now
   * @throws org.skipjack.data.DatasetException if it is not there any more
   */
  public Run run() {
    if (header.origin().isEmpty()) {
      throw CheckpointException.unknownData(file);
    }
    DataOrigin origin = ValueJson.plain().read(header.origin(), DataOrigin.class);
    return run(DataLocator.ofProcess().read(origin));
  }

  /**
   * The run so far, on the same data.
   *
   * @throws CheckpointException if the data is other data
   */
  public Run run(DataSplit data) {
    return run(training(data));
  }

  /** The run so far, of the training that this is of. */
  Run run(Training training) {
    return new Run(training, history, model(), end(training).orElse(Run.End.STOPPED));
  }

  /**
   * Checks that this is of a training.
   *
   * @throws CheckpointException if it is not; the message says what differs
   */
  void requireFor(Training training) {
    Set<String> names = TrainingConfig.differences(training, header.config());
    if (names.equals(Set.of(TrainingConfig.LENGTH)) && isOfOtherLengths(training)) {
      return;
    }
    if (!names.isEmpty()) {
      throw CheckpointException.otherTraining(file, names, training, header.config());
    }
  }

  /**
   * Whether a training that is longer or shorter passes here too: its rates do not depend on its
   * length, it has not ended before, and no epoch was cut short on the way.
   */
  private boolean isOfOtherLengths(Training training) {
    TrainingExtent extent = TrainingExtent.of(training);
    long whole = (long) history.epochs().size() * extent.batches();
    return !training.recipe().schedule().dependsOnLength()
        && iteration() <= extent.iterations()
        && whole <= iteration()
        && (iteration() < extent.iterations() || whole == iteration());
  }

  /** How a training ended that has come so far; nothing if it is to go on. */
  Optional<Run.End> end(Training training) {
    boolean isCut = iteration() < TrainingExtent.of(training).iterations();
    boolean isEarly = history.isEarly(training.recipe().extras().patience());
    return end()
        .filter(end -> end != Run.End.COMPLETE || !isCut)
        .or(() -> isEarly && isCut ? end().map(end -> Run.End.EARLY) : Optional.empty());
  }

  private Recipe recipe() {
    if (header.recipe().equals(new JsonObject())) {
      throw CheckpointException.ownAugmentation(file);
    }
    return RecipeJson.read(header.recipe());
  }

  private Execution execution() {
    return Execution.on(Engines.named(word("engine")))
        .threads(Integer.parseInt(word("threads")))
        .precision(Precision.named(word("precision")));
  }

  /** What predicts here, where the engine of the training may not be. */
  private Execution executionHere() {
    try {
      return execution();
    } catch (IllegalArgumentException e) {
      return Execution.best();
    }
  }

  private String word(String name) {
    return Objects.requireNonNull(header.config().get(name), name);
  }
}
