package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Option.bottlenecks;
import static org.skipjack.net.Option.classes;
import static org.skipjack.net.Option.heNormalFanOut;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.squeezeExcitation;
import static org.skipjack.net.Option.width;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The family that a net is of gives it its name, and the classes that its data has. */
class FamilyTest {
  static Stream<Net> nets() {
    return Stream.of(
        Families.resnet(8),
        Families.resnet(20, projection(), width(8)),
        Families.resnet(11, bottlenecks(), heNormalFanOut()),
        Families.plain(14, width(4), squeezeExcitation(4)),
        Families.preActResnet(164),
        Families.preActResnet(8),
        Families.wideResnet(10, 2, heNormalFanOut()),
        Families.imagenetResnet(50, StridePlacement.IN_3X3),
        Families.imagenetPlain(18),
        Families.named("resnet20"),
        Families.named("plain(20, width(8))"));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void its_words_make_the_same_net(Net net) {
    Family family = net.family().orElseThrow();

    assertThat(Net.parse(family.toString())).isEqualTo(net);
    assertThat(Net.parse(family.toString()).family()).contains(family);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void a_net_for_other_classes_differs_in_the_last_layer_alone(Net net) {
    Net fitted = net.fitted(3);

    int last = net.layers().size() - 1;
    assertThat(fitted.layers().subList(0, last)).isEqualTo(net.layers().subList(0, last));
    assertThat(fitted.layers().get(last).toString())
        .isNotEqualTo(net.layers().get(last).toString());
    assertThat(fitted.toString()).contains(".dense(3");
    assertThat(fitted.family()).isEqualTo(net.family());
  }

  @Test
  void a_net_that_fits_is_the_same() {
    Net net = Families.resnet(8);

    assertThat(net.fitted(10)).isSameAs(net);
  }

  @Test
  void classes_that_were_written_stay() {
    assertThat(Families.resnet(8, classes(10)).fitted(3).toString()).contains("dense(10)");
    Net written = Net.parse(Families.resnet(8).toString());
    assertThat(written.family()).isEmpty();
    assertThat(written.fitted(3)).isEqualTo(Families.resnet(8));
  }

  @Test
  void a_net_to_which_something_was_added_is_of_no_family() {
    assertThat(Families.resnet(8).relu().family()).isEmpty();
    assertThat(Families.resnet(8).named("head").family()).isEmpty();
  }

  @Test
  void a_plain_twin_is_of_the_plain_family() {
    assertThat(Families.resnet(20, width(8)).plain().family())
        .contains(new Family("plain", List.of(20), List.of(width(8))));
    assertThat(Families.resnet(20).plain().fitted(3)).isEqualTo(Families.plain(20, classes(3)));
    assertThat(Families.preActResnet(20).plain().family()).isEmpty();
  }

  @Test
  void notes_that_are_silenced_stay_so() {
    Net net = Families.resnet(8).silence("softmax-before-loss");

    assertThat(net.fitted(3).silenced()).containsExactly("softmax-before-loss");
  }

  @Test
  void names_have_the_depth_and_the_options_that_were_given_but_not_the_classes() {
    assertThat(nets().map(Net::family).flatMap(Optional::stream).map(Family::name))
        .containsExactly(
            "resnet8",
            "resnet20 projection(), width(8)",
            "resnet11 bottlenecks(), heNormalFanOut()",
            "plain14 width(4), squeezeExcitation(4)",
            "preact164",
            "preact8",
            "wrn-10-2 heNormalFanOut()",
            "imagenet-resnet50 strideIn3x3()",
            "imagenet-plain18",
            "resnet20",
            "plain20 width(8)");
    assertThat(Families.resnet(8, classes(5)).family().map(Family::name)).contains("resnet8");
  }
}
