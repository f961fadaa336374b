package org.skipjack.kernel.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The text of a Javadoc comment, taken apart. */
final class JavadocComment {
  private static final Map<String, String> ENTITIES =
      Map.of(
          "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "mdash", "—", "ndash", "–",
          "times", "×", "hellip", "…");

  private final List<? extends DocTree> body;
  private final List<? extends DocTree> tags;

  private JavadocComment(List<? extends DocTree> body, List<? extends DocTree> tags) {
    this.body = body;
    this.tags = tags;
  }

  /** Reads a comment, its stars left out. */
  static JavadocComment of(String text) {
    String safe = text.replace("*/", "*&#47;").replaceAll("(?m)^", " * ");
    SourceFile file = SourceFile.of("/**\n" + safe + "\n */\nclass Commented {}");
    DocTrees docs = file.docs();
    TreePath path = file.path();
    TreePath type = new TreePath(path, path.getCompilationUnit().getTypeDecls().get(0));
    DocCommentTree tree = docs.getDocCommentTree(type);
    return tree == null
        ? new JavadocComment(List.of(), List.of())
        : new JavadocComment(tree.getFullBody(), tree.getBlockTags());
  }

  /** What it refers to where it says to see it, such as {@code Option#stride}. */
  Optional<String> seen() {
    String before = "";
    for (DocTree part : body) {
      if (part instanceof LinkTree link
          && before.stripTrailing().toLowerCase(Locale.ROOT).endsWith("see")) {
        return Optional.of(link.getReference().getSignature());
      }
      before = part.toString();
    }
    return Optional.empty();
  }

  /** Writes all of it. */
  void write(CommentFormat commentFormat) {
    Writing writing = new Writing(commentFormat);
    writing.all(body);
    writing.section("Parameters", DocTree.Kind.PARAM);
    writing.section("Returns", DocTree.Kind.RETURN);
    writing.section("Throws", DocTree.Kind.THROWS);
    writing.section("See", DocTree.Kind.SEE);
  }

  /** On its way from the first part to the last. */
  private final class Writing {
    private final CommentFormat commentFormat;
    private boolean preformatted;

    Writing(CommentFormat commentFormat) {
      this.commentFormat = commentFormat;
    }

    void all(List<? extends DocTree> parts) {
      parts.forEach(this::part);
    }

    void section(String title, DocTree.Kind kind) {
      List<DocTree> ofKind = new ArrayList<>();
      tags.stream().filter(tag -> tag.getKind() == kind).forEach(ofKind::add);
      if (!ofKind.isEmpty()) {
        commentFormat.heading(title);
        ofKind.forEach(this::tag);
      }
    }

    private void tag(DocTree tag) {
      if (tag instanceof ParamTree parameter) {
        String name = parameter.getName().toString();
        term(parameter.isTypeParameter() ? "<" + name + ">" : name, parameter.getDescription());
      } else if (tag instanceof ThrowsTree thrown) {
        term(thrown.getExceptionName().getSignature(), thrown.getDescription());
      } else if (tag instanceof ReturnTree returned) {
        term("", returned.getDescription());
      } else if (tag instanceof SeeTree see) {
        term("", see.getReference());
      }
    }

    private void term(String name, List<? extends DocTree> words) {
      commentFormat.term(name);
      all(words);
      commentFormat.endTerm();
    }

    private void part(DocTree part) {
      if (part instanceof TextTree text) {
        text(text.getBody());
      } else if (part instanceof LiteralTree literal) {
        literal(literal);
      } else if (part instanceof LinkTree link) {
        link(link);
      } else if (part instanceof EntityTree entity) {
        text(entity(entity.getName().toString()));
      } else if (part instanceof StartElementTree start) {
        element(start.getName().toString().toLowerCase(Locale.ROOT), true);
      } else if (part instanceof EndElementTree end) {
        element(end.getName().toString().toLowerCase(Locale.ROOT), false);
      } else { // what is rare: its words without its braces
        text(part.toString().replaceFirst("(?s)^\\{@\\w+\\s*(.*)}$", "$1"));
      }
    }

    private void element(String name, boolean begins) {
      if (name.equals("pre")) {
        preformatted = begins;
      } else if (begins) {
        commentFormat.open(name);
      } else {
        commentFormat.close(name);
      }
    }

    private void text(String text) {
      if (preformatted && !text.isBlank()) {
        commentFormat.preformatted(text);
      } else {
        commentFormat.text(text);
      }
    }

    private void literal(LiteralTree literal) {
      String text = literal.getBody().getBody();
      if (preformatted || literal.getKind() == DocTree.Kind.LITERAL) {
        text(text);
      } else {
        commentFormat.code(text);
      }
    }

    private void link(LinkTree link) {
      if (link.getLabel().isEmpty()) {
        String name = link.getReference().getSignature();
        commentFormat.code(name.replaceFirst("^#", "").replace('#', '.'));
      } else {
        all(link.getLabel());
      }
    }
  }

  private static String entity(String name) {
    if (name.matches("#\\d{1,6}")) {
      return Character.toString(Integer.parseInt(name.substring(1)));
    }
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }
}
