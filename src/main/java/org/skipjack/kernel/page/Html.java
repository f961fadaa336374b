package org.skipjack.kernel.page;

/** Text inside HTML. */
final class Html {
  private Html() {}

  /** Text that stands for itself, in an element or in an attribute's quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** An element around HTML. */
  static String element(String tag, String style, String content) {
    return "<%s class=\"%s\">%s</%s>".formatted(tag, style, content, tag);
  }
}
