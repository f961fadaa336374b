package org.skipjack.kernel.source;

/**
 * A piece of source that has a meaning as a whole.
 *
 * @param kind what it is
 * @param start its first character
 * @param end the character after its last
 */
public record Token(Kind kind, int start, int end) {

  /** What a token can be. */
  public enum Kind {
    /** A name or a keyword. */
    WORD,
    /** A number. */
    NUMBER,
    /** A string, a character or a text block, quotes and all. */
    STRING,
    /** A comment. */
    COMMENT,
    /** A character of its own, such as a bracket. */
    SYMBOL
  }

  /** The token's text. */
  public String of(String source) {
    return source.substring(start, end);
  }

  /** Whether it is this one character. */
  public boolean is(String source, char symbol) {
    return kind == Kind.SYMBOL && source.charAt(start) == symbol;
  }

  /** Whether a position lies in it. */
  public boolean contains(int position) {
    return start <= position && position < end;
  }
}
