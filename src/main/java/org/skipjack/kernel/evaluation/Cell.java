package org.skipjack.kernel.evaluation;

/**
 * Code to evaluate.
 *
 * @param number that its result bears; 0 if it has none
 * @param title the cell's name in errors: {@code cell [3]}
 * @param code its text
 */
public record Cell(int number, String title, String code) {

  /** A cell that errors call by its number. */
  public Cell(int number, String code) {
    this(number, "cell [" + (number == 0 ? " " : Integer.toString(number)) + "]", code);
  }
}
