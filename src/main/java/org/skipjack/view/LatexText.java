package org.skipjack.view;

/** Words inside LaTeX's text, which fonts of formulas lack characters for. */
final class LatexText {
  private LatexText() {}

  static String escaped(String text) {
    return text.replaceAll("([#%&_{}$])", "\\\\$1")
        .replace("×", "$\\times$")
        .replace("₁", "$_1$")
        .replace("₂", "$_2$")
        .replace("α", "$\\alpha$")
        .replaceAll("∂E/∂([a-zA-Z])", "\\$\\\\partial E/\\\\partial $1\\$");
  }
}
