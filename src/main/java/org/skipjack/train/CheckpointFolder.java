package org.skipjack.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.skipjack.io.AtomicFile;

/**
 * A folder with checkpoints of one training.
 *
 * @param path the folder; it need not exist
 */
record CheckpointFolder(Path path) {
  private static final String SUFFIX = ".skipjack";
  private static final String STEP = "step-";

  /**
   * The checkpoints from which a training can be resumed.
   *
   * @param newest that with most updates
   * @param older those of the newest two kinds that came before, oldest first
   */
  record Found(Checkpoint newest, List<Path> older) {}

  /** The file for a number of updates; names sort as numbers do. */
  Path step(long iteration) {
    return path.resolve(String.format(Locale.ROOT, "%s%09d%s", STEP, iteration, SUFFIX));
  }

  Path best() {
    return path.resolve("best" + SUFFIX);
  }

  Path epoch(int epoch) {
    return path.resolve("epoch-" + epoch + SUFFIX);
  }

  private static boolean isStep(Path file) {
    return String.valueOf(file.getFileName()).startsWith(STEP);
  }

  private static boolean isCheckpoint(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX) && Files.isRegularFile(file);
  }

  /** All checkpoints: those of the newest two kinds first, from the newest on. */
  List<Path> files() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(CheckpointFolder::isCheckpoint)
          .sorted(
              Comparator.comparing(CheckpointFolder::isStep)
                  .thenComparing(file -> String.valueOf(file.getFileName()))
                  .reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The step file with most updates.
   *
   * @throws CheckpointException if there is none
   */
  Path newestFile() {
    return files().stream()
        .filter(CheckpointFolder::isStep)
        .findFirst()
        .orElseThrow(() -> CheckpointException.noRun(path));
  }

  /** Deletes the unfinished files of a killed process; only the sole writer may call it. */
  void deleteUnfinished() throws IOException {
    try (DirectoryStream<Path> unfinished =
        Files.newDirectoryStream(path, "*" + SUFFIX + ".*" + AtomicFile.UNFINISHED)) {
      for (Path file : unfinished) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * The step file below a folder that was written last.
   *
   * @throws CheckpointException if there is none
   */
  static Path newestBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CheckpointException.noRun(folder);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> isStep(file) && isCheckpoint(file))
          .max(Comparator.comparing(CheckpointFolder::modified).thenComparing(file -> file))
          .orElseThrow(() -> CheckpointException.noRun(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // It has gone since the folder was listed.
    }
  }

  /**
   * The newest checkpoint that a training can go on from; nothing if there is none at all.
   *
   * @param refused is told of each that cannot be used
   * @throws CheckpointException if there are some, and none can be used
   */
  Optional<Found> newest(Training training, Consumer<CheckpointException> refused) {
    List<CheckpointException> refusals = new ArrayList<>();
    List<Checkpoint> usable = new ArrayList<>();
    for (Path file : files()) {
      try {
        Checkpoint checkpoint = Checkpoint.read(file);
        checkpoint.requireFor(training);
        usable.add(checkpoint);
      } catch (CheckpointException e) {
        refusals.add(e);
      }
    }
    if (usable.isEmpty()) {
      if (refusals.isEmpty()) {
        return Optional.empty();
      }
      throw CheckpointException.noneUsable(path, refusals);
    }
    refusals.forEach(refused);
    usable.sort(
        Comparator.comparingLong(Checkpoint::iteration).thenComparing(each -> isStep(each.file())));
    Checkpoint newest = usable.get(usable.size() - 1);
    List<Path> steps =
        usable.stream().map(Checkpoint::file).filter(CheckpointFolder::isStep).toList();
    return Optional.of(new Found(newest, steps));
  }

  /**
   * Checks that a new training may write here: there are no checkpoints, or they are of the same
   * training, which has ended and would give the same again.
   *
   * @throws CheckpointException if something would be lost
   */
  void requireFree(Training training) {
    Optional<Path> newest = files().stream().filter(CheckpointFolder::isStep).findFirst();
    if (newest.isPresent()) {
      try {
        Checkpoint checkpoint = Checkpoint.read(newest.get());
        checkpoint.requireFor(training);
        if (checkpoint.end().isPresent()) {
          return;
        }
      } catch (CheckpointException e) {
        throw CheckpointException.notFree(path, e);
      }
      throw CheckpointException.unfinished(path, newest.get());
    }
  }
}
