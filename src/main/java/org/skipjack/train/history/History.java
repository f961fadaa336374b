package org.skipjack.train.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The metrics of a training, epoch by epoch.
 *
 * @param epochs in order
 * @param notes what looked wrong on the way, in order
 */
public record History(List<Epoch> epochs, List<TrainingNote> notes) {

  /**
   * Loss and error of a net on some images.
   *
   * @param loss mean over the images, in nats
   * @param error share of the images whose class was not predicted, in [0, 1]
   */
  public record Score(double loss, double error) {}

  /**
   * The metrics of one epoch.
   *
   * @param epoch from 1
   * @param learningRate that of the epoch's last update
   * @param training over the epoch's batches as they passed, in training mode
   * @param validation after the epoch, in evaluation mode, if images are held out
   * @param test after the epoch, in evaluation mode
   * @param timing where its time went
   */
  public record Epoch(
      int epoch,
      double learningRate,
      Score training,
      Optional<Score> validation,
      Score test,
      Timing timing) {

    /** An epoch without validation, of which it is not known where its time went. */
    public Epoch(
        int epoch,
        double learningRate,
        double trainingLoss,
        double trainingError,
        double testLoss,
        double testError,
        double seconds) {
      this(
          epoch,
          learningRate,
          new Score(trainingLoss, trainingError),
          Optional.empty(),
          new Score(testLoss, testError),
          new Timing(seconds, 0, 0, 0));
    }

    /** See {@link #training}, in nats. */
    public double trainingLoss() {
      return training.loss();
    }

    /** See {@link #training}, in [0, 1]. */
    public double trainingError() {
      return training.error();
    }

    /** See {@link #test}, in nats. */
    public double testLoss() {
      return test.loss();
    }

    /** See {@link #test}, in [0, 1]. */
    public double testError() {
      return test.error();
    }

    /** The share of test images whose class was predicted, in [0, 1]: 1 − {@link #testError}. */
    public double testAccuracy() {
      return 1 - testError();
    }

    /** Wall time of the epoch, validation and test included. */
    public double seconds() {
      return timing.seconds();
    }
  }

  /**
   * Seconds of an epoch, and those of them that were spent outside the net's program.
   *
   * @param seconds wall time, validation and test included
   * @param waiting for batches that were not ready
   * @param loss on loss, errors and their gradient
   * @param update on the optimizer
   */
  public record Timing(double seconds, double waiting, double loss, double update) {}

  /** Copies the lists. */
  public History {
    epochs = List.copyOf(epochs);
    notes = List.copyOf(notes);
  }

  /** A history without notes. */
  public History(List<Epoch> epochs) {
    this(epochs, List.of());
  }

  /** The history before the first epoch. */
  public static History empty() {
    return new History(List.of());
  }

  /** This history and one epoch more. */
  public History with(Epoch epoch) {
    List<Epoch> longer = new ArrayList<>(epochs);
    longer.add(epoch);
    return new History(longer, notes);
  }

  /** This history and one note more. */
  public History with(TrainingNote trainingNote) {
    List<TrainingNote> longer = new ArrayList<>(notes);
    longer.add(trainingNote);
    return new History(epochs, longer);
  }

  /**
   * The last epoch, the one to quote unless a validation set chose another: see {@link #best}.
   *
   * @throws IllegalStateException if there is none yet
   */
  public Epoch last() {
    requireAny();
    return epochs.get(epochs.size() - 1);
  }

  /**
   * The epoch with the lowest validation error, of equals that with the lower validation loss, then
   * the earlier one; nothing where no images are held out to choose by.
   *
   * @throws IllegalStateException if there is no epoch yet
   */
  public Optional<Epoch> best() {
    requireAny();
    return epochs.stream()
        .filter(epoch -> epoch.validation().isPresent())
        .min(
            Comparator.comparingDouble((Epoch epoch) -> epoch.validation().orElseThrow().error())
                .thenComparing(epoch -> epoch.validation().orElseThrow().loss()));
  }

  /**
   * Whether so many epochs have passed since the best that a training with this patience ends.
   *
   * @param patience 0 if it never does
   */
  public boolean isEarly(int patience) {
    return patience > 0
        && !epochs.isEmpty()
        && best().map(best -> best.epoch() <= last().epoch() - patience).orElse(false);
  }

  /**
   * The epoch with the lowest test error, the earliest of equals, and why not to quote it.
   *
   * @throws IllegalStateException if there is no epoch yet
   */
  public BestOnTest bestOnTest() {
    requireAny();
    Epoch lowest = epochs.stream().min(Comparator.comparingDouble(Epoch::testError)).orElseThrow();
    return new BestOnTest(lowest, last());
  }

  /**
   * An epoch that was chosen on the test set.
   *
   * @param epoch the one with the lowest test error
   * @param last the one that would have been quoted
   */
  public record BestOnTest(Epoch epoch, Epoch last) {
    /** The difference of its test error to that of the last epoch; not negative. */
    public double flattersBy() {
      return last.testError() - epoch.testError();
    }

    /** Says that it flatters, by how much, and what to do instead. */
    public String warning() {
      return String.format(
          Locale.ROOT,
          "the lowest test error, %.2f %% in epoch %d, was chosen on the test set and so flatters: by %.2f points against the last epoch.%nFix: quote the last epoch's, or choose by images that are held out, --validation 5000",
          100 * epoch.testError(),
          epoch.epoch(),
          100 * flattersBy());
    }
  }

  /** Wall time of all epochs in seconds. */
  public double seconds() {
    return epochs.stream().mapToDouble(Epoch::seconds).sum();
  }

  private void requireAny() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("no epoch has ended yet.");
    }
  }
}
