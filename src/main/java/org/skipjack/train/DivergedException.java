package org.skipjack.train;

/** The loss of a training is no longer a number. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DivergedException(Moment moment) {
    super(
        "the loss is not a number any more in epoch %d, iteration %d, at learning rate %s.%n"
                .formatted(moment.epoch(), moment.iteration(), moment.learningRate())
            + "Fix: a smaller learning rate, or batchNorm() after each conv");
  }
}
