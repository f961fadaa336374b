package org.skipjack.train;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A stack of resources, closed together, the last first, even if closing one of them fails; the
 * first failure is thrown, with the others as suppressed.
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
