package org.skipjack.train;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be closed together, the last first, even where closing one of them fails; the first
 * failure is thrown, and has the others as suppressed.
 */
final class CloseableStack implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Holds what this closes. */
  void add(Runnable closing) {
    closings.push(closing);
  }

  @Override
  public void close() {
    Runnable closing = closings.poll();
    if (closing != null) {
      TellBoth.tell(closing, (Runnable) this::close, Runnable::run);
    }
  }
}
