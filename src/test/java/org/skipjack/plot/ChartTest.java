package org.skipjack.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.plot.Charts.history;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.io.OutputException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {
  private static final ErrorChart ERRORS =
      ErrorChart.of(List.of(new ErrorChart.Series("resnet20", history(4, 0.1))));

  @TempDir private Path folder;

  @Test
  void it_needs_no_screen() {
    assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    assertThat(ERRORS.chart().png()).isNotEmpty();
  }

  @Test
  void a_png_is_twice_as_sharp_as_the_chart_is_large() throws IOException {
    Chart chart = ERRORS.chart();
    BufferedImage image = image(chart);
    assertThat(chart.width()).isEqualTo(600);
    assertThat(image.getWidth()).isEqualTo(2 * chart.width());
    assertThat(image.getHeight()).isEqualTo(2 * chart.height());
  }

  @Test
  void the_paper_reaches_every_edge() throws IOException {
    BufferedImage image = image(ERRORS.theme(Theme.DARK).chart());
    int paper = Theme.DARK.paper().getRGB();
    assertThat(image.getRGB(0, 0)).isEqualTo(paper);
    assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1)).isEqualTo(paper);
  }

  @Test
  void the_same_chart_is_the_same_picture() {
    assertThat(ERRORS.chart().png()).isEqualTo(ERRORS.chart().png());
  }

  @Test
  void an_svg_is_a_document_of_the_charts_size() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    InputSource source = new InputSource(new StringReader(ERRORS.chart().svg()));
    Element root = factory.newDocumentBuilder().parse(source).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 600 380");
  }

  @Test
  void the_ending_of_the_name_chooses_the_format() throws IOException {
    Chart chart = ERRORS.chart();
    chart.save(folder.resolve("errors.png"));
    chart.save(folder.resolve("ERRORS.SVG"));
    assertThat(Files.readAllBytes(folder.resolve("errors.png"))).isEqualTo(chart.png());
    assertThat(folder.resolve("ERRORS.SVG")).content().startsWith("<svg");
  }

  @Test
  void another_ending_is_refused() {
    Path file = Path.of("errors.jpg");
    assertThatThrownBy(() -> ERRORS.chart().save(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            a chart is saved as .png or .svg, not as errors.jpg.
            Fix: save(Path.of("chart.png"))"""
                .replace("\n", System.lineSeparator()));
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    Path file = folder.resolve("none").resolve("errors.png");
    assertThatThrownBy(() -> ERRORS.chart().save(file))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(file.toString());
  }

  private static BufferedImage image(Chart chart) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(chart.png()));
  }
}
