package org.skipjack.kernel.live;

import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** Something shown that is replaced in place, not more often than is worth looking at. */
final class LiveDisplay {
  private final BaseKernel kernel;
  private final long nanosBetween;
  private final LongSupplier clock;
  private final String id = UUID.randomUUID().toString();
  private @Nullable Supplier<DisplayData> dropped;
  private boolean shown;
  private long last;

  /**
   * Nothing yet.
   *
   * @param nanosBetween two updates, at least
   * @param clock in nanoseconds
   */
  LiveDisplay(BaseKernel kernel, long nanosBetween, LongSupplier clock) {
    this.kernel = kernel;
    this.nanosBetween = nanosBetween;
    this.clock = clock;
  }

  /** Shows this, unless something was shown a moment ago. */
  void offer(Supplier<DisplayData> data) {
    long now = clock.getAsLong();
    if (shown && now - last < nanosBetween) {
      dropped = data;
    } else {
      last = now;
      show(data);
    }
  }

  /** Shows what was offered last, if that was dropped. */
  void finish() {
    if (dropped != null) {
      show(dropped);
    }
  }

  /** Shows this, at whatever time: it is the last. */
  void finish(Supplier<DisplayData> data) {
    show(data);
  }

  /** Whether there is something to see. */
  boolean shown() {
    return shown;
  }

  private void show(Supplier<DisplayData> supplier) {
    DisplayData data = supplier.get();
    dropped = null;
    if (shown) {
      BaseNotebookStatics.updateDisplay(id, data);
    } else {
      data.setDisplayId(id);
      kernel.display(data);
      shown = true;
    }
  }
}
