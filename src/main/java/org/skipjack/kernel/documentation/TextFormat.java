package org.skipjack.kernel.documentation;

import java.util.Set;

/** Writes a comment as lines that a terminal has room for. */
final class TextFormat implements CommentFormat {
  private static final int WIDTH = 88;
  private static final String STEP = "  ";
  private static final Set<String> BLOCKS =
      Set.of("p", "ul", "ol", "table", "dl", "blockquote", "h2", "h3", "h4");

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder paragraph = new StringBuilder();
  private String indent = "";
  private String mark = "";

  @Override
  public void text(String words) {
    paragraph.append(words);
  }

  @Override
  public void code(String code) {
    paragraph.append(code);
  }

  @Override
  public void preformatted(String text) {
    blank();
    text.stripTrailing()
        .replaceFirst("^\\s*\\R", "")
        .lines()
        .forEach(line -> lines.append("    ").append(line).append('\n'));
  }

  @Override
  public void open(String element) {
    if (BLOCKS.contains(element)) {
      blank();
    }
    switch (element) {
      case "li", "dt" -> item("- ");
      case "tr", "dd", "br" -> flush();
      case "td", "th" -> paragraph.append(paragraph.isEmpty() ? "" : "  ");
      case "sup" -> paragraph.append('^');
      case "sub" -> paragraph.append('_');
      default -> {}
    }
  }

  @Override
  public void close(String element) {
    if (BLOCKS.contains(element)) {
      blank();
    } else if (element.equals("li")) {
      flush();
    }
  }

  @Override
  public void term(String name) {
    flush();
    indent = STEP;
    mark = name + "  ";
  }

  @Override
  public void endTerm() {
    flush();
    indent = "";
  }

  @Override
  public void heading(String words) {
    blank();
    lines.append(words).append('\n');
  }

  private void item(String begin) {
    flush();
    mark = begin;
  }

  private void blank() {
    flush();
    if (!lines.isEmpty() && !lines.toString().endsWith("\n\n")) {
      lines.append('\n');
    }
  }

  /** Writes the paragraph, its further lines behind its mark. */
  private void flush() {
    String words = paragraph.toString().replaceAll("\\s+", " ").strip();
    paragraph.setLength(0);
    if (words.isEmpty() && mark.isBlank()) {
      return;
    }
    String hanging = indent + " ".repeat(mark.isEmpty() ? 0 : mark.startsWith("-") ? 2 : 4);
    StringBuilder line = new StringBuilder(indent + mark);
    mark = "";
    boolean fresh = true;
    for (String word : words.split(" ", -1)) {
      if (!fresh && line.length() + 1 + word.length() > WIDTH) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(hanging);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.append(line.toString().stripTrailing()).append('\n');
  }

  @Override
  public String result() {
    flush();
    return lines.toString().stripTrailing();
  }
}
