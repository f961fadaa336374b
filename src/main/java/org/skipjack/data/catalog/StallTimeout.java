package org.skipjack.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.skipjack.data.catalog.Download.Patience;

/** Closes a stream through which too little has come for a while, so that its reader wakes up. */
final class StallTimeout implements AutoCloseable {
  private final InputStream watched;
  private final Patience patience;
  private final Thread thread;
  private final AtomicLong came = new AtomicLong();
  private volatile boolean gaveUp;

  StallTimeout(InputStream watched, Patience patience) {
    this.watched = watched;
    this.patience = patience;
    this.thread = new Thread(this::watch, "stall watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** As the stream's own, but says so where this gave up on it. */
  int read(byte[] into) throws IOException {
    try {
      int read = watched.read(into);
      came.addAndGet(Math.max(0, read));
      return read;
    } catch (IOException e) {
      throw gaveUp ? tooSlow(e) : e;
    }
  }

  private IOException tooSlow(IOException cause) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "fewer than %,d bytes came in %.0f seconds",
            patience.least(),
            patience.stall().toMillis() / 1e3),
        cause);
  }

  private void watch() {
    try {
      do {
        Thread.sleep(patience.stall().toMillis());
      } while (came.getAndSet(0) >= patience.least());
      gaveUp = true;
      watched.close();
    } catch (InterruptedException | IOException e) {
      // Whoever watches is done, or the stream is.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
