package org.skipjack.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skipjack.train.Adam;
import org.skipjack.train.Decay;
import org.skipjack.train.Optimiser;
import org.skipjack.train.Sgd;
import picocli.CommandLine.Option;

/** The options that say by what rule gradients change weights. */
final class OptimiserOptions {
  private static final double USUAL_RATE_OF_ADAM = 1e-3;
  private static final double USUAL_DECAY_OF_ADAMW = 1e-2;

  /** The rules. */
  enum Rule {
    SGD,
    NESTEROV,
    ADAM,
    ADAMW;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What weight decay applies to. */
  enum Decays {
    ALL(Decay.ALL),
    WEIGHTS(Decay.WEIGHTS);

    private final Decay decay;

    Decays(Decay decay) {
      this.decay = decay;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"--optimiser", "--optimizer"},
      paramLabel = "O",
      description = "sgd, nesterov, adam or adamw (default: ${DEFAULT-VALUE})")
  private Rule rule = Rule.SGD;

  @Option(
      names = "--momentum",
      paramLabel = "M",
      description = "share of the last update that goes on, for sgd and nesterov (default: 0.9)")
  private @Nullable Double momentum;

  @Option(
      names = "--weight-decay",
      paramLabel = "W",
      description = "pull to zero (default: 0.0001; adam 0, adamw 0.01)")
  private @Nullable Double weightDecay;

  @Option(
      names = "--decay",
      paramLabel = "D",
      description =
          "what is pulled: all, or weights, without γ, β and biases (default: all; adamw weights)")
  private @Nullable Decays decays;

  /**
   * What was asked for.
   *
   * @param base what is taken where nothing was asked
   */
  Optimiser optimiser(Optimiser base) {
    boolean nothingAsked =
        rule == Rule.SGD && momentum == null && weightDecay == null && decays == null;
    if (nothingAsked) {
      return base;
    }
    return switch (rule) {
      case SGD -> sgd(false);
      case NESTEROV -> sgd(true);
      case ADAM -> adam(0, Decay.ALL, false);
      case ADAMW -> adam(USUAL_DECAY_OF_ADAMW, Decay.WEIGHTS, true);
    };
  }

  private Optimiser sgd(boolean nesterov) {
    return new Sgd(
        momentum == null ? Sgd.HE.momentum() : momentum,
        weightDecay == null ? Sgd.HE.weightDecay() : weightDecay,
        decays == null ? Decay.ALL : decays.decay,
        nesterov);
  }

  private Optimiser adam(double usualDecay, Decay usual, boolean decoupled) {
    if (momentum != null) {
      throw new IllegalArgumentException(
          "--momentum is for sgd and nesterov; %s has its own.%nFix: leave it out".formatted(rule));
    }
    Adam plain = (Adam) Optimiser.adam();
    return new Adam(
        plain.beta1(),
        plain.beta2(),
        weightDecay == null ? usualDecay : weightDecay,
        decays == null ? usual : decays.decay,
        decoupled);
  }

  /** The learning rate that suits the rule. */
  double usualRate() {
    return rule == Rule.ADAM || rule == Rule.ADAMW
        ? USUAL_RATE_OF_ADAM
        : ScheduleOptions.USUAL_RATE;
  }
}
