package org.skipjack.kernel.display;

/** A kernel that can be told of what a cell shows while it runs. */
public interface LiveKernel {

  /** Takes note that the running cell shows a value, so that its result does not show it again. */
  void showsLive(Object value);
}
