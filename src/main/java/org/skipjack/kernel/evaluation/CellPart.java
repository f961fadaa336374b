package org.skipjack.kernel.evaluation;

/** A part of a cell that is evaluated as a whole. */
sealed interface CellPart {

  /** Where in the cell it begins. */
  int offset();

  /**
   * One snippet of Java.
   *
   * @param source what JShell gets, beginning with no white space: its line numbers would be wrong
   */
  record Code(int offset, String source) implements CellPart {}

  /**
   * A line that begins with {@code %}, or a whole cell that begins with {@code %%}; or a question
   * such as {@code net?}, which is another form of {@code %help net}.
   *
   * @param line the first line, from its name on
   * @param body what follows the line of a cell magic
   */
  record Magic(int offset, String line, String body, boolean wholeCell) implements CellPart {}

  /**
   * Code that no compiler will take.
   *
   * @param source from where it is wrong
   * @param unfinished whether it only lacks its end
   */
  record Broken(int offset, String source, boolean unfinished) implements CellPart {}
}
