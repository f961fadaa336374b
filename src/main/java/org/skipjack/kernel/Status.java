package org.skipjack.kernel;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.wire.Publisher;
import org.skipjack.kernel.wire.Request;

/** Says for which request the kernel is at work. */
final class Status {
  private final Publisher publisher;
  private @Nullable Request running;

  Status(Publisher publisher) {
    this.publisher = publisher;
  }

  /** The first thing that the kernel says. */
  void starting() {
    publish(new JsonObject(), "starting");
  }

  /** The cell of a request begins. */
  synchronized void begin(Request cell) {
    running = cell;
    publish(cell.message().header(), "busy");
  }

  /** The cell that began has ended. */
  synchronized void end(Request cell) {
    running = null;
    publish(cell.message().header(), "idle");
  }

  /**
   * Answers a request that is no cell. If a cell runs meanwhile, the last word is that the kernel
   * is busy.
   */
  void around(Request request, Runnable answer) {
    publish(request.message().header(), "busy");
    try {
      answer.run();
    } finally {
      done(request);
    }
  }

  private synchronized void done(Request request) {
    publish(request.message().header(), "idle");
    if (running != null) {
      publish(running.message().header(), "busy");
    }
  }

  private void publish(JsonObject parent, String state) {
    publisher.publish(
        parent, "status", MessageContent.object().with("execution_state", state).build());
  }
}
