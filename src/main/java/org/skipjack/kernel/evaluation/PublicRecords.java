package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skipjack.kernel.source.Token;
import org.skipjack.kernel.source.Tokens;

/**
 * A snippet as JShell takes records. It makes every type of a cell a public member of a class of
 * its own, and the canonical constructor of a public record has to be public too; a record that
 * stands by itself in a file need not say so, and neither need a cell.
 *
 * @param text the snippet with the word in front of its records' constructors
 * @param insertions where it was put in, as positions in the text
 */
record PublicRecords(String text, List<Integer> insertions) {
  private static final String PUBLIC = "public ";
  private static final String PROTECTED = "protected";
  private static final Set<String> SAID = Set.of("public", "private");

  /** The snippet of a source; the same text if no record in it lacks the word. */
  static PublicRecords of(String source) {
    List<Token> tokens =
        Tokens.of(source).stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList();
    Scan scan = new Scan(source, tokens);
    for (int i = 0; i < tokens.size(); i++) {
      scan.take(i);
    }
    return new PublicRecords(scan.text.toString(), List.copyOf(scan.insertions));
  }

  /** A position in the text as one in the source. */
  int original(int position) {
    int original = position;
    for (int insertion : insertions) {
      original -= Math.max(0, Math.min(position - insertion, PUBLIC.length()));
    }
    return original;
  }

  /** Goes through a snippet once. */
  private static final class Scan {
    private final String source;
    private final List<Token> tokens;
    private final StringBuilder text;
    private final List<Integer> insertions = new ArrayList<>();

    /** Of the record in whose body the scan is, or is about to be; empty outside of one. */
    private String name = "";

    private int depth;
    private int memberStart;

    Scan(String source, List<Token> tokens) {
      this.source = source;
      this.tokens = tokens;
      text = new StringBuilder(source);
    }

    void take(int index) {
      Token token = tokens.get(index);
      if (depth == 0 && word(index).equals("record") && !word(index + 1).isEmpty()) {
        name = word(index + 1);
      }
      if (depth == 1 && !name.isEmpty() && isConstructor(index)) {
        makePublic(index);
      }
      if ("([{".contains(token.of(source))) {
        depth++;
      } else if (")]}".contains(token.of(source))) {
        depth--;
      }
      if (token.is(source, '{') || token.is(source, '}') || token.is(source, ';')) {
        memberStart = index + 1;
      }
    }

    private String word(int index) {
      boolean word = index < tokens.size() && tokens.get(index).kind() == Token.Kind.WORD;
      return word ? tokens.get(index).of(source) : "";
    }

    /** Whether the record's name begins a block or parameters, with annotations at most before. */
    private boolean isConstructor(int index) {
      if (!word(index).equals(name) || index + 1 == tokens.size()) {
        return false;
      }
      Token next = tokens.get(index + 1);
      Token before = tokens.get(index - 1);
      boolean first =
          index == memberStart
              || before.is(source, ')')
              || word(index - 1).equals(PROTECTED)
              || (index - 2 >= memberStart && tokens.get(index - 2).is(source, '@'));
      return first && (next.is(source, '{') || next.is(source, '('));
    }

    private void makePublic(int index) {
      for (int i = memberStart; i < index; i++) {
        if (SAID.contains(word(i))) {
          return;
        }
        if (word(i).equals(PROTECTED)) {
          int start = insertions.size() * PUBLIC.length() + tokens.get(i).start();
          text.replace(start, start + PROTECTED.length(), PUBLIC + "  ");
          return;
        }
      }
      int at = insertions.size() * PUBLIC.length() + tokens.get(index).start();
      text.insert(at, PUBLIC);
      insertions.add(at);
    }
  }
}
