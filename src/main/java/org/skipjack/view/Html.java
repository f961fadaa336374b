package org.skipjack.view;

/** What keeps text of users' apart from markup. */
final class Html {
  private Html() {}

  /** Text that stands for itself in HTML, in SVG and in their attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
