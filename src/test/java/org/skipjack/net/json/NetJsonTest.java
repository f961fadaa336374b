package org.skipjack.net.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.scaled;
import static org.skipjack.net.Option.stride;
import static org.skipjack.net.Option.zeroPad;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  void the_net_is_its_text_in_an_object_that_says_the_version() {
    Net net =
        net()
            .conv(16)
            .named("stem")
            .repeat(2, b -> b.residual(scaled(0.5, zeroPad()), c -> c.conv(32, stride(2)).relu()));

    assertThat(NetJson.write(net))
        .isEqualTo(
            """
            {
              "format": "skipjack-net",
              "version": 3,
              "net": "net().conv(16).named(\\"stem\\").repeat(2, b -> b.residual(scaled(0.5, zeroPad()), c -> c.conv(32, stride(2)).relu()))"
            }
            """);
  }

  private static String document(String value) {
    return "{\"format\": \"skipjack-net\", \"version\": 3, \"net\": " + value + "}";
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": 4, \"net\": \"net()\"}",
            """
            in the JSON of a net, at version: it is 4, and this Skipjack reads 3.
            Fix: read it with the newer Skipjack that wrote it, and give its text form"""),
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": 2, \"layers\": [{\"layer\": \"relu\"}]}",
            """
            in the JSON of a net, at version: it is 2, and this Skipjack reads 3.
            Fix: write it anew, summary NET --write FILE.json: the net is one text now"""),
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": \"3\", \"net\": \"net()\"}",
            """
            in the JSON of a net, at version: it is "3", expected a number.
            Fix: "version": 3"""),
        Arguments.of(
            "{\"format\": \"other\", \"version\": 3, \"net\": \"net()\"}",
            """
            in the JSON of a net, at format: it is "other", expected "skipjack-net".
            Fix: "format": "skipjack-net\""""),
        Arguments.of(
            "{\"net\": \"net()\"}",
            """
            in the JSON of a net, at the top: "format" is missing.
            Fix: give it format, version, net"""),
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": 3, \"net\": \"net()\", \"nodes\": 3}",
            """
            in the JSON of a net, at nodes: nothing of that name is known here.
            Fix: one of format, version, net"""),
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"version\": 3, \"ned\": \"net()\"}",
            """
            in the JSON of a net, at ned: nothing of that name is known here; did you mean 'net'?
            Fix: one of format, version, net"""),
        Arguments.of(
            "{\"format\": \"skipjack-net\", \"format\": \"skipjack-net\"}",
            """
            in the JSON of a net, at format: "format" is there twice.
            Fix: keep one of them"""),
        Arguments.of(
            "[]",
            """
            in the JSON of a net, at the top: it is [], expected an object.
            Fix: {"format": "skipjack-net", "version": 3, "net": "net().relu()"}"""),
        Arguments.of(
            document("[{\"layer\": \"relu\"}]"),
            """
            in the JSON of a net, at net: it is [{"layer":"relu"}], expected a text.
            Fix: "net": "…\""""),
        Arguments.of(
            document("\"net().conv(16).rely()\""),
            """
            in the JSON of a net, at net: this is not the text of a net: 'rely' is no word of the language here; did you mean 'relu'?

                net().conv(16).rely()
                               ^

            Fix: write it as net().conv(16).batchNorm().relu().globalAvgPool().dense(10)"""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_is_not_known_is_refused_by_its_path(String json, String message) {
    assertThatThrownBy(() -> NetJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"format\": ", "{'format': 1}", "{} {}", "{\"a\": 1} // a comment"})
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
  void the_published_schema_has_the_members_and_the_version_that_are_written() throws IOException {
    JsonObject written = JsonParser.parseString(NetJson.write(net().relu())).getAsJsonObject();

    try (var in = NetJson.class.getResourceAsStream("net-3.schema.json")) {
      JsonObject schema =
          JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      JsonObject properties = schema.getAsJsonObject("properties");
      assertThat(properties.keySet()).isEqualTo(written.keySet());
      assertThat(schema.getAsJsonArray("required").asList().stream().map(JsonElement::getAsString))
          .containsExactlyElementsOf(written.keySet());
      for (String constant : List.of("format", "version")) {
        assertThat(properties.getAsJsonObject(constant).get("const"))
            .isEqualTo(written.get(constant));
      }
    }
  }
}
