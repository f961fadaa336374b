package org.skipjack.train;

/** Where the time of an epoch goes, in nanoseconds. */
final class Stopwatch {
  private final long start = System.nanoTime();
  long waiting;
  long loss;
  long update;

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  History.Timing read() {
    return new History.Timing(seconds(), waiting / 1e9, loss / 1e9, update / 1e9);
  }
}
