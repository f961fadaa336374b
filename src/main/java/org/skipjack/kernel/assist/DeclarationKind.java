package org.skipjack.kernel.assist;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.skipjack.kernel.source.Token;
import org.skipjack.kernel.source.Tokens;

/**
 * What a piece of a cell declares, by its first words; it need not be finished. JShell's own {@code
 * sourceToSnippets} is not asked: after it has seen a record, JShell of Java 25 documents nothing
 * until a cell is run.
 */
enum DeclarationKind {
  IMPORT,
  TYPE,
  METHOD,
  VARIABLE,
  OTHER;

  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

  /** With these begin statements that have two words before a bracket, too. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "assert|case|catch|do|else|for|if|new|return|switch|synchronized|throw|try|while|yield");

  static DeclarationKind of(String source) {
    List<Token> tokens =
        Tokens.of(source).stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList();
    if (tokens.isEmpty() || STATEMENT.matcher(tokens.get(0).of(source)).matches()) {
      return OTHER;
    }
    if (tokens.get(0).of(source).equals("import")) {
      return IMPORT;
    }
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean word = token.kind() == Token.Kind.WORD;
      if (word && TYPES.contains(token.of(source)) && followedByWord(tokens, i)) {
        return TYPE;
      }
      if (token.is(source, '(')) {
        return named(source, tokens, i) ? METHOD : OTHER;
      }
      if (token.is(source, '=') || token.is(source, ';')) {
        return named(source, tokens, i) ? VARIABLE : OTHER;
      }
    }
    return OTHER;
  }

  private static boolean followedByWord(List<Token> tokens, int index) {
    return index + 1 < tokens.size() && tokens.get(index + 1).kind() == Token.Kind.WORD;
  }

  /** Whether a type and a name stand before a token. */
  private static boolean named(String source, List<Token> tokens, int index) {
    if (index < 2 || tokens.get(index - 1).kind() != Token.Kind.WORD) {
      return false;
    }
    Token type = tokens.get(index - 2);
    return type.kind() == Token.Kind.WORD || type.is(source, '>') || type.is(source, ']');
  }
}
