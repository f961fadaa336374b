package org.skipjack.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream through which nothing has come for a while, so that its reader wakes up. */
final class StallWatch implements AutoCloseable {
  private final InputStream watched;
  private final Duration patience;
  private final Thread thread;
  private volatile long lastSign = System.nanoTime();

  StallWatch(InputStream watched, Duration patience) {
    this.watched = watched;
    this.patience = patience;
    this.thread = new Thread(this::watch, "stall watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Something has come. */
  void alive() {
    lastSign = System.nanoTime();
  }

  private void watch() {
    try {
      long left = patience.toNanos();
      while (left > 0) {
        Thread.sleep(Math.max(1, left / 1_000_000));
        left = patience.toNanos() - (System.nanoTime() - lastSign);
      }
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
