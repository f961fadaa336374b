package org.skipjack.train;

import java.nio.file.Path;
import java.util.Objects;
import org.skipjack.data.DataSplit;
import org.skipjack.io.AtomicFile;
import org.skipjack.train.history.History;

/**
 * The result of a training: its history and its trained net.
 *
 * @param training what was asked for
 * @param history the metrics of each epoch
 * @param model the net as it was after the last update
 * @param end how it ended
 */
public record Run(Training training, History history, TrainedNet model, End end) {
  /** Where runs are kept unless a folder is named. */
  public static final Path RUNS = Path.of("runs");

  /** How a training ends. */
  public enum End {
    /** The last epoch was completed. */
    COMPLETE,
    /** Early stopping ended it. */
    EARLY,
    /** An interrupt or a listener stopped it. */
    STOPPED
  }

  /**
   * The run whose checkpoint was written last, of those below {@code runs} in the working folder:
   * what a notebook gets back after its kernel has died. {@code run.training().resume()} goes on.
   *
   * @throws CheckpointException if there is none, it is damaged, or its data is other data now
   * @throws org.skipjack.data.DatasetException if its data is not there any more
   */
  public static Run last() {
    return last(RUNS);
  }

  /** The run of the newest checkpoint below a folder. */
  public static Run last(Path folder) {
    return Checkpoint.read(CheckpointFolder.newestBelow(folder)).run();
  }

  /**
   * Writes the run to one file, which {@link #load} reads in another process. It holds the net, its
   * weights and the history, but not what an optimizer would need to go on. Folders that are
   * missing are made.
   *
   * @throws org.skipjack.io.OutputException if it cannot be written; a file of that name is then as
   *     it was
   * @throws IllegalStateException if its trained net is closed
   */
  public void save(Path file) {
    if (model.isClosed()) {
      throw new IllegalStateException(
          "the run cannot be saved: its trained net is closed, and the weights with it.%nFix: save(file) before close()"
              .formatted());
    }
    Path folder = AtomicFile.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    Checkpoint.write(
        folder.resolve(file.getFileName()), model.mean(), Checkpoint.Snapshot.ended(this));
  }

  /**
   * A run that {@link #save} wrote, or the run so far of a checkpoint; its data is read again by
   * its name.
   *
   * @throws CheckpointException if the file is damaged, no word names its data, or that is other
   *     data now
   * @throws org.skipjack.data.DatasetException if its data is not there any more
   */
  public static Run load(Path file) {
    return Checkpoint.read(file).run();
  }

  /** As {@link #load(Path)}, with the same data given. */
  public static Run load(Path file, DataSplit data) {
    return Checkpoint.read(file).run(data);
  }

  /** The training error of the last epoch, in [0, 1]; {@link #history} has those before. */
  public double trainingError() {
    return history.last().trainingError();
  }

  /** The test error of the last epoch, in [0, 1]; {@link #history} has those before. */
  public double testError() {
    return history.last().testError();
  }

  /** The share of test images whose class was predicted after the last epoch, in [0, 1]. */
  public double testAccuracy() {
    return history.last().testAccuracy();
  }

  /**
   * Trains on for so many epochs more, from what this run learned, by the same recipe: optimizer
   * and schedule begin anew, and no checkpoints are kept. Where the rates do not depend on the
   * length and checkpoints are kept, {@code training().epochs(n).resume()} gives the bits of a
   * training that was that long from the beginning.
   */
  public Run continueFor(int epochs) {
    return training.withoutCheckpoints().from(model).epochs(epochs).run();
  }

  /** False if an interrupt or a listener stopped it. */
  public boolean complete() {
    return end != End.STOPPED;
  }
}
