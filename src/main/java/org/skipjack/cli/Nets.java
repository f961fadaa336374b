package org.skipjack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.skipjack.io.PathText;
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
      return Families.named(NetScript.net(argument, read(argument)));
    }
    return Families.named(argument);
  }

  private static String read(String argument) {
    try {
      return Files.readString(PathText.of(argument));
    } catch (IOException e) {
      boolean missing = e instanceof NoSuchFileException;
      throw new IllegalArgumentException(
          "%s.%nFix: check its name, or give the net's name or text itself"
              .formatted(
                  missing
                      ? "there is no file " + argument
                      : "the file %s cannot be read".formatted(argument)));
    }
  }
}
