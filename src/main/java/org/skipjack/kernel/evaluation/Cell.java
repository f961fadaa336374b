package org.skipjack.kernel.evaluation;

/**
 * Code to evaluate.
 *
 * @param number what its errors call it; 0 if it has none
 * @param code its text
 */
public record Cell(int number, String code) {

  /** The cell's name in errors: {@code cell [3]}. */
  String title() {
    return "cell [" + (number == 0 ? " " : Integer.toString(number)) + "]";
  }
}
