package org.skipjack.kernel.assist;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.skipjack.kernel.source.Token;
import org.skipjack.kernel.source.Tokens;

/**
 * Names that imports of a cell bring that has not run yet, each with its full name. Code that says
 * the full name means the same without the import.
 */
final class ImportedNames {
  private static final Pattern IMPORT =
      Pattern.compile("\\bimport\\s+(static\\s+)?([\\w.]+\\.(?:\\w+|\\*))");

  /** As completion offers them, {@code sqrt(} for one. */
  private final Set<String> offered = new LinkedHashSet<>();

  private final Map<String, String> fullNames = new LinkedHashMap<>();

  private ImportedNames() {}

  /** The names of those imports among these pieces that the session does not have yet. */
  static ImportedNames of(JShell shell, List<String> pieces) {
    Set<String> known =
        shell
            .imports()
            .map(one -> (one.isStatic() ? "static " : "") + one.fullname())
            .collect(Collectors.toUnmodifiableSet());
    ImportedNames names = new ImportedNames();
    for (String piece : pieces) {
      Matcher one = IMPORT.matcher(piece);
      if (DeclarationKind.of(piece) == DeclarationKind.IMPORT
          && one.find()
          && !known.contains((one.group(1) == null ? "" : "static ") + one.group(2))) {
        names.add(shell.sourceCodeAnalysis(), one.group(2));
      }
    }
    return names;
  }

  private void add(SourceCodeAnalysis analysis, String fullName) {
    int dot = fullName.lastIndexOf('.');
    String from = fullName.substring(0, dot + 1);
    String wanted = fullName.substring(dot + 1);
    for (Suggestion found : analysis.completionSuggestions(from, from.length(), new int[1])) {
      String name = found.continuation().replaceFirst("\\W.*", "");
      if (wanted.equals("*") || wanted.equals(name)) {
        fullNames.put(name, from + name);
        offered.add(found.continuation());
      }
    }
  }

  /** What completion can offer of them for a word that has begun. */
  List<String> startingWith(String begun) {
    return offered.stream().filter(name -> name.startsWith(begun)).toList();
  }

  /** Code with full names in place of these, but for its last word, which is not finished. */
  String qualified(String code) {
    if (fullNames.isEmpty()) {
      return code;
    }
    StringBuilder qualified = new StringBuilder();
    int done = 0;
    Token before = null;
    for (Token token : Tokens.of(code)) {
      boolean free = before == null || !before.is(code, '.');
      String full = token.kind() == Token.Kind.WORD && free ? fullNames.get(token.of(code)) : null;
      if (full != null && token.end() < code.length()) {
        qualified.append(code, done, token.start()).append(full);
        done = token.end();
      }
      before = token;
    }
    return qualified.append(code, done, code.length()).toString();
  }
}
