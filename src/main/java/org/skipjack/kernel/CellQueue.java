package org.skipjack.kernel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.wire.Request;

/** Requests that are carried out one after the other, on a thread of their own. */
final class CellQueue implements AutoCloseable {
  private final LinkedBlockingDeque<Request> waiting = new LinkedBlockingDeque<>();
  private final Thread thread;
  private final Object idle = new Object();
  private int open;
  private volatile boolean closed;

  /**
   * A queue; {@link #start} begins to serve it.
   *
   * @param first done before anything else
   * @param work carries out a request, and fails only by a defect of ours
   */
  CellQueue(Runnable first, Consumer<Request> work) {
    thread = new Thread(null, () -> serve(first, work), "cells", Session.STACK_BYTES);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void add(Request request) {
    synchronized (idle) {
      open++;
    }
    waiting.add(request);
  }

  /** Takes the requests of a type that are waiting; the caller answers them. */
  List<Request> take(String type) {
    List<Request> taken = new ArrayList<>();
    for (Iterator<Request> all = waiting.iterator(); all.hasNext(); ) {
      Request request = all.next();
      if (request.type().equals(type)) {
        all.remove();
        taken.add(request);
      }
    }
    taken.forEach(request -> done());
    return taken;
  }

  /** Waits until nothing is waiting or running, for some milliseconds at most. */
  void awaitIdle(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    synchronized (idle) {
      while (open > 0) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        idle.wait(left);
      }
    }
  }

  private void serve(Runnable first, Consumer<Request> work) {
    guard("starting", first);
    while (!closed) {
      try {
        Request request = waiting.take();
        guard(request.type(), () -> work.accept(request));
        done();
      } catch (InterruptedException e) {
        // Closed, or a cell interrupted every thread that it found: others still wait for this one
      }
    }
  }

  private static void guard(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      Log.failure(what, e);
    }
  }

  private void done() {
    synchronized (idle) {
      open--;
      idle.notifyAll();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
