package org.skipjack.kernel.compat;

import org.skipjack.kernel.evaluation.Failure;

/** Code that a cell had evaluated failed. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EvaluationException(Failure failure) {
    super(failure.name() + ": " + failure.message());
  }
}
