package org.skipjack.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A session that is used as a person does: a cell after the other. */
final class Notebook implements AutoCloseable {
  private final Session session = Session.open("");
  private int number;

  /** Runs a cell that must not fail. */
  @CanIgnoreReturnValue
  Outcome run(String code) {
    Outcome outcome = attempt(code);
    assertThat(outcome.failure()).as(code).isNull();
    return outcome;
  }

  /** Runs a cell that may fail. */
  Outcome attempt(String code) {
    return session.run(new Cell(++number, code), Magics.NONE);
  }

  /** The value of an expression. */
  @Nullable Object value(String expression) {
    return run(expression).value();
  }

  /** How a cell fails. */
  Failure failure(String code) {
    return Objects.requireNonNull(attempt(code).failure(), code);
  }

  /** What a cell that fails shows, without colors. */
  String shown(String code) {
    return String.join("\n", failure(code).traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  Session session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
  }
}
