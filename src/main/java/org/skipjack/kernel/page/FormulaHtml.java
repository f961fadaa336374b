package org.skipjack.kernel.page;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.skipjack.io.Markup;

/** LaTeX between dollar signs, which Markdown must not read as its own marks. */
final class FormulaHtml extends CustomNode {
  private final String latex;
  private final boolean display;

  private FormulaHtml(String latex, boolean display) {
    this.latex = latex;
    this.display = display;
  }

  /** As HTML. */
  String html() {
    return html(latex, display);
  }

  /**
   * LaTeX as HTML.
   *
   * @param display whether it stands on lines of its own
   */
  static String html(String latex, boolean display) {
    return HtmlText.element(
        "span",
        display ? "formula display" : "formula",
        Latex.mathml(latex, display)
            .orElseGet(() -> HtmlText.element("span", "latex", Markup.escaped(latex))));
  }

  /** Finds them while Markdown is read. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return Factory::parse;
    }

    /** As pandoc has it: no space inside the dollar signs, and no digit behind them. */
    private static ParsedInline parse(InlineParserState state) {
      Scanner scanner = state.scanner();
      int dollars = scanner.matchMultiple('$');
      boolean display = dollars == 2;
      if (dollars > 2 || (!display && Character.isWhitespace(scanner.peek()))) {
        return ParsedInline.none();
      }
      Position begin = scanner.position();
      while (scanner.find('$') >= 0) {
        Position end = scanner.position();
        int before = scanner.peekPreviousCodePoint();
        int closing = scanner.matchMultiple('$');
        if (before == '\\') {
          continue;
        }
        String latex = text(scanner, begin, end);
        boolean closed =
            display || (!Character.isWhitespace(before) && !Character.isDigit(scanner.peek()));
        return closed && closing == dollars && !latex.isBlank() && latex.indexOf('`') < 0
            ? ParsedInline.of(new FormulaHtml(latex.strip(), display), scanner.position())
            : ParsedInline.none();
      }
      return ParsedInline.none();
    }

    private static String text(Scanner scanner, Position begin, Position end) {
      StringBuilder text = new StringBuilder();
      for (SourceLine line : scanner.getSource(begin, end).getLines()) {
        text.append(text.isEmpty() ? "" : "\n").append(line.getContent());
      }
      return text.toString();
    }
  }
}
