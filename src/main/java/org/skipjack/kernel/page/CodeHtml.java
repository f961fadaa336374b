package org.skipjack.kernel.page;

import java.util.List;
import java.util.Set;
import org.skipjack.io.Markup;
import org.skipjack.kernel.source.Token;
import org.skipjack.kernel.source.Tokens;

/** Java with colors. */
final class CodeHtml {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new non-sealed package permits private"
                  + " protected public record return sealed short static strictfp super switch"
                  + " synchronized this throw throws transient try var void volatile while yield"
                  + " true false null")
              .split(" "));

  private CodeHtml() {}

  /** The code as the content of a {@code pre}. */
  static String of(String code) {
    List<Token> tokens = Tokens.of(code);
    StringBuilder html = new StringBuilder();
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String style = style(code, tokens, i);
      html.append(Markup.escaped(code.substring(at, token.start())));
      String text = Markup.escaped(token.of(code));
      html.append(style.isEmpty() ? text : HtmlText.element("span", style, text));
      at = token.end();
    }
    return html.append(Markup.escaped(code.substring(at))).toString();
  }

  private static String style(String code, List<Token> tokens, int index) {
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case COMMENT -> "comment";
      case STRING -> "string";
      case NUMBER -> "number";
      case SYMBOL -> "";
      case WORD -> word(code, tokens, index);
    };
  }

  private static String word(String code, List<Token> tokens, int index) {
    String word = tokens.get(index).of(code);
    if (KEYWORDS.contains(word)) {
      return "keyword";
    }
    if (Character.isUpperCase(word.charAt(0))) {
      return "type";
    }
    boolean called = index + 1 < tokens.size() && tokens.get(index + 1).is(code, '(');
    return called ? "call" : "";
  }
}
