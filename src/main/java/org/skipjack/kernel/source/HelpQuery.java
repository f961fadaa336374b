package org.skipjack.kernel.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that asks what a name is: {@code net().conv?} or {@code ?net}; with two marks also for its
 * code.
 *
 * @param name what is asked for
 * @param code whether its code is asked for too
 * @param end the position behind the line
 */
public record HelpQuery(String name, boolean code, int end) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?<before>\\?\\??)[ \\t]*(?<then>[^\\s?;]+)|(?<first>[^\\s?:;{}\"']+)(?<after>\\?\\??))"
              + "[ \\t]*(?:\\R|\\z)");

  /** The question that begins at a position of a cell, if one does. */
  public static Optional<HelpQuery> at(String cell, int position) {
    Matcher line = LINE.matcher(cell).region(position, cell.length());
    if (!line.lookingAt()) {
      return Optional.empty();
    }
    boolean leading = line.group("before") != null;
    String marks = line.group(leading ? "before" : "after");
    String name = line.group(leading ? "then" : "first");
    return Optional.of(new HelpQuery(name, marks.length() > 1, line.end()));
  }
}
