package org.skipjack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was typed, for whoever wants to make the same again. */
final class CommandLineText {
  private CommandLineText() {}

  /** The command, without some options that do not change what comes out. */
  static String of(CommandSpec spec, String... without) {
    List<String> typed = spec.root().commandLine().getParseResult().originalArgs();
    List<String> left = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      if (!List.of(without).contains(name)) {
        left.add(quoted(word));
      } else if (!word.contains("=") && spec.findOption(name).arity().max() > 0) {
        i++;
      }
    }
    return "./skipjack " + String.join(" ", left);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:,=+-]+")
        ? word
        : word.codePoints()
            .mapToObj(Character::toString)
            .map(letter -> letter.equals("'") ? "'\\''" : letter)
            .collect(Collectors.joining("", "'", "'"));
  }
}
