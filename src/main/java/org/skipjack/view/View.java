package org.skipjack.view;

/** A view of a net, as text for a terminal and as HTML for a page. */
public interface View {

  /** As plain text, in lines that end with a line feed each. */
  String text();

  /**
   * As a piece of HTML for the body of a page: one element that brings its style along, runs no
   * script, fetches nothing, and takes the color of the text around it.
   */
  String html();
}
