package org.skipjack.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The checkpoint policy of a training: its folder, how often one is written, and which are kept.
 *
 * <p>One is written after each epoch, when an interrupt ends the training, and within an epoch as
 * often as is said here. Kept are the newest two, {@code step-ITERATION.skipjack}; that of the best
 * epoch, {@code best.skipjack}, by validation error or, where no images are held out, by training
 * loss; and those of the epochs that are named here, {@code epoch-EPOCH.skipjack}.
 *
 * @param folder the folder, made when the training begins; one training at a time
 * @param everySteps updates between two within an epoch; 0 for none
 * @param everySeconds seconds between two within an epoch; 0 for none
 * @param epochs the epochs whose checkpoints are kept for good, from 1
 */
public record Checkpoints(Path folder, long everySteps, double everySeconds, Set<Integer> epochs) {
  private static final double USUAL_SECONDS = 300;
  private static final int MOST_STEPS = 1_000_000_000;
  private static final int MOST_SECONDS = 365 * 24 * 3600;
  private static final int MOST_EPOCHS = 1_000_000;

  /** Checks the ranges, and copies the set. */
  public Checkpoints {
    if (everySteps < 0
        || everySteps > MOST_STEPS
        || !(everySeconds >= 0 && everySeconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "checkpoints are to be written every %d steps or %s seconds, expected 0 to %d and 0 to %d.%nFix: 0 leaves one out",
              everySteps,
              everySeconds,
              MOST_STEPS,
              MOST_SECONDS));
    }
    for (int epoch : epochs) {
      if (epoch < 1 || epoch > MOST_EPOCHS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the checkpoint of epoch %d is to be kept, expected 1 to %d.%nFix: --keep-epochs 10,20, or keepEpochs(10, 20)",
                epoch,
                MOST_EPOCHS));
      }
    }
    epochs = Collections.unmodifiableSortedSet(new TreeSet<>(epochs));
  }

  /** Checkpoints in a folder, after each epoch and every 300 seconds within one. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, 0, USUAL_SECONDS, Set.of());
  }

  /** The same policy, with a checkpoint after each given number of updates. */
  public Checkpoints everySteps(long updates) {
    return new Checkpoints(folder, updates, everySeconds, epochs);
  }

  /** The same policy, with another time between checkpoints within an epoch. */
  public Checkpoints everySeconds(double seconds) {
    return new Checkpoints(folder, everySteps, seconds, epochs);
  }

  /**
   * The same policy, with the checkpoints of some epochs kept permanently, added to those named
   * before.
   */
  public Checkpoints keepEpochs(Integer... kept) {
    Set<Integer> all = new TreeSet<>(epochs);
    all.addAll(Arrays.asList(kept));
    return new Checkpoints(folder, everySteps, everySeconds, all);
  }
}
