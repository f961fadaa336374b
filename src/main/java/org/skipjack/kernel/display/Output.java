package org.skipjack.kernel.display;

/** Where what a cell prints and shows goes. Safe for use by many threads. */
public interface Output {

  /** The two streams of text. */
  enum Stream {
    /** What a cell prints. */
    STDOUT,
    /** What it warns of. */
    STDERR
  }

  /** Adds text to a stream. */
  void print(Stream stream, String text);

  /** Shows a value. */
  void display(Rendering rendering);

  /**
   * Shows a value that can be replaced later.
   *
   * @param id what {@link #update} calls it
   */
  void display(Rendering rendering, String id);

  /** Shows another value in the place of one, wherever that is shown. */
  void update(Rendering rendering, String id);

  /**
   * Takes away what the cell has shown.
   *
   * @param wait whether it stays until something else is shown
   */
  void clear(boolean wait);

  /**
   * Asks the user for a line of text.
   *
   * @param password whether what is typed is hidden
   * @throws InterruptedException if the cell is interrupted meanwhile
   * @throws UnsupportedOperationException if there is nobody to ask
   */
  String ask(String prompt, boolean password) throws InterruptedException;
}
