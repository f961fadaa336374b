package org.skipjack.data.batch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over the batches of a data set, which decodes the next batch on a thread of its own
 * while one is in use.
 *
 * <p>The batches are the same whatever the threads do. What goes wrong while decoding is thrown by
 * the {@link #next} that would have given the batch. Close a feed whether or not its pass has come
 * to the end: then its thread has ended. To be used by one thread.
 */
public final class Feed implements Iterator<Batch>, AutoCloseable {
  private final String name;
  private final EpochOrder epochOrder;
  private final BatchDecoder decoder;
  private final ExecutorService decoding = Executors.newSingleThreadExecutor(this::thread);
  private @Nullable Thread thread;
  private @Nullable Future<Batch> ahead;
  private int taken;

  /**
   * @param from the number of batches that are left out
   */
  Feed(String name, EpochOrder epochOrder, BatchDecoder decoder, int from) {
    this.name = name;
    this.epochOrder = epochOrder;
    this.decoder = decoder;
    this.taken = from;
    this.ahead = hasNext() ? decode(from) : null;
  }

  private Thread thread(Runnable work) {
    thread = new Thread(work, "skipjack-feed");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean hasNext() {
    return taken < epochOrder.count();
  }

  /**
   * The next batch; from now on the memory of the one before is used again.
   *
   * <p>An interrupt does not cut the wait for it short, and is kept.
   *
   * @throws IllegalStateException if the feed was closed, by itself or by a newer one
   */
  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException(
          String.format(
              Locale.ROOT, "all %d batches of %s have been taken.", epochOrder.count(), name));
    }
    if (ahead == null) {
      throw new IllegalStateException(
          """
          this pass over %s is closed: it was left, or another has begun and uses its memory.
          Fix: finish a pass first, or make a second Batches.\
          """
              .formatted(name));
    }
    Batch batch = result(ahead);
    taken++;
    if (hasNext()) {
      ahead = decode(taken);
    }
    return batch;
  }

  private Future<Batch> decode(int number) {
    int[] indices = epochOrder.indices(number);
    return decoding.submit(() -> decoder.decode(epochOrder.changes(), indices, number));
  }

  private static Batch result(Future<Batch> decoded) {
    return uninterrupted(
        () -> {
          try {
            return decoded.get();
          } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) e.getCause();
          }
        });
  }

  /** Ends the feed's thread, at the latest after the image at hand, and waits for that. */
  @Override
  public void close() {
    ahead = null;
    decoding.shutdownNow();
    Thread ending = thread;
    if (ending != null) {
      uninterrupted(
          () -> {
            ending.join();
            return ending;
          });
    }
  }

  private interface Wait<T> {
    T call() throws InterruptedException;
  }

  @CanIgnoreReturnValue
  private static <T> T uninterrupted(Wait<T> wait) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return wait.call();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
