package org.skipjack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The words of the command line as they were typed. Under {@code LC_ALL=C} Java reads each byte of
 * a letter beyond ASCII as a letter that it does not know; Linux has the bytes still.
 */
final class Arguments {
  private static final Path TYPED = Path.of("/proc/self/cmdline");
  private static final char UNKNOWN = '\uFFFD';

  private Arguments() {}

  /** The arguments, with letters that Java did not know read from the bytes. */
  static String[] asTyped(String[] arguments) {
    if (Arrays.stream(arguments).noneMatch(one -> one.indexOf(UNKNOWN) >= 0)) {
      return arguments;
    }
    try {
      return asTyped(arguments, Files.readAllBytes(TYPED));
    } catch (IOException e) {
      return arguments;
    }
  }

  /**
   * The arguments, by what the whole command line was.
   *
   * @param typed its words in UTF-8, each with a zero behind it; the arguments are the last
   */
  static String[] asTyped(String[] arguments, byte[] typed) {
    String text = new String(typed, StandardCharsets.UTF_8);
    List<String> words = List.of(text.replaceFirst("\0$", "").split("\0", -1));
    return words.size() < arguments.length
        ? arguments
        : words.subList(words.size() - arguments.length, words.size()).toArray(String[]::new);
  }
}
