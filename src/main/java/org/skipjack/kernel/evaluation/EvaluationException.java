package org.skipjack.kernel.evaluation;

/** Code that a cell had evaluated failed. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  /** What a failure is thrown as. */
  public EvaluationException(Failure failure) {
    super(failure.name() + ": " + failure.message());
    this.failure = failure;
  }

  /** Why it failed, and where. */
  Failure failure() {
    return failure;
  }
}
