package org.skipjack.train.recipe;

import java.util.Locale;

/**
 * The length of a training: a number of epochs, or of iterations, whose last epoch may be cut
 * short.
 *
 * @param epochs passes over the training set; 0 if iterations are counted
 * @param iterations updates; 0 if epochs are counted
 */
public record TrainingLength(int epochs, long iterations) {

  private static final long MOST_EPOCHS = 1_000_000;
  static final long MOST_ITERATIONS = 1_000_000_000;

  /** Checks that one of the two is positive and the other 0. */
  public TrainingLength {
    String what = iterations == 0 ? "epochs" : "iterations";
    long number = iterations == 0 ? epochs : iterations;
    long most = iterations == 0 ? MOST_EPOCHS : MOST_ITERATIONS;
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %d, expected 1 to %d.%nFix: %s is usual",
              what,
              number,
              most,
              iterations == 0 ? "10" : "64000"));
    }
    if (epochs != 0 && iterations != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a training has %d epochs or %d iterations, not both.%nFix: leave one at 0",
              epochs,
              iterations));
    }
  }

  /** A length of so many epochs. */
  public static TrainingLength ofEpochs(int epochs) {
    return new TrainingLength(epochs, 0);
  }

  /** A length of so many iterations. */
  public static TrainingLength ofIterations(long iterations) {
    return new TrainingLength(0, iterations);
  }

  /**
   * The length of a text that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static TrainingLength parse(String text) {
    String[] words = text.split(" ", -1);
    return words.length == 2 && words[1].startsWith("epoch")
        ? ofEpochs(Integer.parseInt(words[0]))
        : ofIterations(Long.parseLong(words[0]));
  }

  /** The number of epochs, counting one that is cut short, for so many batches in each. */
  public int epochs(int batches) {
    return epochs > 0 ? epochs : Math.toIntExact((iterations + batches - 1) / batches);
  }

  /** The number of updates for so many batches in an epoch. */
  public long iterations(int batches) {
    return epochs > 0 ? (long) epochs * batches : iterations;
  }

  /** For example {@code "10 epochs"}. */
  @Override
  public String toString() {
    if (epochs > 0) {
      return epochs == 1 ? "1 epoch" : epochs + " epochs";
    }
    return iterations == 1 ? "1 iteration" : iterations + " iterations";
  }
}
