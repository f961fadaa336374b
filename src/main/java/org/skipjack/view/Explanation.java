package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.graph.Shape;
import org.skipjack.io.LineWrap;
import org.skipjack.io.Markup;
import org.skipjack.net.Net;

/**
 * The equations of a block or layer, forward and backward, with the shapes at hand; of a residual
 * block also what its shortcut adds to the gradient.
 *
 * <p>∗ is the convolution of a layer, ⋆ the correlation that gives the gradient of its weights, ⊙ a
 * product value by value, ᵀ a transpose, [·] is 1 where the condition holds and 0 elsewhere.
 *
 * @param title what is explained, and the shapes that it leads from and to
 * @param sections headed lists of equations
 */
public record Explanation(String title, List<Section> sections) implements View {

  /**
   * A list of equations.
   *
   * @param heading what they are
   * @param lines the equations in order
   */
  public record Section(String heading, List<Line> lines) {
    /** Copies the list. */
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An equation.
   *
   * @param text in characters
   * @param latex in LaTeX, with {@code &} before the sign that equations are aligned by; empty for
   *     a remark in words
   * @param remark shapes, and the layer that it belongs to
   */
  public record Line(String text, String latex, String remark) {
    /** Whether it is words and no equation. */
    public boolean isRemark() {
      return latex.isEmpty();
    }

    private String inLatex() {
      // A value alone stands before the sign that equations are aligned by.
      String aligned = latex.contains("&") ? latex : latex + " &";
      return remark.isEmpty() ? aligned : aligned + " && \\text{" + escaped(remark) + "}";
    }
  }

  /** Copies the list. */
  public Explanation {
    sections = List.copyOf(sections);
  }

  /**
   * Explains a part of a net.
   *
   * @param path of a block, group or layer, such as {@code stage1/block1}
   * @param input the shape of one example
   * @throws IllegalArgumentException if the net has no such part: the message names some that it
   *     has
   * @throws org.skipjack.graph.ShapeException if the net does not fit together
   */
  public static Explanation of(Net net, String path, Shape input) {
    return Explainer.explain(net, path, input);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(title).append('\n');
    for (Section section : sections) {
      int width =
          section.lines().stream()
              .filter(line -> !line.isRemark())
              .mapToInt(line -> line.text().length())
              .max()
              .orElse(0);
      text.append('\n').append(section.heading()).append('\n');
      for (Line line : section.lines()) {
        String blank = " ".repeat(Math.max(0, width - line.text().length()));
        text.append(
            line.isRemark()
                ? "  " + LineWrap.wrapped(line.text(), "  ")
                : ("  " + line.text() + blank + "   " + line.remark()).stripTrailing() + "\n");
      }
    }
    return text.toString();
  }

  /**
   * The equations as LaTeX, what a notebook shows as {@code text/latex}: displays, and words
   * between them.
   */
  public String latex() {
    StringBuilder latex = new StringBuilder();
    for (Section section : sections) {
      latex.append("$\\textbf{").append(escaped(section.heading())).append("}$\n");
      List<String> display = new ArrayList<>();
      for (Line line : section.lines()) {
        if (line.isRemark()) {
          latex.append(display(display)).append(escaped(line.text())).append("\n");
          display.clear();
        } else {
          display.add(line.inLatex());
        }
      }
      latex.append(display(display));
    }
    return latex.toString();
  }

  private static String display(List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "$$\n\\begin{aligned}\n%s\n\\end{aligned}\n$$\n".formatted(String.join(" \\\\\n", lines));
  }

  @Override
  public String html() {
    StringBuilder html = new StringBuilder(ExplanationHtml.START);
    html.append("<p><b>").append(Markup.escaped(title)).append("</b></p>\n");
    sections.forEach(section -> html.append(ExplanationHtml.of(section)));
    return html.append("</div>\n").toString();
  }

  @Override
  public String toString() {
    return text();
  }

  /** A text within LaTeX, with formulas for the characters that its fonts lack. */
  private static String escaped(String text) {
    return text.replaceAll("([#%&_{}$])", "\\\\$1")
        .replace("×", "$\\times$")
        .replace("₁", "$_1$")
        .replace("₂", "$_2$")
        .replace("α", "$\\alpha$")
        .replaceAll("∂E/∂([a-zA-Z])", "\\$\\\\partial E/\\\\partial $1\\$");
  }
}
