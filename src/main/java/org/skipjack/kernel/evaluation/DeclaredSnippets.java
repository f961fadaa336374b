package org.skipjack.kernel.evaluation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.skipjack.kernel.source.Token;
import org.skipjack.kernel.source.Tokens;

/** What stands in the session word for word, and need not be declared again. */
final class DeclaredSnippets {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
  private static final Set<Snippet.Kind> LASTING =
      Set.of(Snippet.Kind.IMPORT, Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL);

  private final JShell shell;
  private final Map<String, Snippet> bySource = new HashMap<>();

  DeclaredSnippets(JShell shell) {
    this.shell = shell;
  }

  /** A snippet, and the source that declared it. */
  void add(Snippet snippet, String source) {
    if (LASTING.contains(snippet.kind())) {
      bySource.values().removeIf(old -> !shell.status(old).isActive());
      if (snippet.kind() == Snippet.Kind.IMPORT) { // may be of several lines
        source.lines().forEach(line -> bySource.put(line.strip(), snippet));
      } else {
        bySource.put(source.strip(), snippet);
      }
    }
  }

  /** Whether this source was declared and nothing took its place since. */
  boolean contains(String source) {
    Snippet snippet = bySource.get(source.strip());
    return snippet != null && shell.status(snippet) == Snippet.Status.VALID;
  }

  /** The names of the types that a piece declares, its members not among them. */
  static Set<String> types(String source) {
    List<Token> tokens = Tokens.of(source);
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i + 1 < tokens.size() && !tokens.get(i).is(source, '{'); i++) {
      if (TYPES.contains(tokens.get(i).of(source)) && tokens.get(i + 1).kind() == Token.Kind.WORD) {
        names.add(tokens.get(i + 1).of(source));
      }
    }
    return names;
  }
}
