package org.skipjack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DiagramTest {
  private static final Shape CIFAR = Shape.image(3, 32, 32);

  static Stream<Net> nets() {
    return Stream.of(
        Families.plain(20),
        Families.resnet(20),
        Families.resnet(110),
        Families.preActResnet(164),
        Families.wideResnet(28, 10),
        Families.imagenetResnet(50),
        Families.imagenetPlain(34),
        net().conv(4),
        net().residual(b -> b.residual(c -> c.residual(d -> d.conv(3)).conv(3)).conv(3)).relu(),
        net().conv(8).repeat(5, b -> b.repeat(3, c -> c.conv(8).relu()).residual(c -> c.tanh())));
  }

  /** A rectangle of the drawing. */
  private record Box(String style, double x, double y, double width, double height) {
    static Box of(Element rect) {
      return new Box(
          rect.getAttribute("class"),
          number(rect, "x"),
          number(rect, "y"),
          number(rect, "width"),
          number(rect, "height"));
    }

    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> elements(Document svg, String tag) {
    var found = svg.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<Box> boxes(Document svg, String... styles) {
    return elements(svg, "rect").stream()
        .filter(rect -> List.of(styles).contains(rect.getAttribute("class")))
        .map(Box::of)
        .toList();
  }

  private static long arcs(Document svg) {
    return elements(svg, "path").stream()
        .filter(path -> path.getAttribute("class").startsWith("arc"))
        .count();
  }

  private static Document svg(Diagram diagram) {
    return WellFormed.xml(diagram.svg());
  }

  @ParameterizedTest
  @MethodSource("nets")
  void layers_do_not_overlap_and_lie_inside_the_drawing(Net net) {
    Document svg = svg(Diagram.of(net, DefaultInputShape.of(net)).beside("twin", net.plain()));
    double width = number(svg.getDocumentElement(), "width");
    double height = number(svg.getDocumentElement(), "height");
    List<Box> all = new ArrayList<>(boxes(svg, "box", "pill"));

    assertThat(all).isNotEmpty();
    for (Box box : all) {
      assertThat(box.x).isPositive();
      assertThat(box.x + box.width).isLessThan(width);
      assertThat(box.y + box.height).isLessThan(height);
      assertThat(all).filteredOn(box::overlaps).containsExactly(box);
    }
    for (Box frame : boxes(svg, "frame", "stage")) {
      assertThat(frame.x + frame.width).isLessThan(width);
      assertThat(all)
          .filteredOn(frame::overlaps)
          .allMatch(box -> frame.x < box.x && box.x + box.width < frame.x + frame.width);
    }
  }

  @Test
  void each_block_that_is_drawn_has_an_arc_dashed_where_the_shortcut_changes_x() {
    Document svg = svg(Diagram.of(Families.resnet(20), CIFAR));

    assertThat(arcs(svg)).isEqualTo(5);
    assertThat(elements(svg, "path"))
        .filteredOn(path -> path.getAttribute("class").equals("arc changed"))
        .hasSize(2);
    assertThat(arcs(svg(Diagram.of(Families.plain(20), CIFAR)))).isZero();
  }

  @Test
  void a_net_of_depth_110_is_as_tall_as_one_of_depth_20() {
    Document shallow = svg(Diagram.of(Families.resnet(20), CIFAR));
    Document deep = svg(Diagram.of(Families.resnet(110), CIFAR));

    assertThat(number(deep.getDocumentElement(), "height"))
        .isEqualTo(number(shallow.getDocumentElement(), "height"));
    assertThat(elements(deep, "text")).anyMatch(text -> text.getTextContent().equals("× 17"));
  }

  @Test
  void layers_of_one_path_stand_at_one_height_in_a_net_and_its_plain_twin() {
    Document svg = svg(Diagram.of(Families.plain(20), Families.resnet(20)));
    List<Box> boxes = boxes(svg, "box");
    double middle = boxes.stream().mapToDouble(Box::x).average().orElseThrow();

    List<Double> left = boxes.stream().filter(box -> box.x < middle).map(Box::y).toList();
    List<Double> right = boxes.stream().filter(box -> box.x > middle).map(Box::y).toList();
    assertThat(left).hasSize(12).isEqualTo(right);
  }

  @Test
  void a_text_diagram_shows_the_same_column_with_arcs() {
    Net net = net().conv(8).repeat(2, b -> b.residual(identity(), c -> c.conv(8).relu()));

    assertThat(Diagram.of(net, Shape.image(3, 8, 8)).text())
        .isEqualTo(
            """
            [N, 3, 8, 8]
            [ 3×3 conv, 8 ]
            × 2
              │ ────────────────╮
              [ 3×3 conv, 8 ]   │
              relu              │
              (+) ──────────────╯
            """);
  }

  @Test
  void text_of_users_stays_text() {
    Diagram diagram = Diagram.titled("a<b & \"c\"", net().conv(4), CIFAR);

    assertThat(svg(diagram).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a<b & \"c\": net().conv(4)");
  }

  @Test
  void kinds_are_told_apart_by_titles_only_where_both_are_there() {
    assertThat(Diagram.of(Families.resnet(20), Families.plain(20)).text())
        .startsWith("residual\n")
        .contains("\nplain\n");
    assertThat(Diagram.of(Families.resnet(20), Families.resnet(32)).text())
        .doesNotContain("residual");
  }

  @Test
  void the_picture_on_the_page_of_the_language_is_drawn_by_this_code() {
    assertThat(Path.of("src/docs/plain20-resnet20.svg"))
        .hasContent(Diagram.of(Families.plain(20), Families.resnet(20)).svg());
  }
}
