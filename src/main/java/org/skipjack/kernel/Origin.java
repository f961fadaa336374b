package org.skipjack.kernel;

import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.wire.Request;

/**
 * The request that a thread works for: the one whose cell started it. The threads of pools outlive
 * the cell that made them, and work for whatever cell runs.
 */
@SuppressWarnings("ThreadLocalUsage") // a kernel has its own
final class Origin {
  private final InheritableThreadLocal<@Nullable Request> origin = new InheritableThreadLocal<>();
  private final ThreadLocal<@Nullable Boolean> pooled = new ThreadLocal<>();
  private volatile @Nullable Request latest;

  /** A cell begins; the thread on which it runs calls {@link #adopt}. */
  void begin(Request request) {
    latest = request;
  }

  /** Threads that the caller starts from now on work for the cell that began last. */
  void adopt() {
    origin.set(latest);
  }

  /** The request of the calling thread; null before the first. */
  @Nullable Request get() {
    Request own = origin.get();
    return own == null || isPooled() ? latest : own;
  }

  private boolean isPooled() {
    Boolean known = pooled.get();
    if (known == null) {
      known = Thread.currentThread() instanceof ForkJoinWorkerThread || worksForPool();
      pooled.set(known);
    }
    return known;
  }

  private static boolean worksForPool() {
    String worker = ThreadPoolExecutor.class.getName() + "$Worker";
    for (StackTraceElement frame : Thread.currentThread().getStackTrace()) {
      if (frame.getClassName().equals(worker)) {
        return true;
      }
    }
    return false;
  }
}
