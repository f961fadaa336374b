package org.skipjack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.exclusiveGate;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.scaled;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.graph.DefaultInputShape;
import org.skipjack.graph.Shape;
import org.skipjack.net.Blocks;
import org.skipjack.net.Families;
import org.skipjack.net.Net;

class ExplanationTest {
  private static final Shape SMALL = Shape.image(4, 8, 8);

  /** Nets that hold every word between them. */
  static Stream<Net> nets() {
    return Stream.of(
        Families.resnet(20),
        Families.imagenetResnet(50),
        net().conv(4, bias()).leakyRelu().elu().gelu().softplus().sigmoid().tanh().softmax(),
        net().depthwiseConv().scale(0.5).maxPool().avgPool().dropout(0.5).flatten().dense(3),
        net().residual(b -> b.conv(3).batchNorm().squeezeExcitation(2).stochasticDepth(0.8)),
        net().residual(exclusiveGate(-6, projection()), b -> b.conv(4)).globalAvgPool(),
        net().residual(scaled(0.5), b -> b.residual(c -> c.conv(3)).conv(3)));
  }

  @Test
  void a_block_of_the_first_form_has_all_its_equations_and_the_added_term() {
    Net net = net().conv(4).residual(b -> b.conv(4).relu());

    assertThat(Explanation.of(net, "block1", SMALL).text())
        .isEqualTo(
            """
            block1, from [N, 4, 8, 8] to [N, 4, 8, 8]

            Forward
              x                [N, 4, 8, 8]
              u₁ = W₁ ∗ x      [N, 4, 8, 8]  conv1  3×3
              F = max(u₁, 0)   [N, 4, 8, 8]  relu1
              H = F + x        [N, 4, 8, 8]  add

            Backward, E the loss
              ∂E/∂H                          [N, 4, 8, 8]  from what follows
              ∂E/∂F = ∂E/∂H                  [N, 4, 8, 8]
              ∂E/∂u₁ = [u₁ > 0] ⊙ ∂E/∂F      [N, 4, 8, 8]
              ∂E/∂x = ∂E/∂H + W₁ᵀ ∗ ∂E/∂u₁   [N, 4, 8, 8]

            Gradients of what is learned
              ∂E/∂W₁ = x ⋆ ∂E/∂u₁   [4, 4, 3, 3]  conv1  3×3

            What the shortcut adds
              ∂E/∂x = ∂E/∂H + (∂F/∂x)ᵀ ∂E/∂H                            He et al. 2016, arXiv:1603.05027, eq. 5
              The first term is the shortcut's: it passes through no weight of F, and stays whatever they are.
              The second is all that a plain net has.
              Δw₁ = −α (a₁′(w₁ I) I + a₂′(w₂ x) w₂ a₁′(w₁ I) I) ∂E/∂H   α the learning rate
              So for the weights before the block, here with one unit a layer, F = a₂(w₂ x) and x = a₁(w₁ I):
              of the two terms the first is the added one. The second, through w₂, is in the plain net too.
            """);
  }

  @Test
  void a_gradient_sums_over_all_that_read_a_value() {
    Net net = net().conv(4).residual(exclusiveGate(-6), b -> b.batchNorm());

    assertThat(Explanation.of(net, "block1", SMALL).text())
        .contains("F = u₁ ⊙ u₃", "u₄ = 1 − u₃", "s = x ⊙ u₄", "H = F + s")
        .contains("∂E/∂u₃ = −∂E/∂u₄ + u₁ ⊙ ∂E/∂F")
        .contains("∂E/∂x = u₄ ⊙ ∂E/∂s + W_gᵀ ∗ ∂E/∂u₂ + γ₁/σ₁ (∂E/∂u₁ − mean(∂E/∂u₁)");
  }

  @Test
  void a_projection_is_called_as_in_the_paper() {
    Net net = net().conv(4).residual(b -> b.conv(8).batchNorm());

    assertThat(Explanation.of(net, "block1", SMALL).text())
        .contains("= Wₛ ∗ x", "s = γₛ nₛ + βₛ", "eq. 8");
  }

  @Test
  void a_block_alone_is_explained_as_that_block() {
    Explanation explanation =
        Explanation.of(net().residual(Blocks.basicBlock(4)), "", Shape.image(4, 8, 8));

    assertThat(explanation.title()).isEqualTo("block1, from [N, 4, 8, 8] to [N, 4, 8, 8]");
    assertThat(explanation.text()).contains("What the shortcut adds");
  }

  @Test
  void a_layer_has_its_own_equations_and_no_shortcut() {
    String text = Explanation.of(net().conv(4).relu(), "relu1", SMALL).text();

    assertThat(text)
        .startsWith("relu1 .relu(), from [N, 4, 8, 8] to [N, 4, 8, 8]\n")
        .contains("y = max(x, 0)", "∂E/∂x = [x > 0] ⊙ ∂E/∂y")
        .doesNotContain("shortcut", "learned");
  }

  @Test
  void factors_for_a_channel_sum_their_gradient_over_its_pixels() {
    Net net = net().squeezeExcitation(2);

    assertThat(Explanation.of(net, "", SMALL).text()).contains("∂E/∂u₅ = Σ x ⊙ ∂E/∂y");
  }

  @Test
  void an_unknown_part_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> Explanation.of(Families.resnet(20), "stage2/blok1", SMALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the net has no part called "stage2/blok1"; did you mean 'stage2/block1'?
            Fix: one of stage1, stage1/block1, stage1/block2, stage1/block3, stage2, stage2/block1; \
            summary shows them all""");
  }

  @ParameterizedTest
  @MethodSource("nets")
  void latex_is_balanced_and_in_the_characters_of_formulas(Net net) {
    Explanation explanation = Explanation.of(net, "", DefaultInputShape.of(net));

    String latex = explanation.latex();
    assertThat(latex).matches("\\p{ASCII}*");
    assertThat(latex.replaceAll("\\\\text\\{[^\n]*", "")).doesNotContain("$1", "$2", "$3", "$4");
    int depth = 0;
    for (int i = 0; i < latex.length(); i++) {
      char each = latex.charAt(i);
      depth += each == '{' ? 1 : each == '}' ? -1 : 0;
      assertThat(depth).isNotNegative();
    }
    assertThat(depth).isZero();
    assertThat(explanation.text()).doesNotContain("$");
    WellFormed.requireXml(explanation.html());
  }
}
