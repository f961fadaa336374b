package org.skipjack.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The net of a script of JShell: what its last statement says, without comments and imports; nets
 * that it gave names before may stand at the beginning. Nothing of it is carried out.
 */
final class NetScript {
  private static final Pattern STRING_OR_COMMENT =
      Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\")|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern DECLARATION =
      Pattern.compile("(?:(?:final\\s+)?(?:var|Net)\\s+)?(\\w+)\\s*=\\s*(.+)", Pattern.DOTALL);

  private static final Pattern FIRST_WORD = Pattern.compile("\\w+(?=\\s*(\\.|$))");

  private NetScript() {}

  /**
   * The text of the net.
   *
   * @param file where it comes from, for the message
   * @throws IllegalArgumentException if there is no statement
   */
  static String net(String file, String script) {
    Map<String, String> named = new HashMap<>();
    String last = "";
    for (String statement : statements(script)) {
      Matcher declaration = DECLARATION.matcher(statement);
      boolean declares = declaration.matches();
      last = resolved(declares ? declaration.group(2) : statement, named);
      if (declares) {
        named.put(declaration.group(1), last);
      }
    }
    if (last.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no net in %s.%nFix: write one into it, such as net().conv(16).relu().globalAvgPool().dense(10)"
              .formatted(file));
    }
    return last;
  }

  private static List<String> statements(String script) {
    String code =
        STRING_OR_COMMENT
            .matcher(script)
            .replaceAll(
                match -> match.group(1) == null ? " " : Matcher.quoteReplacement(match.group()));
    return Stream.of(code.split(";", -1))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty() && !statement.matches("(?s)import\\s.*"))
        .toList();
  }

  /** The statement with the net in place of the name at its beginning. */
  private static String resolved(String statement, Map<String, String> named) {
    Matcher first = FIRST_WORD.matcher(statement);
    return first.lookingAt() && named.containsKey(first.group())
        ? named.get(first.group()) + statement.substring(first.end())
        : statement;
  }
}
