package org.skipjack.kernel.renderers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.Skipjack;
import org.skipjack.data.DataSplit;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.experiment.Budget;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Variant;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.graph.ShapeException;
import org.skipjack.io.Markup;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Renderers;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.net.Net;
import org.skipjack.plot.ErrorChart;
import org.skipjack.report.Report;
import org.skipjack.train.LearningRateSearch;
import org.skipjack.train.Run;
import org.skipjack.train.history.History;
import org.skipjack.tribuo.Evaluation;
import org.skipjack.view.Explanation;

class RenderersTest {
  private static final Path SOURCES = Path.of("src/main/java/org/skipjack/kernel/renderers");
  private static final Renderers RENDERERS = Renderers.of(RenderersTest.class.getClassLoader());
  private static final Net NET = Net.parse("net().conv(4).relu().globalAvgPool().dense(10)");
  private static final DataSplit DATA = Shapes.ofSize(16).withCounts(40, 20).split();
  private static final Run RUN = Skipjack.train(NET).on(DATA).epochs(1).run();

  private static Rendering render(Object value) {
    return RENDERERS.render(value);
  }

  private static String html(Object value) {
    return form(render(value), Rendering.HTML);
  }

  private static String form(Rendering rendering, String type) {
    return Objects.requireNonNull(rendering.data().get(type), type).getAsString();
  }

  private static BufferedImage png(Rendering rendering) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(form(rendering, Rendering.PNG));
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.filter(file -> file.toString().endsWith("Renderer.java")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void every_renderer_here_is_found_and_short(Path source) throws IOException {
    String name = source.getFileName().toString().replace(".java", "");
    assertThat(RENDERERS.all()).extracting(one -> one.getClass().getSimpleName()).contains(name);
    List<String> lines = Files.readAllLines(source);
    long body =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.matches("(import|package|/|\\s\\*).*"))
            .count();
    assertThat(body).as("lines of " + name).isLessThanOrEqualTo(30);
  }

  @Test
  void all_of_them_can_be_made_by_others() {
    assertThat(RENDERERS.unusable()).isEmpty();
    for (Renderer<?> renderer : RENDERERS.all()) {
      assertThat(Modifier.isPublic(renderer.getClass().getModifiers())).isTrue();
    }
  }

  @Test
  void a_chart_is_a_picture_of_twice_its_size() throws IOException {
    Rendering chart =
        render(ErrorChart.of(List.of(new ErrorChart.Series("a", RUN.history()))).chart());
    assertThat(png(chart).getWidth()).isEqualTo(1200);
    assertThat(chart.metadata().get(Rendering.PNG)).hasToString("{\"width\":600,\"height\":380}");
    assertThat(chart.plain()).isEqualTo("chart, 600 × 380");
  }

  @Test
  void so_is_one_of_xcharts_own() throws IOException {
    var chart = new XYChartBuilder().width(300).height(200).title("Mine").build();
    chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
    Rendering shown = render(chart);
    assertThat(png(shown).getHeight()).isEqualTo(400);
    assertThat(shown.plain()).isEqualTo("XYChart Mine, 300 × 200");
  }

  @Test
  void a_history_and_a_run_are_their_chart() throws IOException {
    for (Object value : List.of(RUN, RUN.history())) {
      assertThat(png(render(value)).getWidth()).isEqualTo(1200);
      assertThat(render(value).plain())
          .matches("1 epochs, then training error \\d+\\.\\d %, test error \\d+\\.\\d %");
    }
    assertThat(render(History.empty()).plain()).isEqualTo("no epoch has ended");
  }

  @Test
  void a_trained_net_does_not_print_its_parameters() {
    assertThat(render(RUN.model()).plain())
        .startsWith("trained net, ")
        .contains("10 classes: disc", NET.toString())
        .hasSizeLessThan(400);
  }

