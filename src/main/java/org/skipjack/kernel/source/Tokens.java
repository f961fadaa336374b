package org.skipjack.kernel.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides Java source into tokens. Never fails: what is not closed goes on to the end of its line,
 * or of the source where it may have many lines.
 */
public final class Tokens {
  private static final String TEXT_BLOCK = "\"\"\"";

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private boolean open;
  private int at;

  private Tokens(String source) {
    this.source = source;
  }

  /** The tokens in order; white space between them is none. */
  public static List<Token> of(String source) {
    return scan(source).tokens;
  }

  /** Whether the source ends inside a comment or a text block. */
  public static boolean endsOpen(String source) {
    return scan(source).open;
  }

  /** Whether a position lies in a string or a comment. */
  public static boolean quoted(String source, int position) {
    return of(source).stream()
        .anyMatch(
            token ->
                token.contains(position)
                    && (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.COMMENT));
  }

  private static Tokens scan(String source) {
    Tokens tokens = new Tokens(source);
    while (tokens.at < source.length()) {
      tokens.next();
    }
    return tokens;
  }

  private void next() {
    char c = source.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (source.startsWith("//", at)) {
      add(Token.Kind.COMMENT, lineEnd(at));
    } else if (source.startsWith("/*", at)) {
      add(Token.Kind.COMMENT, closed("*/", at + 2));
    } else if (source.startsWith(TEXT_BLOCK, at)) {
      add(Token.Kind.STRING, closed(TEXT_BLOCK, at + TEXT_BLOCK.length()));
    } else if (c == '"' || c == '\'') {
      add(Token.Kind.STRING, quoteEnd(c));
    } else if (Character.isJavaIdentifierStart(c)) {
      add(Token.Kind.WORD, run(at));
    } else if (Character.isDigit(c)) {
      add(Token.Kind.NUMBER, numberEnd());
    } else {
      add(Token.Kind.SYMBOL, at + 1);
    }
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, at, end));
    at = end;
  }

  private int lineEnd(int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end;
  }

  private int closed(String closing, int from) {
    int end = from;
    while (end < source.length() && !source.startsWith(closing, end)) {
      end += source.charAt(end) == '\\' && closing.equals(TEXT_BLOCK) ? 2 : 1;
    }
    if (end >= source.length()) {
      open = true;
      return source.length();
    }
    return end + closing.length();
  }

  private int quoteEnd(char quote) {
    int line = lineEnd(at);
    int end = at + 1;
    while (end < line && source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, line);
  }

  private int run(int from) {
    int end = from;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Digits, letters and one dot: {@code 0x1F}, {@code 1_000L}, {@code 1.5e3}. */
  private int numberEnd() {
    int end = run(at);
    if (end + 1 < source.length()
        && source.charAt(end) == '.'
        && Character.isDigit(source.charAt(end + 1))) {
      end = run(end + 1);
    }
    return end;
  }
}
