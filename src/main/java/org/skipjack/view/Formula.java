package org.skipjack.view;

/**
 * A formula in characters and in LaTeX.
 *
 * @param text such as {@code u₂ = max(u₁, 0)}
 * @param latex such as <code>u_{2} = \\max(u_{1}, 0)</code>
 */
record Formula(String text, String latex) {

  /** A letter with an index below it, such as {@code 12} or {@code s}; or, if empty, without. */
  static Formula symbol(String letter, String latex, String index) {
    return index.isEmpty()
        ? new Formula(letter, latex)
        : new Formula(letter + subscript(index), latex + "_{" + index + "}");
  }

  /** Characters have no letter g below the line, and few others. */
  private static String subscript(String index) {
    StringBuilder below = new StringBuilder();
    for (int i = 0; i < index.length(); i++) {
      char each = index.charAt(i);
      below.append(
          Character.isDigit(each)
              ? "" + (char) ('₀' + each - '0')
              : each == 's' ? "ₛ" : "_" + each);
    }
    return below.toString();
  }

  /** A formula with others in place of {@code $1}, {@code $2} and so on, in both forms. */
  static Formula of(String text, String latex, Formula... parts) {
    String inText = text;
    String inLatex = latex;
    for (int i = 0; i < parts.length; i++) {
      inText = inText.replace("$" + (i + 1), parts[i].text());
      inLatex = inLatex.replace("$" + (i + 1), parts[i].latex());
    }
    return new Formula(inText, inLatex);
  }

  /** A formula that is written alike in both. */
  static Formula same(String both, Formula... parts) {
    return of(both, both, parts);
  }

  /** ∂E/∂ of something. */
  Formula gradient() {
    return of("∂E/∂$1", "\\frac{\\partial E}{\\partial $1}", this);
  }

  Formula plus(Formula other) {
    return same("$1 + $2", this, other);
  }

  Formula equalTo(Formula other) {
    return of("$1 = $2", "$1 &= $2", this, other);
  }
}
