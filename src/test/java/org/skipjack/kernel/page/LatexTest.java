package org.skipjack.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class LatexTest {
  private static String mathml(String latex) {
    return Latex.mathml(latex, true).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x_i^2        | <msubsup><mi>x</mi><mrow><mi>i</mi></mrow><mrow><mn>2</mn></mrow></msubsup>",
        "x'           | <msup><mi>x</mi><mrow><mo>′</mo></mrow></msup>",
        "\\sqrt{2.5}  | <msqrt><mrow><mn>2.5</mn></mrow></msqrt>",
        "\\sum_i      | <munder><mo>∑</mo><mrow><mi>i</mi></mrow></munder>",
        "\\mathcal{E} | <mi>ℰ</mi>",
        "\\mathbf{x}  | <mi>𝐱</mi>",
        "\\text{a <b} | <mtext>a &lt;b</mtext>",
        "\\hat y      | <mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>",
        "a - b        | <mi>a</mi><mo>−</mo><mi>b</mi>",
        "\\left( x \\right. | <mrow><mo>(</mo><mrow><mi>x</mi></mrow></mrow>",
      })
  void formulas_become_mathml(String latex, String expected) {
    assertThat(mathml(latex))
        .isEqualTo("<math display=\"block\"><mrow>" + expected + "</mrow></math>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\frac{\\partial E}{\\partial x_l} = \\frac{\\partial E}{\\partial x_L} \\left( 1 + "
            + "\\frac{\\partial}{\\partial x_l} \\sum_{i=l}^{L-1} F(x_i) \\right)",
        "\\begin{aligned} y &= W_s x \\\\ H &\\approx F \\end{aligned}",
        "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
        "\\lVert x \\rVert_2 \\le 10^{-3}, \\quad x \\in \\mathbb{R}^{C \\times H}",
      })
  void what_papers_need_is_well_formed(String latex)
      throws ParserConfigurationException, IOException, SAXException {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(mathml(latex))));
    assertThat(document.getDocumentElement().getTextContent()).doesNotContain("\\", "}", "&");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\unknown",
        "\\frac{a}",
        "{a",
        "a}",
        "\\left( a",
        "\\begin{tikz}\\end{tikz}",
        "a & b",
        "x_",
        "\\"
      })
  void what_is_not_known_is_left_alone(String latex) {
    assertThat(Latex.mathml(latex, false)).isEmpty();
  }

  @Test
  void a_formula_in_a_line_of_text_has_its_limits_at_the_side() {
    assertThat(Latex.mathml("\\sum_i", false))
        .hasValueSatisfying(m -> assertThat(m).contains("<msub>"));
  }
}
