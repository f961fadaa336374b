package org.skipjack.io;

/** What keeps text apart from markup. */
public final class Markup {
  private Markup() {}

  /**
   * Text that stands for itself in HTML, SVG and XML, in an element or in an attribute's quotes.
   */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
