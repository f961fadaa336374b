package org.skipjack.kernel.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The brackets of a source that are open at its end. */
public final class Brackets {
  private Brackets() {}

  /** Those that are not closed, the innermost first. */
  public static Deque<Token> open(String source) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : Tokens.of(source)) {
      if (token.kind() != Token.Kind.SYMBOL) {
        continue;
      }
      char symbol = source.charAt(token.start());
      if ("([{".indexOf(symbol) >= 0) {
        open.push(token);
      } else if (")]}".indexOf(symbol) >= 0 && !open.isEmpty()) {
        Token unused = open.pop();
      }
    }
    return open;
  }

  /** Where the innermost open bracket stands. */
  public static Optional<Integer> innermost(String source) {
    return open(source).stream().findFirst().map(Token::start);
  }
}
