package org.skipjack.kernel.page;

/** Text inside HTML. */
final class HtmlText {
  private HtmlText() {}

  /** An element around HTML. */
  static String element(String tag, String style, String content) {
    return "<%s class=\"%s\">%s</%s>".formatted(tag, style, content, tag);
  }
}
