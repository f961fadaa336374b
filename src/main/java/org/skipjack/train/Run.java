package org.skipjack.train;

import java.nio.file.Path;

/**
 * A training that was carried out.
 *
 * @param training what was asked for
 * @param history what happened
 * @param model the net as it was after the last update
 * @param end how it ended
 */
public record Run(Training training, History history, TrainedNet model, End end) {
  /** Where runs are kept unless a folder is named. */
  public static final Path RUNS = Path.of("runs");

  /** How a training ends. */
  public enum End {
    /** After its last epoch. */
    COMPLETE,
    /** Before that, because the recipe says so. */
    EARLY,
    /** By an interrupt. */
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

  /** As {@link #last()}, of those below a folder. */
  public static Run last(Path folder) {
    return Checkpoint.read(CheckpointFolder.newestBelow(folder)).run();
  }

  /** False if an interrupt stopped it. */
  public boolean complete() {
    return end != End.STOPPED;
  }
}
