package org.skipjack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;
import static org.skipjack.net.Option.classes;
import static org.skipjack.net.Option.dilation;
import static org.skipjack.net.Option.droppedOut;
import static org.skipjack.net.Option.groups;
import static org.skipjack.net.Option.kernelSize;
import static org.skipjack.net.Option.padding;
import static org.skipjack.net.Option.projection;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.width;
import static org.skipjack.net.Option.zeroPad;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the words refuse, and how they say it. */
class ArgumentsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void an_argument_out_of_range_is_refused_with_a_fix(String message, ThrowingCallable word) {
    assertThatThrownBy(word)
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(message);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("filters is 0, expected 1 or more.\nFix: conv(64)", () -> net().conv(0)),
        refused("filters is -3, expected 1 or more.\nFix: conv(64)", () -> net().conv(-3)),
        refused(
            "10 filters cannot be shared out evenly among 4 groups.\nFix: conv(12, groups(4))",
            () -> net().conv(10, groups(4))),
        refused("groups is 0, expected 1 or more.\nFix: groups(2)", () -> net().conv(8, groups(0))),
        refused(
            "dilation is 0, expected 1 or more.\nFix: dilation(2)",
            () -> net().conv(8, dilation(0))),
        refused(
            "stride is 20,000, expected 1 to 16,384.\nFix: stride(2)",
            () -> net().conv(8, stride(20_000))),
        refused(
            "padding is 5, expected 0 to 4: a window of 5 pixels must touch the image.\n"
                + "Fix: padding(2), or leave it out",
            () -> net().conv(8, dilation(2), padding(5))),
        refused(
            "slope is 1.0, expected more than 0 and less than 1.\nFix: leakyRelu(0.01), or relu()",
            () -> net().leakyRelu(1)),
        refused("alpha is -1.0, expected more than 0.\nFix: elu(1.0)", () -> net().elu(-1)),
        refused(
            "factor is NaN, expected a number.\nFix: scale(0.5)", () -> net().scale(Double.NaN)),
        refused(
            "the survival probability is 0.0, expected more than 0 and at most 1.\n"
                + "Fix: stochasticDepth(0.8)",
            () -> net().stochasticDepth(0)),
        refused(
            "reduction is 0, expected 1 or more.\nFix: squeezeExcitation(16)",
            () -> net().squeezeExcitation(0)),
        refused(
            "scaled(0.5) changes its shortcut already; one change is all that a block takes.\n"
                + "Fix: keep one of them",
            () -> droppedOut(0.5, scaled(0.5))),
        refused(
            "factor is Infinity, expected a number.\nFix: scaled(0.5)",
            () -> scaled(Double.POSITIVE_INFINITY)),
        refused(
            "the body of this residual gave null, not a net.\nFix: residual(b -> b.conv(64).relu())",
            () -> net().residual(b -> null)),
        refused("units is 0, expected 1 or more.\nFix: dense(10)", () -> net().dense(0)),
        refused(
            "kernelSize is 0, expected 1 or more.\nFix: kernelSize(3)",
            () -> net().conv(8, kernelSize(0))),
        refused(
            "stride is -1, expected 1 or more.\nFix: stride(2)", () -> net().maxPool(stride(-1))),
        refused("width is 70,000, expected 1 to 65,536.\nFix: width(16)", () -> width(70_000)),
        refused("width is 0, expected 1 or more.\nFix: width(16)", () -> width(0)),
        refused("classes is 0, expected 1 or more.\nFix: classes(10)", () -> classes(0)),
        refused(
            "padding is 3, expected 0 to 2: a window of 3 pixels must touch the image.\n"
                + "Fix: padding(1), or leave it out",
            () -> net().conv(8, padding(3))),
        refused(
            "padding is -1, expected 0 to 1: a window of 2 pixels must touch the image.\n"
                + "Fix: padding(0), or leave it out",
            () -> net().avgPool(padding(-1))),
        refused(
            "dropout rate is 1.0, expected 0 or more and less than 1.\nFix: dropout(0.5)",
            () -> net().dropout(1)),
        refused(
            "dropout rate is -0.1, expected 0 or more and less than 1.\nFix: dropout(0.5)",
            () -> net().dropout(-0.1)),
        refused(
            "dropout rate is NaN, expected 0 or more and less than 1.\nFix: dropout(0.5)",
            () -> net().dropout(Double.NaN)),
        refused(
            "this residual has no layers.\nFix: residual(b -> b.conv(64).relu())",
            () -> net().residual(b -> b)),
        refused(
            "this block has no layers.\nFix: block(b -> b.conv(64).relu())",
            () -> net().block(b -> b)),
        refused(
            "the name \"1st\" cannot stand in a path: letters, digits, '_' and '-', a letter"
                + " first.\nFix: named(\"stem\")",
            () -> net().relu().named("1st")),
        refused(
            "this layer is named \"a\" already.\nFix: keep one of named(\"a\"), named(\"b\")",
            () -> net().relu().named("a").named("b")));
  }

  private static Arguments refused(String message, ThrowingCallable word) {
    return arguments(message, word);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twice")
  void an_option_given_twice_is_refused_with_both(String message, ThrowingCallable word) {
    assertThatThrownBy(word)
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(message + ".\nFix: keep one of them");
  }

  static Stream<Arguments> twice() {
    return Stream.of(
        refused(
            "conv was given two options of one kind, stride(1) and stride(2)",
            () -> net().conv(8, stride(1), stride(2))),
        refused(
            "conv was given two options of one kind, bias() and bias()",
            () -> net().conv(8, bias(), kernelSize(1), bias())),
        refused(
            "maxPool was given two options of one kind, kernelSize(2) and kernelSize(2)",
            () -> net().maxPool(kernelSize(2), kernelSize(2))),
        refused(
            "avgPool was given two options of one kind, padding(0) and padding(1)",
            () -> net().avgPool(padding(0), padding(1))),
        refused(
            "resnet was given two options of one kind, zeroPad() and projection()",
            () -> Families.resnet(20, zeroPad(), projection())),
        refused(
            "plain was given two options of one kind, width(8) and width(16)",
            () -> Families.plain(20, width(8), width(16))));
  }

  @Test
  void a_rate_of_zero_is_accepted() {
    assertThat(net().dropout(0).layers()).containsExactly(new Layer.Dropout(0));
  }
}
