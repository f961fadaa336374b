package org.skipjack.kernel.page;

import java.util.Optional;
import java.util.Set;
import org.skipjack.io.Markup;

/**
 * LaTeX's formulas as MathML, which browsers draw without a script: scripts, fractions, roots,
 * sums, brackets, alphabets, accents, aligned lines. A formula with anything else is left as it is.
 */
final class Latex {
  private static final Set<String> ALPHABETS = Set.of("mathcal", "mathbb", "mathbf", "boldsymbol");
  private static final Set<String> WORDS =
      Set.of("text", "textrm", "textit", "mathrm", "operatorname", "textbf", "mathit");
  private static final Set<String> TABLES =
      Set.of("aligned", "align", "align*", "gathered", "cases", "matrix", "pmatrix", "bmatrix");

  private final String latex;
  private final boolean display;
  private int at;

  /** Something that is not known here. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Latex(String latex, boolean display) {
    this.latex = latex;
    this.display = display;
  }

  /**
   * A formula as a {@code math} element.
   *
   * @param display whether it stands on lines of its own
   * @return nothing if there is something in it that is not known
   */
  static Optional<String> mathml(String latex, boolean display) {
    Latex parser = new Latex(latex.strip(), display);
    try {
      String row = parser.row("");
      return parser.at < parser.latex.length()
          ? Optional.empty()
          : Optional.of("<math%s>%s</math>".formatted(display ? " display=\"block\"" : "", row));
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  /** What stands up to a word that ends it, which is not taken; the empty one is the end. */
  private String row(String end) {
    StringBuilder row = new StringBuilder("<mrow>");
    while (true) {
      skipSpace();
      if (at >= latex.length() || (!end.isEmpty() && latex.startsWith(end, at)) || endsRow()) {
        return row.append("</mrow>").toString();
      }
      row.append(scripted());
    }
  }

  private boolean endsRow() {
    return latex.charAt(at) == '}'
        || latex.charAt(at) == '&'
        || latex.startsWith("\\\\", at)
        || (latex.startsWith("\\right", at) && !latex.startsWith("\\rightarrow", at))
        || latex.startsWith("\\end", at);
  }

  private String scripted() {
    int begin = at;
    String base = primary();
    boolean limits = display && isLarge(latex.substring(begin, at));
    String below = "";
    String above = "";
    skipSpace();
    while (at < latex.length() && "_^'".indexOf(latex.charAt(at)) >= 0) {
      char mark = latex.charAt(at++);
      String script = mark == '\'' ? "<mo>′</mo>" : argument();
      if (mark == '_') {
        below = below + script;
      } else {
        above = above + script;
      }
      skipSpace();
    }
    return scripts(base, below, above, limits);
  }

  private static boolean isLarge(String source) {
    return source.startsWith("\\") && LatexSymbols.LARGE.containsKey(source.substring(1).strip());
  }

  private static String scripts(String base, String below, String above, boolean limits) {
    String both = base + grouped(below) + grouped(above);
    if (!below.isEmpty() && !above.isEmpty()) {
      return element(limits ? "munderover" : "msubsup", both);
    }
    if (!below.isEmpty()) {
      return element(limits ? "munder" : "msub", base + grouped(below));
    }
    return above.isEmpty() ? base : element(limits ? "mover" : "msup", base + grouped(above));
  }

  private static String grouped(String content) {
    return content.isEmpty() ? "" : element("mrow", content);
  }

  private String primary() {
    char c = latex.charAt(at);
    if (c == '{') {
      return group();
    }
    if (c == '\\') {
      return command();
    }
    if (Character.isDigit(c)) {
      int begin = at;
      while (at < latex.length()
          && (Character.isDigit(latex.charAt(at)) || latex.charAt(at) == '.')) {
        at++;
      }
      return element("mn", latex.substring(begin, at));
    }
    int letter = latex.codePointAt(at);
    at += Character.charCount(letter);
    String text = Markup.escaped(Character.toString(letter));
    return Character.isLetter(letter)
        ? element("mi", text)
        : "([|])".indexOf(c) >= 0
            ? "<mo stretchy=\"false\">" + text + "</mo>"
            : element("mo", c == '-' ? "−" : c == '*' ? "∗" : text);
  }

  private String group() {
    expect('{');
    String row = row("");
    expect('}');
    return row;
  }

  private String argument() {
    skipSpace();
    if (at >= latex.length()) {
      throw new Unknown();
    }
    return primary();
  }

  /** The text between braces as it stands. */
  private String words() {
    expect('{');
    int end = latex.indexOf('}', at);
    if (end < 0) {
      throw new Unknown();
    }
    String words = latex.substring(at, end);
    at = end + 1;
    return words;
  }

  private String command() {
    at++;
    int begin = at;
    while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
      at++;
    }
    at = at == begin ? Math.min(begin + 1, latex.length()) : at;
    String name = latex.substring(begin, at);
    if (LatexSymbols.LETTERS.containsKey(name)) {
      return element("mi", LatexSymbols.LETTERS.get(name));
    }
    if (LatexSymbols.OPERATORS.containsKey(name)) {
      return element("mo", LatexSymbols.OPERATORS.get(name));
    }
    if (LatexSymbols.LARGE.containsKey(name)) {
      return element("mo", LatexSymbols.LARGE.get(name));
    }
    if (LatexSymbols.SPACES.containsKey(name)) {
      return "<mspace width=\"%s\"></mspace>".formatted(LatexSymbols.SPACES.get(name));
    }
    return structure(name);
  }

  private String structure(String name) {
    if (LatexSymbols.ACCENTS.containsKey(name)) {
      return "<mover accent=\"true\">%s<mo>%s</mo></mover>"
          .formatted(argument(), LatexSymbols.ACCENTS.get(name));
    }
    if (ALPHABETS.contains(name)) {
      return element("mi", Markup.escaped(LatexSymbols.alphabet(name, words())));
    }
    if (WORDS.contains(name)) {
      return element("mtext", Markup.escaped(words()));
    }
    return switch (name) {
      case "frac", "dfrac", "tfrac" -> element("mfrac", argument() + argument());
      case "sqrt" -> element("msqrt", argument());
      case "left" -> bracketed();
      case "begin" -> table();
      case "{", "}", "%", "$", "#", "_", "&" -> element("mo", Markup.escaped(name));
      case "|" -> "<mo>‖</mo>";
      default -> throw new Unknown();
    };
  }

  private String bracketed() {
    String open = delimiter();
    String row = row("");
    if (!latex.startsWith("\\right", at)) {
      throw new Unknown();
    }
    at += "\\right".length();
    return element("mrow", open + row + delimiter());
  }

  private String delimiter() {
    skipSpace();
    if (at < latex.length() && latex.charAt(at) == '.') {
      at++;
      return "";
    }
    return argument().replace(" stretchy=\"false\"", "");
  }

  private String table() {
    String name = words();
    if (!TABLES.contains(name)) {
      throw new Unknown();
    }
    String end = "\\end{" + name + "}";
    StringBuilder rows = new StringBuilder("<mtr><mtd>");
    while (!latex.startsWith(end, at)) {
      rows.append(row(end));
      if (latex.startsWith("&", at)) {
        at++;
        rows.append("</mtd><mtd>");
      } else if (latex.startsWith("\\\\", at)) {
        at += 2;
        rows.append("</mtd></mtr><mtr><mtd>");
      } else if (!latex.startsWith(end, at)) {
        throw new Unknown();
      }
      skipSpace();
    }
    at += end.length();
    String style = name.startsWith("align") ? " class=\"aligned\"" : "";
    String table = "<mtable%s>%s</mtd></mtr></mtable>".formatted(style, rows);
    return switch (name) {
      case "cases" -> "<mrow><mo>{</mo>" + table + "</mrow>";
      case "pmatrix" -> "<mrow><mo>(</mo>" + table + "<mo>)</mo></mrow>";
      case "bmatrix" -> "<mrow><mo>[</mo>" + table + "<mo>]</mo></mrow>";
      default -> table;
    };
  }

  private void skipSpace() {
    while (at < latex.length() && Character.isWhitespace(latex.charAt(at))) {
      at++;
    }
  }

  private void expect(char symbol) {
    skipSpace();
    if (at >= latex.length() || latex.charAt(at) != symbol) {
      throw new Unknown();
    }
    at++;
  }

  private static String element(String tag, String content) {
    return "<" + tag + ">" + content + "</" + tag + ">";
  }
}
