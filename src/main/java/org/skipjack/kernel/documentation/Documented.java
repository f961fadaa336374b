package org.skipjack.kernel.documentation;

import java.util.Optional;
import org.skipjack.io.Markup;

/**
 * What is written of a name.
 *
 * @param signature how it is declared
 * @param owner the type that it belongs to; of a type itself, its package
 * @param comment its Javadoc, as it was written between the stars; empty if there is none
 * @param source its code, if that is at hand
 */
public record Documented(String signature, String owner, String comment, Optional<String> source) {

  /** Code as a piece of an HTML page. */
  public static String preformatted(String code) {
    return "<pre>" + Markup.escaped(code) + "</pre>";
  }

  /** What is said of it, for a terminal. */
  public String text() {
    CommentFormat commentFormat = new TextFormat();
    JavadocComment.of(comment).write(commentFormat);
    String said = commentFormat.result();
    return signature
        + (owner.isEmpty() ? "" : "\n  in " + owner)
        + (said.isEmpty() ? "" : "\n\n" + said);
  }

  /** What is said of it, as a piece of an HTML page. */
  public String html() {
    CommentFormat commentFormat = new HtmlFormat();
    JavadocComment.of(comment).write(commentFormat);
    return "<div><pre><b>%s</b>%s</pre>%s</div>"
        .formatted(
            Markup.escaped(signature),
            owner.isEmpty() ? "" : "\n  in " + Markup.escaped(owner),
            commentFormat.result());
  }
}
