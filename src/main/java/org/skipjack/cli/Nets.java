package org.skipjack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.json.NetJson;

/** Reads the NET argument of commands: a name, a text, or a file that holds a text. */
final class Nets {
  private Nets() {}

  /**
   * The net that an argument means.
   *
   * @throws IllegalArgumentException if it means none
   */
  static Net of(String argument) {
    if (argument.endsWith(".json")) {
      return NetJson.read(read(argument));
    }
    if (argument.endsWith(".jsh") || argument.endsWith(".txt")) {
      return Families.named(text(argument));
    }
    return Families.named(argument);
  }

  /** What JShell needs around the expression is no part of it. */
  private static String text(String argument) {
    return read(argument)
        .replaceAll("(?m)^\\s*(//.*|import .*)$", "")
        .replaceAll(";\\s*$", "")
        .strip();
  }

  private static String read(String argument) {
    try {
      return Files.readString(Path.of(argument));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "the file %s cannot be read.%nFix: check its name, or give the text itself"
              .formatted(argument));
    }
  }
}
