package org.skipjack.tribuo;

import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * What Tribuo's metrics log. A filter leaves out what our evaluations cause on their own threads;
 * the level is whoever's it is, and nothing of the logger is changed and changed back.
 */
final class TribuoLog {
  /** Kept here, for a logger that nobody holds loses what was set. */
  private static final Logger LOGGER =
      Logger.getLogger("org.tribuo.classification.evaluation.ConfusionMetrics");

  private static final ThreadLocal<Boolean> LEFT_OUT = ThreadLocal.withInitial(() -> false);

  static {
    Filter before = LOGGER.getFilter();
    LOGGER.setFilter(message -> !LEFT_OUT.get() && (before == null || before.isLoggable(message)));
  }

  private TribuoLog() {}

  /** Does something, on this thread without a word of Tribuo's metrics. */
  static <T> T without(Supplier<T> work) {
    LEFT_OUT.set(true);
    try {
      return work.get();
    } finally {
      LEFT_OUT.remove();
    }
  }
}
