package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bottlenecks;
import static org.skipjack.net.Option.classes;
import static org.skipjack.net.Option.dropout;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.identity;
import static org.skipjack.net.Option.reluBeforeAddition;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.strideIn3x3;
import static org.skipjack.net.Option.width;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetParserTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void a_text_reads_as_the_net_that_java_would_make(String text, Net net) {
    assertThat(Net.parse(text)).isEqualTo(net);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("net()", net()),
        arguments(" net ( ) . conv ( 8 , stride ( 2 ) ) ", net().conv(8, stride(2))),
        arguments("net()\n    .conv(8)\n    .relu()\n", net().conv(8).relu()),
        arguments("net().dropout(0.25)", net().dropout(0.25)),
        arguments("net().dropout(1e-3)", net().dropout(0.001)),
        arguments("net().repeat(2, n -> n.conv(8).relu())", net().conv(8).relu().conv(8).relu()),
        arguments("net().repeat(2, n -> n)", net()),
        arguments(
            "net().residual(identity(), body -> body.relu()).plain()", net().block(b -> b.relu())),
        arguments("net().residual(b -> b.relu()).named(\"x_1\")", named("x_1")),
        arguments("net().leakyRelu().elu(2).elu()", net().leakyRelu().elu(2).elu()),
        arguments(
            "net().conv(8, groups(2)).initialized(glorotNormal())",
            net().conv(8, groups(2)).initialized(Initializer.GLOROT_NORMAL)),
        arguments(
            "net().residual(droppedOut(0.5, identity()), b -> b.relu())",
            net().residual(Option.droppedOut(0.5, identity()), b -> b.relu())),
        arguments("resnet(20)", Families.resnet(20)),
        arguments("plain(20)", Families.plain(20)),
        arguments("resnet(8, width(4)).relu()", Families.resnet(8, width(4)).relu()),
        arguments("resnet(8, identity())", Families.resnet(8, identity())),
        arguments("preActResnet(164)", Families.preActResnet(164)),
        arguments("wideResnet(16, 2, dropout(0.3))", Families.wideResnet(16, 2, dropout(0.3))),
        arguments("imagenetResnet(18, classes(3))", Families.imagenetResnet(18, classes(3))),
        arguments("imagenetPlain(18)", Families.imagenetPlain(18)),
        arguments(
            "resnet(29, bottlenecks(), strideIn3x3(), reluBeforeAddition())",
            Families.resnet(29, bottlenecks(), strideIn3x3(), reluBeforeAddition())),
        arguments(
            "net().residual(basicBlock(8, stride(2)))",
            net().residual(Blocks.basicBlock(8, stride(2)))),
        arguments("net().block(bottleneck(8))", net().block(Blocks.bottleneck(8))),
        arguments("net().repeat(2, preActivation(8))", net().repeat(2, Blocks.preActivation(8))));
  }

  private static Net named(String name) {
    return net().residual(b -> b.relu()).named(name);
  }

  @ParameterizedTest(name = "''{0}''")
  @MethodSource("mistakes")
  void a_mistake_is_shown_where_it_stands(String text, String caret, String what) {
    assertThatThrownBy(() -> Net.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            this is not the text of a net: %s

                %s
                %s

            Fix: write it as net().conv(16).batchNorm().relu().globalAvgPool().dense(10)"""
                .formatted(what, text, caret));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("", "^", "expected a word."),
        arguments("net", "   ^", "expected (."),
        arguments("net().", "      ^", "expected a word."),
        arguments("net().conv(8", "            ^", "expected )."),
        arguments(
            "net().relu();", "            ^", "expected . and a word of the language, or the end."),
        arguments("net(8).relu()", "    ^", "'net' takes no such argument."),
        arguments("net().conv(8, 5)", "              ^", "'conv' takes no such argument."),
        arguments("net().conv(8, width(5))", "              ^", "'conv' takes no such argument."),
        arguments("net().relu(\"a\")", "           ^", "'relu' takes no such argument."),
        arguments(
            "net().conv(8, bias(1))", "                   ^", "'bias' takes no such argument."),
        arguments("resnet(20, 5)", "           ^", "'resnet' takes no such argument."),
        arguments("net().conv()", "           ^", "expected a number."),
        arguments("net().conv(3.5)", "           ^", "expected a whole number, not 3.5."),
        arguments(
            "net().conv(,)", "           ^", "expected a number, a name, an option or a block."),
        arguments("net().conv(8, ?)", "              ^", "expected an argument."),
        arguments(
            "net().relu().named(8)", "                   ^", "expected a name in double quotes."),
        arguments(
            "net().block(8)", "            ^", "expected a block such as b -> b.conv(64).relu()."),
        arguments(
            "net().block(b -> c.relu())",
            "                 ^",
            "expected b, the net that the block is given."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknownWords")
  void an_unknown_word_is_shown_with_the_nearest_known_one(String text, String caret, String what) {
    a_mistake_is_shown_where_it_stands(text, caret, what);
  }

  static Stream<Arguments> unknownWords() {
    return Stream.of(
        arguments(
            "nett().relu()", "^", "'nett' is no word of the language here; did you mean 'net'?"),
        arguments(
            "conv(8).relu()",
            "^",
            "'conv' is no word of the language here; a net begins with net()."),
        arguments(
            "net().convv(8)",
            "      ^",
            "'convv' is no word of the language here; did you mean 'conv'?"),
        arguments(
            "net().batchnorm()",
            "      ^",
            "'batchnorm' is no word of the language here; did you mean 'batchNorm'?"),
        arguments(
            "net().conv(8, strid(2))",
            "              ^",
            "'strid' is no word of the language here; did you mean 'stride'?"),
        arguments(
            "net().conv(8).transformer()",
            "              ^",
            "'transformer' is no word of the language here."));
  }

  @Test
  void a_mistake_far_inside_is_shown_with_40_characters_on_each_side() {
    String before = "net()" + ".conv(8).relu()".repeat(10);

    assertThatThrownBy(() -> Net.parse(before + ".rellu()" + ".conv(8)".repeat(10)))
        .message()
        .isEqualToNormalizingNewlines(
            """
            this is not the text of a net: 'rellu' is no word of the language here; did you mean 'relu'?

                8).relu().conv(8).relu().conv(8).relu().rellu().conv(8).conv(8).conv(8).conv(8).
                                                        ^

            Fix: write it as net().conv(16).batchNorm().relu().globalAvgPool().dense(10)""");
  }

  @Test
  void an_argument_out_of_range_is_refused_as_in_java() {
    assertThatThrownBy(() -> Net.parse("net().conv(0)"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines("filters is 0, expected 1 or more.\nFix: conv(64)");
  }
}
