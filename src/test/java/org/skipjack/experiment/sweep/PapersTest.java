package org.skipjack.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.zeroPad;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.ActivationOrder;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class PapersTest {
  private static String row(Variant variant) {
    return variant.place().values()
        + " "
        + variant.published().stream().map(PublishedResult::text).collect(Collectors.joining(" "));
  }

  @Test
  void table_1_has_the_papers_columns_nets_and_errors() {
    List<Variant> variants = Papers.named("he2016-table1").variants();

    assertThat(variants.stream().map(PapersTest::row))
        .containsExactly(
            "[original, 1, 1, , 110] 6.61",
            "[constant scaling, 0, 1, plain, 110] fail",
            "[constant scaling, 0.5, 1, , 110] fail",
            "[constant scaling, 0.5, 0.5, frozen gating, 110] 12.35",
            "[exclusive gating, 1 − g(x), g(x), b = 0, 110] fail",
            "[exclusive gating, 1 − g(x), g(x), b = −6, 110] 8.70",
            "[exclusive gating, 1 − g(x), g(x), b = −7, 110] 9.81",
            "[shortcut-only gating, 1 − g(x), 1, b = 0, 110] 12.86",
            "[shortcut-only gating, 1 − g(x), 1, b = −6, 110] 6.91",
            "[1×1 conv shortcut, 1×1 conv, 1, , 110] 12.22",
            "[dropout shortcut, dropout 0.5, 1, , 110] fail");
    assertThat(variants.get(0).net()).isEqualTo(Families.resnet(110));
    assertThat(variants.get(1).net()).isEqualTo(Families.plain(110));
    assertThat(variants.get(5).net()).isEqualTo(Families.resnet(110, exclusiveGate(-6, zeroPad())));
    Net halved = Papers.he2016Table1(8).variants().get(3).net();
    assertThat(halved.toString()).contains(".scale(0.5)");
    assertThat(halved.toString().split("scale\\(0\\.5\\)", -1)).hasSize(4);
    assertThat(Graph.of(halved, Shape.image(3, 32, 32)).parameterCount())
        .isEqualTo(Graph.of(Families.resnet(8), Shape.image(3, 32, 32)).parameterCount());
  }

  @Test
  void table_2_has_the_papers_rows_nets_and_errors() {
    List<Variant> variants = Papers.named("he2016-table2").variants();

    assertThat(variants.stream().map(PapersTest::row))
        .containsExactly(
            "[original, 110] 6.61",
            "[original, 164] 5.93",
            "[BN after addition, 110] 8.17",
            "[BN after addition, 164] 6.50",
            "[ReLU before addition, 110] 7.84",
            "[ReLU before addition, 164] 6.14",
            "[ReLU-only pre-activation, 110] 6.71",
            "[ReLU-only pre-activation, 164] 5.91",
            "[full pre-activation, 110] 6.37",
            "[full pre-activation, 164] 5.46");
    assertThat(variants.get(2).net())
        .isEqualTo(Families.resnet(110, ActivationOrder.BATCH_NORM_AFTER_ADDITION));
    assertThat(variants.get(9).net()).isEqualTo(Families.preActResnet(164));
    assertThat(Graph.of(variants.get(9).net(), Shape.image(3, 32, 32)).parameterCount())
        .isEqualTo(1_703_258);
  }

  @Test
  void table_6_has_what_the_paper_and_others_came_to() {
    List<Variant> variants = Papers.named("he2015-table6").variants();

    assertThat(variants.stream().map(PapersTest::row))
        .startsWith("[plain, 20] 9.5 9.69 9.78 10.08 9.90")
        .endsWith("[residual, 56] 6.97 6.61 7.46 7.40 7.41 6.91");
    assertThat(variants.stream().map(Variant::net))
        .contains(Families.plain(44), Families.resnet(32));
  }

  @Test
  void a_table_is_made_at_other_depths_without_the_papers_errors() {
    assertThat(Papers.named("he2016-table2", 8).variants().stream().map(PapersTest::row))
        .first()
        .isEqualTo("[original, 8] ");
    assertThatThrownBy(() -> Papers.named("he2016-table9"))
        .hasMessageContaining("there is no table \"he2016-table9\"", "he2016-table2");
  }
}
