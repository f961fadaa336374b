package org.skipjack.kernel.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.skipjack.io.Markup;

/** Markdown as HTML: CommonMark with tables, formulas, colored Java, and pictures inside. */
final class MarkdownHtml {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .customInlineContentParserFactory(new FormulaHtml.Factory())
          .build();

  /**
   * What a tag of HTML within the text shows, as Jupyter writes it for a picture that is resized.
   */
  private static final Pattern ATTACHED = Pattern.compile("src=\"(attachment:[^\"]+)\"");

  private static final Pattern DISPLAYED = Pattern.compile("\\$\\$(?:[^$`\\n]|\\n(?!\\n))+\\$\\$");

  private MarkdownHtml() {}

  /** A cell's text. */
  static String of(String markdown, EmbeddedPictures embeddedPictures) {
    String html =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> attributes(embeddedPictures))
            .nodeRendererFactory(FormulaRenderer::new)
            .nodeRendererFactory(CodeRenderer::new)
            .build()
            .render(PARSER.parse(onOneLine(markdown)));
    return ATTACHED
        .matcher(html)
        .replaceAll(
            source ->
                Matcher.quoteReplacement(
                    "src=\"%s\"".formatted(embeddedPictures.inside(source.group(1)).orElse(""))));
  }

  /** A formula of several lines, none of which Markdown may take for a list or a heading. */
  private static String onOneLine(String markdown) {
    return DISPLAYED
        .matcher(markdown)
        .replaceAll(formula -> Matcher.quoteReplacement(formula.group().replace('\n', ' ')));
  }

  /** The words of the first heading; empty if there is none. */
  static String title(String markdown) {
    for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) {
        return words(node);
      }
    }
    return "";
  }

  /** Headings can be linked to as in Jupyter; pictures that are not here are named. */
  private static AttributeProvider attributes(EmbeddedPictures embeddedPictures) {
    return (node, tag, attributes) -> {
      if (node instanceof Heading) {
        attributes.put("id", words(node).replace(' ', '-'));
      } else if (node instanceof Image image) {
        attributes.put("src", embeddedPictures.inside(image.getDestination()).orElse(""));
        attributes.putIfAbsent("title", image.getDestination());
        if (image.getDestination().startsWith("data:")) {
          attributes.remove("title");
        }
      }
    };
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }

  /** Writes formulas. */
  private record FormulaRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FormulaHtml.class);
    }

    @Override
    public void render(Node node) {
      context.getWriter().raw(((FormulaHtml) node).html());
    }
  }

  /** Writes blocks of code, Java with colors. */
  private record CodeRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
    private static final Set<String> JAVA = Set.of("java", "jshell", "jsh");

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      FencedCodeBlock block = (FencedCodeBlock) node;
      String info = block.getInfo() == null ? "" : block.getInfo().strip();
      String code = block.getLiteral().stripTrailing();
      context.getWriter().line();
      context.getWriter().tag("pre", Map.of("class", "code"));
      context.getWriter().raw(JAVA.contains(info) ? CodeHtml.of(code) : Markup.escaped(code));
      context.getWriter().tag("/pre");
      context.getWriter().line();
    }
  }
}
