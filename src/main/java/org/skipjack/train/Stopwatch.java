package org.skipjack.train;

import org.skipjack.train.history.History;
import org.skipjack.train.state.StateTransfer;

/** Measures how the time of an epoch is spent, in nanoseconds. */
final class Stopwatch {
  private long start = System.nanoTime();
  private double secondsBefore;
  long waiting;
  long loss;
  long update;

  /** Saves or loads the counts. */
  void state(StateTransfer transfer) {
    secondsBefore = transfer.number("seconds", seconds());
    start = System.nanoTime();
    waiting = transfer.integer("waiting", waiting);
    loss = transfer.integer("loss", loss);
    update = transfer.integer("update", update);
  }

  /** Wall time of the epoch. */
  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  History.Timing read() {
    return new History.Timing(seconds(), waiting / 1e9, loss / 1e9, update / 1e9);
  }
}