  @Test
  void data_is_a_grid_of_images_of_all_classes() throws IOException {
    String grid = html(DATA.training().images());
    for (String name : Shapes.classNames()) {
      assertThat(grid).contains(">" + name + "</figure>");
    }
    assertThat(grid.split("<img ", -1)).hasSize(1 + 30);
    String first = grid.replaceAll("(?s).*?base64,([^\"]+)\".*", "$1");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(first)));
    assertThat(image.getWidth()).isEqualTo(16);
    byte[] pixels = DATA.training().images().image(0);
    assertThat(html(DATA.training().images().take(1))).contains(", image 0\"");
    assertThat(image(DATA.training().images().take(1)).getRGB(5, 3) & 0xffffff)
        .isEqualTo(rgb(pixels, 3 * 16 + 5, 256));
    assertThat(render(DATA).plain()).startsWith("40 images to train on, 20 to test on: shapes");
    assertThat(html(DATA)).contains("<figure");
  }

  private static BufferedImage image(Object dataset) throws IOException {
    String base64 = html(dataset).replaceAll("(?s).*?base64,([^\"]+)\".*", "$1");
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
  }

  private static int rgb(byte[] pixels, int at, int plane) {
    return (pixels[at] & 0xff) << 16
        | (pixels[plane + at] & 0xff) << 8
        | (pixels[2 * plane + at] & 0xff);
  }

  @Test
  void an_array_is_its_shape_its_range_and_a_corner() {
    Rendering shown = render(Nd4j.arange(24).castTo(Nd4j.dataType()).reshape(2, 3, 4));
    assertThat(shown.plain())
        .isEqualTo(
            """
            [2, 3, 4] FLOAT, from 0 to 23, mean 11.50
            [0, …]  0  1   2   3
            0       0  1   2   3
            1       4  5   6   7
            2       8  9  10  11
            """);
    assertThat(html(Nd4j.zeros(8, 8))).contains("⋮", "…", "[8, 8] FLOAT, from 0 to 0");
    assertThat(render(Nd4j.scalar(2.5f)).plain()).startsWith("[] FLOAT, from 2.500 to 2.500");
    assertThat(render(Nd4j.createFromArray(1, 2, 3)).plain()).startsWith("[3] INT, from 1 to 3");
  }

  @Test
  void arrays_of_java_are_lengths_and_first_elements() {
    assertThat(render(new double[] {0.5, 1}).plain()).isEqualTo("double[2] {0.5, 1.0}");
    assertThat(render(new int[3][20]).plain()).startsWith("int[3][20] {{0, 0, ").contains(", …}");
    assertThat(render(new String[] {"a", null}).plain()).isEqualTo("String[2] {a, null}");
    assertThat(render(new float[0][]).plain()).isEqualTo("float[0][] {}");
  }

  @Test
  void a_comparison_is_a_table_a_chart_and_conclusions(@TempDir Path folder) {
    ComparisonResult result =
        Skipjack.compare(
                Skipjack.variant("one <1>", NET), Skipjack.variant("two", NET.plain().relu()))
            .on(DATA)
            .epochs(1)
            .seeds(2)
            .in(folder)
            .run();
    String html = html(result);
    assertThat(html)
        .contains("one &lt;1&gt;</td>", "<img width=\"600\"", "training error</th>")
        .contains(Markup.escaped(result.conclusions().get(0)));
    assertThat(render(result).plain()).isEqualTo(result.toString());
  }

  @Test
  void of_many_nets_a_comparison_draws_the_first_eight(@TempDir Path folder) {
    Variant[] nine =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> Skipjack.variant("net " + i, NET))
            .toArray(Variant[]::new);
    ComparisonResult result = Skipjack.compare(nine).on(DATA).epochs(1).seeds(1).in(folder).run();
    assertThat(html(result)).contains("net 9</td>", "<img width=\"600\"", "net 7, net 8</p>");
  }

  @Test
  void a_report_is_its_page_in_a_frame(@TempDir Path folder) {
    Report report =
        Skipjack.report(
            Skipjack.compare(Skipjack.variant("\"one\" <1>", NET))
                .on(DATA)
                .epochs(1)
                .seeds(1)
                .in(folder)
                .run());
    String frame = html(report);
    assertThat(frame).startsWith("<iframe sandbox ").endsWith("\"></iframe>\n");
    String page = frame.replaceAll("(?s).* srcdoc=\"([^\"]*)\".*", "$1");
    assertThat(unescaped(page)).isEqualTo(report.html());
    assertThat(render(report).plain()).contains("\"one\" <1>", "training error");
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @Test
  void a_search_for_a_learning_rate_is_its_chart_and_what_to_begin_with() {
    LearningRateSearch search = Skipjack.train(NET).on(DATA).findLearningRate();
    assertThat(html(search)).contains("<img width=\"600\"", "Begin with a tenth of that");
    assertThat(render(search).plain()).isEqualTo(search.toString());
    assertThat(Skipjack.chart(search).png()).isNotEmpty();
  }

  @Test
  void an_evaluation_is_figures_by_class_and_the_confusion() {
    Evaluation evaluation = Evaluation.of(RUN);
    assertThat(html(evaluation)).contains(">disc</td>", "precision</th>", "<img width=");
    assertThat(render(evaluation).plain()).isEqualTo(evaluation.table());
    assertThat(html(evaluation.tribuo())).contains("<table", "disc", "true \\ predicted");
    List<String> names = evaluation.classNames();
    for (int truth = 0; truth < names.size(); truth++) {
      double[] row = evaluation.confusion()[truth];
      String counts =
          names.stream()
              .sorted()
              .map(name -> String.valueOf((long) row[names.indexOf(name)]))
              .collect(Collectors.joining(" +"));
      assertThat(render(evaluation.tribuo()).plain())
          .containsPattern(names.get(truth) + " +" + counts);
    }
  }

  @Test
  void shapes_that_do_not_fit_are_a_table_and_the_message() {
    Net net = Net.parse("net().conv(4).residual(identity(), b -> b.conv(8))");
    ShapeException exception =
        catchThrowableOfType(
            ShapeException.class, () -> Graph.of(net, Shape.image(3, 16, 16)).nodes());
    assertThat(html(exception))
        .contains("cannot add its two branches", "Fix: drop identity()")
        .contains("<th style=\"text-align:left\">got</th><td style=\"text-align:right\">N</td>")
        .containsPattern("expected</th>.*font-weight:bold\">4</td>");
    assertThat(render(exception).plain()).isEqualTo(exception.getMessage());
  }

  @Test
  void a_budget_is_a_table_and_a_list_of_smaller_experiments() {
    Budget budget = Skipjack.budget(NET, DATA, 2);
    assertThat(html(budget))
        .contains(">memory</td>", "2 epochs on shapes16", "<li>", "<code>./skipjack demo</code>");
    assertThat(render(budget).plain()).isEqualTo(budget.toString());
  }

  @Test
  void a_net_is_its_summary_and_its_diagram() {
    assertThat(html(NET)).contains("<table>", "MACs</th>", "<svg", "global");
    assertThat(render(NET).plain()).contains("MACs", "158");
    Net broken = Net.parse("net().conv(4).residual(identity(), b -> b.conv(8))");
    assertThat(render(broken).plain())
        .startsWith(broken.toString())
        .contains("cannot add its two branches");
  }

  @Test
  void an_explanation_is_also_latex() {
    Rendering shown =
        render(
            Explanation.of(
                Net.parse("net().conv(4).residual(b -> b.conv(4))"),
                "block1",
                Shape.image(3, 8, 8)));
    assertThat(form(shown, "text/latex")).contains("\\partial");
    assertThat(form(shown, Rendering.HTML)).contains("<table>");
  }
}
