package org.skipjack.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Schedule;
import picocli.CommandLine.Option;

/** The options that say what the learning rate is, update by update. */
final class ScheduleOptions {
  private static final double USUAL_PEAK = 0.3;
  private static final Pattern LOW_UNTIL = Pattern.compile("([^:]+):([^:]+)");

  /** The learning rate by iteration. */
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

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "at its highest (default: 0.1; adam and adamw 0.001)")
  private @Nullable Double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "S",
      description =
          "constant; steps, divided by 10 after a half and three quarters; cosine, down to 0; one-cycle, up and down to nearly 0 (default: that of the recipe)")
  private @Nullable Shape shape;

  @Option(
      names = "--divide-at",
      paramLabel = "N",
      split = ",",
      description =
          "divide by 10 after so many updates, such as 32000,48000, instead of --schedule")
  private Long[] divideAt = {};

  @Option(
      names = "--peak-at",
      paramLabel = "P",
      description = "share of one-cycle before its highest rate (default: 0.3)")
  private @Nullable Double peakAt;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "updates before the schedule in which the rate rises to its first")
  private long warmUp;

  @Option(
      names = "--low-until",
      paramLabel = "R:E",
      description =
          "the rate R until the training error was below E, then the schedule; 0.01:0.8 for 110 layers in He et al. 2015")
  private @Nullable String lowUntil;

  /**
   * What was asked for.
   *
   * @param base what is taken where nothing was asked
   * @param usualRate the rate that suits the optimizer
   */
  Schedule schedule(Schedule base, double usualRate) {
    Schedule after = lowUntil(shaped(base, usualRate));
    return warmUp == 0 ? after : Schedule.warmUp(warmUp, after);
  }

  private Schedule shaped(Schedule base, double usualRate) {
    double rate = learningRate == null ? usualRate : learningRate;
    requireFitting();
    if (divideAt.length > 0) {
      return Schedule.dividedAt(rate, divideAt);
    }
    Shape chosen = shape;
    if (chosen == null) {
      if (learningRate == null && usualRate == Sgd.HE.usualRate()) {
        return base;
      }
      chosen = base instanceof Schedule.Steps ? Shape.STEPS : Shape.COSINE;
    }
    return switch (chosen) {
      case CONSTANT -> Schedule.constant(rate);
      case STEPS -> Schedule.steps(rate);
      case COSINE -> Schedule.cosine(rate);
      case ONE_CYCLE -> Schedule.oneCycle(rate, peakAt == null ? USUAL_PEAK : peakAt);
    };
  }

  private void requireFitting() {
    if (divideAt.length > 0 && shape != null) {
      throw new IllegalArgumentException(
          "--divide-at and --schedule both say what the rate is.%nFix: leave one out".formatted());
    }
    if (peakAt != null && shape != Shape.ONE_CYCLE) {
      throw new IllegalArgumentException(
          "--peak-at is for --schedule one-cycle.%nFix: add that, or leave it out".formatted());
    }
  }

  private Schedule lowUntil(Schedule then) {
    if (lowUntil == null) {
      return then;
    }
    Matcher parts = LOW_UNTIL.matcher(lowUntil);
    try {
      if (parts.matches()) {
        return Schedule.lowUntil(
            Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)), then);
      }
    } catch (NumberFormatException e) {
      // Told below, as everything that is no pair of numbers.
    }
    throw new IllegalArgumentException(
        "--low-until is \"%s\", expected a rate and an error.%nFix: --low-until 0.01:0.8"
            .formatted(lowUntil));
  }
}
