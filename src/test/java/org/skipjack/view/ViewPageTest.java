package org.skipjack.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class ViewPageTest {

  @Test
  void a_page_has_the_views_one_after_another_below_its_title() {
    Net net = Families.resnet(20);
    Shape input = DefaultInputShape.of(net);
    Summary summary = Summary.of(net, input);
    Diagram diagram = Diagram.of(net, input);
    Explanation explanation = Explanation.of(net, "stage1/block1", input);

    assertThat(ViewPage.of("resnet20", summary, diagram, explanation).html())
        .startsWith("<!doctype html>\n")
        .contains("<title>resnet20</title>")
        .containsSubsequence(
            "<h1>resnet20</h1>", summary.html(), diagram.html(), explanation.html(), "</html>");
  }
}
