package org.skipjack.kernel.execution;

/** Ends the code of a cell that was interrupted; an error, so that fewer handlers catch it. */
final class CellInterrupted extends Error {
  private static final long serialVersionUID = 1;

  CellInterrupted() {
    super("cell interrupted", null, false, true);
  }
}
