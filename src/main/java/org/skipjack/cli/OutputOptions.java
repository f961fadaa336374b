package org.skipjack.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skipjack.train.Checkpoints;
import org.skipjack.train.Run;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.tensorboard.TensorBoard;
import picocli.CommandLine.Option;

/** The options that say where a run is kept, and whether one that is there is to go on. */
final class OutputOptions {
  private static final Pattern SECONDS = Pattern.compile("(\\d+(?:\\.\\d+)?)s");
  private static final Pattern UPDATES = Pattern.compile("\\d{1,12}");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the run (default: runs/NET-D-seedS)")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = "go on from the newest checkpoint in that folder; the bits are the same")
  private boolean resume;

  @Option(
      names = "--from",
      paramLabel = "FILE|DIR",
      description =
          "start from the weights of a checkpoint, or of the newest in a folder, with a schedule of its own; for more epochs than a run had, or for other images")
  private @Nullable Path from;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N|Ts",
      description =
          "write one within an epoch every N updates or T seconds, 0 for none (default: 300s); after an epoch one is always written")
  private @Nullable String every;

  @Option(
      names = "--keep-epochs",
      paramLabel = "E",
      split = ",",
      description = "keep the checkpoints of these epochs for good, such as 10,20")
  private Integer[] epochs = {};

  @Option(
      names = "--tensorboard",
      description = "write event files too: tensorboard --logdir DIR/tensorboard shows them")
  private boolean tensorBoard;

  /** A training, from the weights that it is to start from. */
  Training started(Training training) {
    return from == null ? training : training.from(from);
  }

  /** Whether a run is to go on. */
  boolean resume() {
    return resume;
  }

  /**
   * The folder that was named.
   *
   * @param name what it is called if none was
   */
  Path path(String name) {
    return out == null ? Run.RUNS.resolve(name) : out;
  }

  /** What writes the files of a run as it goes. */
  TrainingListener listener(RunFolder folder, Consumer<String> tell) {
    TrainingListener history = new FolderListener(folder, tell);
    return tensorBoard
        ? history.and(new TensorBoard(folder.path().resolve("tensorboard"), tell))
        : history;
  }

  /**
   * The folder of a run.
   *
   * @param name what it is called if none was named
   * @param config the configuration of the run
   */
  RunFolder folder(String name, Training training, Map<String, Object> config) {
    return RunFolder.open(path(name), training, config, resume);
  }

  /** Where the checkpoints of that run are kept, and how often. */
  Checkpoints checkpoints(RunFolder folder) {
    Checkpoints usual = Checkpoints.in(folder.path());
    Checkpoints often =
        every == null ? usual : usual.everySeconds(seconds(every)).everySteps(updates(every));
    return often.keepEpochs(epochs);
  }

  private static double seconds(String text) {
    Matcher seconds = SECONDS.matcher(text);
    return seconds.matches() ? Double.parseDouble(seconds.group(1)) : 0;
  }

  private static long updates(String text) {
    if (SECONDS.matcher(text).matches()) {
      return 0;
    }
    if (!UPDATES.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "--checkpoint-every is \"%s\", expected a number of updates or of seconds.%nFix: --checkpoint-every 500, or --checkpoint-every 60s"
              .formatted(text));
    }
    return Long.parseLong(text);
  }
}
