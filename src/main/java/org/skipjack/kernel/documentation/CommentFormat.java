package org.skipjack.kernel.documentation;

/** What a comment is written into, from its beginning to its end. */
interface CommentFormat {

  /** Words; white space in them is only a space. */
  void text(String words);

  /** Code within a sentence. */
  void code(String code);

  /** Lines that stay as they are. */
  void preformatted(String lines);

  /** An element of HTML begins, such as {@code p} or {@code li}. */
  void open(String element);

  /** An element ends. */
  void close(String element);

  /** What a parameter or exception is, before the words that say so. */
  void term(String name);

  /** The words that say so are over. */
  void endTerm();

  /** A heading over terms or a paragraph, such as {@code Throws}. */
  void heading(String words);

  /** All that was written. */
  String result();
}
