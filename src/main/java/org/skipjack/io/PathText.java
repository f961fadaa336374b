package org.skipjack.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as a person writes them. Java names files in the encoding that the locale had at its start,
 * and under {@code LC_ALL=C} that is ASCII: a name with other letters cannot even be said.
 */
public final class PathText {
  private PathText() {}

  /**
   * The path of a text.
   *
   * @throws IllegalArgumentException if no file can have that name here: the message says why
   */
  public static Path of(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(refusal(text, e), e);
    }
  }

  private static String refusal(String text, InvalidPathException e) {
    return text.chars().allMatch(letter -> letter < 128)
        ? "\"%s\" cannot be the name of a file: %s.%nFix: use another name"
            .formatted(text.replace('\0', '?'), e.getReason())
        : "\"%s\" cannot be the name of a file in this locale, whose encoding is %s.%nFix: set the environment variable LC_ALL=C.UTF-8, or use a name of ASCII letters"
            .formatted(text, System.getProperty("sun.jnu.encoding"));
  }
}
