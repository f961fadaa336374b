package org.skipjack.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.FolderLock;
import org.skipjack.io.OutputException;
import org.skipjack.train.history.History;

/**
 * Writes the checkpoints of one training when they are due, and deletes those that are no longer
 * kept. A checkpoint that cannot be written does not end the training.
 */
final class CheckpointManager implements AutoCloseable {
  private static final int NEWEST = 2;

  private final Checkpoints policy;
  private final CheckpointFolder folder;
  private final TrainingListener listener;
  private final FolderLock lock;

  /** The newest checkpoints, which make room for newer ones. */
  private final Deque<Path> newest = new ArrayDeque<>();

  private long lastNanos = System.nanoTime();

  private CheckpointManager(Checkpoints policy, TrainingListener listener, FolderLock lock) {
    this.policy = policy;
    this.folder = new CheckpointFolder(policy.folder());
    this.listener = listener;
    this.lock = lock;
  }

  /**
   * Takes the folder.
   *
   * @throws CheckpointException if another training has it
   * @throws OutputException if it cannot be written to
   */
  static CheckpointManager of(Checkpoints policy, TrainingListener listener) {
    try {
      Path folder = AtomicFile.folder(policy.folder());
      FolderLock lock = FolderLock.take(folder).orElseThrow(() -> CheckpointException.busy(folder));
      CheckpointManager checkpointManager = new CheckpointManager(policy, listener, lock);
      checkpointManager.folder.deleteUnfinished();
      return checkpointManager;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds existing checkpoints, oldest first, to the newest. */
  void found(Collection<Path> files) {
    newest.addAll(files);
  }

  /** The newest checkpoint, written or found. */
  Optional<Path> newest() {
    return Optional.ofNullable(newest.peekLast());
  }

  /** Whether a checkpoint is due after an update. */
  boolean isDue(long iteration) {
    boolean bySteps = policy.everySteps() > 0 && iteration % policy.everySteps() == 0;
    double seconds = (System.nanoTime() - lastNanos) / 1e9;
    return bySteps || (policy.everySeconds() > 0 && seconds >= policy.everySeconds());
  }

  /** Writes a checkpoint after a number of updates. */
  void save(long iteration, Consumer<Path> write) {
    saving(
        () -> {
          var unused = saveStep(iteration, write);
        });
  }

  /** Writes the checkpoint of a completed epoch, also as the best or as a kept one where it is. */
  void saveEpoch(long iteration, History history, Consumer<Path> write) {
    saving(
        () -> {
          Path file = saveStep(iteration, write);
          if (isBest(history)) {
            AtomicFile.write(folder.best(), out -> Files.copy(file, out));
          }
          int epoch = history.last().epoch();
          if (policy.epochs().contains(epoch)) {
            AtomicFile.write(folder.epoch(epoch), out -> Files.copy(file, out));
          }
        });
  }

  private Path saveStep(long iteration, Consumer<Path> write) {
    lastNanos = System.nanoTime();
    Path file = folder.step(iteration);
    write.accept(file);
    newest.remove(file);
    newest.add(file);
    deleteOlder();
    listener.saved(file);
    return file;
  }

  private static boolean isBest(History history) {
    History.Epoch last = history.last();
    return history
        .best()
        .map(last::equals)
        .orElseGet(
            () ->
                history.epochs().stream()
                    .filter(epoch -> epoch.epoch() != last.epoch())
                    .allMatch(epoch -> last.trainingLoss() < epoch.trainingLoss()));
  }

  private void saving(Runnable work) {
    try {
      work.run();
    } catch (OutputException e) {
      listener.notSaved(e);
    }
  }

  private void deleteOlder() {
    while (newest.size() > NEWEST) {
      try {
        Files.deleteIfExists(newest.remove());
      } catch (IOException e) {
        // A file too many does no harm, and the next training here tries again.
      }
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
