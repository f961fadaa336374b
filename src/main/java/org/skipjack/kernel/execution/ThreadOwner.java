package org.skipjack.kernel.execution;

import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What a thread works for: the cell that started it. The threads of pools outlive the cell that
 * made them, and work for whatever cell runs.
 *
 * @param <T> what stands for a cell, such as the request to run it
 */
@SuppressWarnings("ThreadLocalUsage") // a kernel has its own
public final class ThreadOwner<T> {
  private final InheritableThreadLocal<@Nullable T> origin = new InheritableThreadLocal<>();
  private final ThreadLocal<@Nullable Boolean> pooled = new ThreadLocal<>();
  private volatile @Nullable T latest;

  /** A cell begins; the thread on which it runs calls {@link #adopt}. */
  public void begin(T cell) {
    latest = cell;
  }

  /** Threads that the caller starts from now on work for the cell that began last. */
  public void adopt() {
    origin.set(latest);
  }

  /** The cell of the calling thread; null before the first. */
  public @Nullable T get() {
    T own = origin.get();
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
