package org.skipjack.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skipjack.train.optimizer.Adam;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.optimizer.WeightDecay;
import picocli.CommandLine.Option;

/** The options that say by what rule gradients change weights. */
final class OptimizerOptions {
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
    ALL(WeightDecay.ALL),
    WEIGHTS(WeightDecay.WEIGHTS);

    private final WeightDecay weightDecay;

    Decays(WeightDecay weightDecay) {
      this.weightDecay = weightDecay;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--optimizer",
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
  Optimizer optimizer(Optimizer base) {
    boolean nothingAsked =
        rule == Rule.SGD && momentum == null && weightDecay == null && decays == null;
    if (nothingAsked) {
      return base;
    }
    return switch (rule) {
      case SGD -> sgd(false);
      case NESTEROV -> sgd(true);
      case ADAM -> adam(0, WeightDecay.ALL, false);
      case ADAMW -> adam(USUAL_DECAY_OF_ADAMW, WeightDecay.WEIGHTS, true);
    };
  }

  private Optimizer sgd(boolean nesterov) {
    return new Sgd(
        momentum == null ? Sgd.HE.momentum() : momentum,
        weightDecay == null ? Sgd.HE.weightDecay() : weightDecay,
        decays == null ? WeightDecay.ALL : decays.weightDecay,
        nesterov);
  }

  private Optimizer adam(double usualDecay, WeightDecay usual, boolean decoupled) {
    if (momentum != null) {
      throw new IllegalArgumentException(
          "--momentum is for sgd and nesterov; %s has its own.%nFix: leave it out".formatted(rule));
    }
    Adam plain = (Adam) Optimizer.adam();
    return new Adam(
        plain.beta1(),
        plain.beta2(),
        weightDecay == null ? usualDecay : weightDecay,
        decays == null ? usual : decays.weightDecay,
        decoupled);
  }
}
