package org.skipjack.kernel.notebook;

import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;

/** Hears how the run of a notebook goes on. */
public interface RunListener {

  /**
   * A cell that is to run.
   *
   * @param number which it is of those to run, from 1
   * @param of how many run in all
   * @param code its text
   */
  record Step(int number, int of, String code) {}

  /** A cell begins. */
  void began(Step step);

  /**
   * A cell has ended.
   *
   * @param seconds what it took
   * @param soFar the notebook with what came of its cells up to now
   */
  void ended(Step step, double seconds, Notebook soFar);

  /** A cell, or a thread of it, printed something. */
  void printed(Output.Stream stream, String text);

  /** A cell showed something. */
  void shown(Rendering rendering);
}
