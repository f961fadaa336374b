package org.skipjack.bench;

/** Watches a measurement; called on the thread that measures, between what is timed. */
public interface BenchListener {

  /** Does nothing. */
  BenchListener SILENT = new BenchListener() {};

  /** The machine's limit was measured, before the steps or after them. */
  default void limitMeasured(MatmulLimit limit) {}

  /**
   * A step was made.
   *
   * @param done steps so far, those to warm up included
   * @param steps in all
   */
  default void stepped(int done, int steps) {}
}
