package org.skipjack.kernel.evaluation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.kernel.source.Tokens;

/**
 * IJava's form {@code List<String> jars = %maven g:a:v}: a magic whose result is assigned. It
 * becomes a call in the same line.
 */
final class AssignedMagics {
  private static final Pattern ASSIGNED = Pattern.compile("=[ \\t]*%(\\p{Alpha}\\w*)([^\\r\\n]*)");

  private AssignedMagics() {}

  /** The source with calls in place of such magics; the same text if there are none. */
  static String inJava(String source) {
    Matcher matcher = ASSIGNED.matcher(source);
    StringBuilder changed = new StringBuilder();
    while (matcher.find()) {
      boolean quoted = Tokens.quoted(source, matcher.start());
      String replacement = quoted ? matcher.group() : call(matcher.group(1), matcher.group(2));
      matcher.appendReplacement(changed, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(changed).toString();
  }

  private static String call(String name, String arguments) {
    StringBuilder list = new StringBuilder();
    for (String argument : arguments.strip().replaceFirst(";$", "").split("\\s+", -1)) {
      if (!argument.isEmpty()) {
        String escaped = argument.replace("\\", "\\\\").replace("\"", "\\\"");
        list.append(list.isEmpty() ? "" : ", ").append('"').append(escaped).append('"');
      }
    }
    return "= lineMagic(\"" + name + "\", List.of(" + list + "));";
  }
}
