package org.skipjack.net.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.RandomNets;

class NetJsonTest {

  @Property(tries = 200, seed = "21", edgeCases = EdgeCasesMode.NONE)
  void a_net_reads_back_to_an_equal_net(@ForAll("nets") Net net) {
    assertThat(NetJson.read(NetJson.write(net))).isEqualTo(net);
  }

  @Provide
  Arbitrary<Net> nets() {
    return RandomNets.nets();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resnet1202",
        "plain20",
        "preact1001",
        "wrn-28-10",
        "stochastic-resnet110",
        "imagenet-resnet152",
        "imagenet-resnet50-v1.5",
        "imagenet-plain34"
      })
  void the_papers_nets_read_back(String name) {
    Net net = Families.named(name);

    assertThat(NetJson.read(NetJson.write(net))).isEqualTo(net);
  }

  @Test
  void a_layer_is_an_object_with_a_member_for_each_number_and_option() {
    Net net =
        net()
            .conv(16)
            .named("stem")
            .repeat(2, b -> b.residual(scaled(0.5, zeroPad()), c -> c.conv(32, stride(2)).relu()))
            .silence("one-layer-block");

    assertThat(NetJson.write(net))
        .isEqualTo(
            """
            {
              "format": "skipjack-net",
              "version": 2,
              "layers": [
                {
                  "layer": "conv",
                  "name": "stem",
                  "filters": 16
                },
                {
                  "layer": "repeat",
                  "times": 2,
                  "body": [
                    {
                      "layer": "residual",
                      "shortcut": {
                        "kind": "scaled",
                        "factor": 0.5,
                        "of": "zeroPad"
                      },
                      "body": [
                        {
                          "layer": "conv",
                          "filters": 32,
                          "stride": 2
                        },
                        {
                          "layer": "relu"
                        }
                      ]
                    }
                  ]
                },
                {
                  "layer": "silence",
                  "note": "one-layer-block"
                }
              ]
            }
            """);
  }

  private static String layers(String layers) {
    return "{\"format\": \"skipjack-net\", \"version\": 2, \"layers\": [" + layers + "]}";
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": 3, \"layers\": []}",
            """
            in the JSON of a net, at version: it is 3, and this Skipjack reads 2.
            Fix: read it with the newer Skipjack that wrote it, and give its text form"""),
        Arguments.of(
            "{\"format\": \"other\", \"version\": 2, \"layers\": []}",
            """
            in the JSON of a net, at format: it is "other", expected "skipjack-net".
            Fix: "format": "skipjack-net\""""),
        Arguments.of(
            "{\"layers\": []}",
            """
            in the JSON of a net, at the top: "format" is missing.
            Fix: give it format, version, layers"""),
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": 2, \"layers\": [], \"nodes\": 3}",
            """
            in the JSON of a net, at nodes: nothing of that name is known here.
            Fix: one of format, version, layers"""),
        Arguments.of(
            layers("{\"layer\": \"conv\", \"filters\": 8, \"strid\": 2}"),
            """
            in the JSON of a net, at layers[0].strid: nothing of that name is known here; did you mean 'stride'?
            Fix: one of layer, filters, kernelSize, stride, padding, dilation, groups, bias, initializer, name"""),
        Arguments.of(
            layers("{\"layer\": \"relu\"}, {\"layer\": \"batchnom\"}"),
            "in the JSON of a net, at layers[1].layer: there is no layer \"batchnom\"; did you mean"
                + " 'batchNorm'?\nFix: one of "
                + String.join(", ", NetSchema.names())),
        Arguments.of(
            layers("{\"layer\": \"conv\"}"),
            """
            in the JSON of a net, at layers[0]: "filters" is missing.
            Fix: give it filters"""),
        Arguments.of(
            layers("{\"layer\": \"conv\", \"filters\": 1.5}"),
            "in the JSON of a net, at layers[0].filters: it is 1.5, expected a whole number.\nFix:"
                + " \"filters\": 3"),
        Arguments.of(
            layers("{\"layer\": \"conv\", \"filters\": 4, \"filters\": 8}"),
            """
            in the JSON of a net, at layers[0].filters: "filters" is there twice.
            Fix: keep one of them"""),
        Arguments.of(
            layers("3"),
            """
            in the JSON of a net, at layers[0]: it is 3, expected an object.
            Fix: {"layer": "relu"}"""),
        Arguments.of(
            "[]",
            """
            in the JSON of a net, at the top: it is [], expected an object.
            Fix: {"format": "skipjack-net", "version": 2, "layers": [{"layer": "relu"}]}"""),
        Arguments.of(
            layers("{\"layer\": \"dropout\", \"rate\": \"half\"}"),
            """
            in the JSON of a net, at layers[0].rate: it is "half", expected a number.
            Fix: "rate": 0.5"""),
        Arguments.of(
            layers("{\"layer\": 7}"),
            """
            in the JSON of a net, at layers[0].layer: it is 7, expected a text.
            Fix: "layer": "…\""""),
        Arguments.of(
            layers("{\"layer\": \"conv\", \"filters\": 8, \"bias\": 1}"),
            "in the JSON of a net, at layers[0].bias: it is 1, expected true or false.\nFix:"
                + " \"bias\": true"),
        Arguments.of(
            layers("{\"layer\": \"dense\", \"units\": -3}"),
            "in the JSON of a net, at layers[0]: units is -3, expected 1 or more.\nFix: dense(10)"),
        Arguments.of(
            layers("{\"layer\": \"conv\", \"filters\": 8, \"stride\": 0}"),
            "in the JSON of a net, at layers[0]: stride is 0, expected 1 or more.\nFix: stride(2)"),
        Arguments.of(
            layers(
                "{\"layer\": \"residual\", \"shortcut\": {\"kind\": \"scaled\", \"factor\": 1,"
                    + " \"of\": \"zeropad\"}, \"body\": [{\"layer\": \"relu\"}]}"),
            "in the JSON of a net, at layers[0].shortcut.of: there is no shortcut \"zeropad\"; did"
                + " you mean 'zeroPad'?\n"
                + "Fix: one of scaled, exclusiveGate, shortcutOnlyGate, droppedOut, identity,"
                + " zeroPad, projection, projectionWhereNeeded"),
        Arguments.of(
            layers("{\"layer\": \"block\", \"body\": {}}"),
            "in the JSON of a net, at layers[0].body: it is {}, expected a list.\nFix:"
                + " \"body\": [{\"layer\": \"relu\"}]"),
        Arguments.of(
            layers("{\"layer\": \"plain\"}").replace("plain", "initialized"),
            "in the JSON of a net, at layers[0].layer: there is no layer \"initialized\".\nFix: one of "
                + String.join(", ", NetSchema.names())));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_is_not_known_is_refused_by_its_path(String json, String message) {
    assertThatThrownBy(() -> NetJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"format\": ",
        "{'format': 1}",
        "{} {}",
        "{\"a\": 1e99999999999}",
        "{\"a\": 1} // a comment"
      })
  void a_text_that_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> NetJson.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches(
            "this is no JSON: .+\\RFix: start from what `skipjack summary NET --write net.json` writes");
  }

  @Test
  void where_json_is_none_is_said_by_line_and_column() {
    assertThatThrownBy(() -> NetJson.read("{'format': 1}"))
        .message()
        .isEqualToNormalizingNewlines(
            """
            this is no JSON: something else is expected at line 1 column 3.
            Fix: start from what `skipjack summary NET --write net.json` writes""");
  }

  @Test
  void the_published_schema_is_that_of_the_language() throws IOException {
    try (var in = NetJson.class.getResourceAsStream("net-2.schema.json")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(NetJson.schema());
    }
  }
}
