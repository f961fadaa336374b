package org.skipjack.train.health;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.train.recipe.LearningRateText;

/**
 * Thrown if a value of a training is NaN or infinite; the message names the layer and the tensor in
 * which it was seen first.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String layer;

  public DivergedException(StepContext stepContext, Optional<NonFiniteDiagnosis.Culprit> culprit) {
    this(
        headline(stepContext, culprit),
        culprit.map(NonFiniteDiagnosis.Culprit::layer).orElse(""),
        "");
  }

  private DivergedException(String headline, String layer, String checkpoint) {
    super(
        headline
            + checkpoint
            + "%nFix: a smaller learning rate, or batchNorm() after each conv, or a clipped gradient, --clip-norm 1"
                .formatted());
    this.layer = layer;
  }

  private static String headline(
      StepContext stepContext, Optional<NonFiniteDiagnosis.Culprit> culprit) {
    return String.format(
        Locale.ROOT,
        "%s in epoch %d, after %,d update%s, at learning rate %s.",
        culprit
            .map(found -> "%s in the %s".formatted(found.what(), found.tensor()))
            .orElse("the loss is not a number any more"),
        stepContext.epoch(),
        stepContext.iteration(),
        stepContext.iteration() == 1 ? "" : "s",
        LearningRateText.text(stepContext.learningRate()));
  }

  /** The same with the last checkpoint. */
  public DivergedException keptIn(Path checkpoint) {
    String headline = String.valueOf(getMessage()).lines().findFirst().orElseThrow();
    DivergedException told =
        new DivergedException(
            headline, layer, "%nThe last checkpoint before is %s.".formatted(checkpoint));
    told.setStackTrace(getStackTrace());
    return told;
  }

  /** The path of the layer, {@code stage1/conv1}; empty if it could not be found. */
  public String layer() {
    return layer;
  }
}
