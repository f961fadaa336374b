package org.skipjack.kernel.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.io.Markup;

/** Text for a terminal, as one would show it: colors, and lines that are written over. */
final class AnsiHtml {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;?]*)([A-Za-z])");
  private static final String[] COLORS = {
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
  };

  private AnsiHtml() {}

  /** The text as the content of a {@code pre}. */
  static String of(String text) {
    String shown = overwritten(text);
    Matcher escape = ESCAPE.matcher(shown);
    StringBuilder html = new StringBuilder();
    String style = "";
    int at = 0;
    while (escape.find()) {
      html.append(styled(style, shown.substring(at, escape.start())));
      style = escape.group(2).equals("m") ? style(style, escape.group(1)) : style;
      at = escape.end();
    }
    return html.append(styled(style, shown.substring(at))).toString();
  }

  /** A carriage return begins its line again, as a progress bar does. */
  private static String overwritten(String text) {
    return text.replace("\r\n", "\n").replaceAll("(?m)^[^\\n]*\\r(?=[^\\n])", "").replace("\r", "");
  }

  private static String styled(String style, String text) {
    String escaped = Markup.escaped(text);
    return style.isEmpty() || text.isEmpty() ? escaped : HtmlText.element("span", style, escaped);
  }

  private static String style(String before, String codes) {
    String style = before;
    for (String code : codes.split(";", -1)) {
      int number = code.matches("\\d{1,3}") ? Integer.parseInt(code) : 0;
      if (number == 0) {
        style = "";
      } else if (number == 1) {
        style = (style + " ansi-bold").strip();
      } else if (number == 2) {
        style = (style + " ansi-faint").strip();
      } else if (number >= 30 && number <= 37) {
        style = (style + " ansi-" + COLORS[number - 30]).strip();
      } else if (number >= 90 && number <= 97) {
        style = (style + " ansi-" + COLORS[number - 90]).strip();
      }
    }
    return style;
  }
}
