package org.skipjack.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.notebook.NotebookReader;

class NotebookPageTest {
  @TempDir Path folder;

  private String page(String... cells) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.ipynb"),
            "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [" + String.join(",", cells) + "]}");
    return new NotebookPage(NotebookReader.read(file), folder, "the name").html();
  }

  private static String markdown(String json) {
    return "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"" + json + "\"}";
  }

  private static String code(String source, String tag, String outputs) {
    return """
        {"cell_type": "code", "metadata": {"tags": ["%s"]}, "execution_count": 7,
         "source": "%s", "outputs": [%s]}
        """
        .formatted(tag, source, outputs);
  }

  private static String shown(String data) {
    return "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {" + data + "}}";
  }

  @Test
  void the_first_heading_is_the_title_and_can_be_linked_to() throws IOException {
    assertThat(page(markdown("text"), markdown("## A `b` & c")))
        .contains("<title>A b &amp; c</title>", "<h2 id=\"A-b-&amp;-c\">");
    assertThat(page(markdown("text"))).contains("<title>the name</title>");
  }

  @Test
  void code_has_colors_and_nothing_in_it_is_markup() throws IOException {
    assertThat(page(code("int a = f(\\\"<b>\\\"); // <i>\\nNet n = 0x1F;", "t", "")))
        .contains(
            "<span class=\"keyword\">int</span> a = <span class=\"call\">f</span>("
                + "<span class=\"string\">&quot;&lt;b&gt;&quot;</span>); "
                + "<span class=\"comment\">// &lt;i&gt;</span>\n"
                + "<span class=\"type\">Net</span> n = <span class=\"number\">0x1F</span>;")
        .contains(">7</div>");
  }

  @Test
  void formulas_keep_their_marks_and_prices_are_none() throws IOException {
    assertThat(page(markdown("$a_1*b_2*c$ costs $5 or $6, `$x$`\\n\\n$$\\\\frac{a}{b}\\n+ c$$")))
        .contains(
            "</math></span> costs $5 or $6, <code>$x$</code>",
            "<math display=\"block\"><mrow><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>"
                + "<mo>+</mo><mi>c</mi></mrow></math>");
  }

  @Test
  void tables_and_blocks_of_java_are_rendered() throws IOException {
    assertThat(page(markdown("|a|b|\\n|-|-|\\n|1|2|\\n\\n```java\\nint x;\\n```")))
        .contains("<th>a</th>", "<td>2</td>", "<span class=\"keyword\">int</span> x;");
  }

  @Test
  void pictures_are_inside_whether_attached_or_beside_the_notebook() throws IOException {
    Files.write(folder.resolve("my picture.png"), new byte[] {1, 2, 3});
    String attached =
        """
        {"cell_type": "markdown", "metadata": {}, "source": "![p](attachment:p.gif)",
         "attachments": {"p.gif": {"image/gif": "R0lG\\n"}}}
        """;
    assertThat(page(attached, markdown("![q](my%20picture.png) ![r](https://example.org/r.png)")))
        .contains("src=\"data:image/gif;base64,R0lG\"", "src=\"data:image/png;base64,AQID\"")
        .doesNotContain("src=\"https://");
  }

  @Test
  void an_attachment_is_inside_in_lines_and_in_a_tag_of_html_too() throws IOException {
    String lines =
        """
        {"cell_type": "markdown", "metadata": {},
         "source": "![p](attachment:p.gif) <img src=\\"attachment:p.gif\\" width=\\"9\\">",
         "attachments": {"p.gif": {"image/gif": ["R0\\n", "lG\\n"]}}}
        """;
    String html = page(lines);
    assertThat(html.split("src=\"data:image/gif;base64,R0lG\"", -1)).hasSize(3);
    assertThat(html).doesNotContain("src=\"attachment");
  }

  @Test
  void half_a_letter_is_shown_as_the_sign_for_none() throws IOException {
    assertThat(page(markdown("a\\ud83d"))).contains("a\uFFFD</p>");
  }

  @Test
  void the_richest_form_that_needs_no_script_is_shown() throws IOException {
    String html =
        page(
            code(
                "",
                "t",
                String.join(
                    ",",
                    shown("\"text/plain\": \"no\", \"text/html\": [\"<b>\", \"yes</b>\"]"),
                    shown("\"text/plain\": \"alt <\", \"image/png\": \"AAAA\\n\"")
                        .replace(
                            "\"metadata\": {}",
                            "\"metadata\": {\"image/png\": {\"width\": 300, \"height\": 200}}"),
                    shown("\"text/plain\": \"no\", \"text/latex\": \"$x^2$\""),
                    shown("\"text/plain\": \"words\", \"application/javascript\": \"alert(1)\""))));
    assertThat(html)
        .contains(
            "<b>yes</b>",
            "<img src=\"data:image/png;base64,AAAA\" width=\"300\" height=\"200\" alt=\"alt &lt;\">",
            "<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>",
            "words")
        .doesNotContain("alert(1)", ">no<");
  }

  @Test
  void text_is_shown_as_a_terminal_would() throws IOException {
    String stream = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"%s\"}";
    String error =
        "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"v\", \"traceback\": [%s]}";
    assertThat(
            page(
                code(
                    "",
                    "t",
                    stream.formatted("1 %\\r50 %\\r100 %\\n<a>\\n")
                        + ","
                        + error.formatted("\"\\u001b[1;31mbad\\u001b[0m &\"")
                        + ","
                        + error.formatted(""))))
        .contains(
            "<pre class=\"stream\">100 %\n&lt;a&gt;\n</pre>",
            "<pre class=\"error\"><span class=\"ansi-bold ansi-red\">bad</span> &amp;</pre>",
            "<pre class=\"error\">E: v</pre>");
  }

  @Test
  void tags_take_out_code_outputs_or_the_whole_cell() throws IOException {
    String output = shown("\"text/plain\": \"out\"");
    assertThat(page(code("in", "remove-input", output))).contains("out").doesNotContain(">in<");
    assertThat(page(code("in", "remove-output", output))).contains(">in<").doesNotContain("out</");
    assertThat(page(code("in", "remove-cell", output))).doesNotContain(">in<", "out</");
  }

  @Test
  void the_page_forbids_itself_the_network_and_scripts() throws IOException {
    assertThat(page(markdown("a")))
        .contains("Content-Security-Policy\" content=\"default-src 'none'; img-src data:;")
        .doesNotContain("http://", "https://", "<script", "<link");
  }
}
