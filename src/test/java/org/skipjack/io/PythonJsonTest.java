package org.skipjack.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonJsonTest {
  private static final String LETTERS =
      "aN\"\\\n\u0000é\u2028\ud83d\ude00\ud83d\ude00-Infinity, NaN]";

  private final Random random = new Random(7);

  /** A value, and beside it the same with null for what JSON has no number for. */
  private record Twin(JsonElement given, JsonElement proper) {}

  private Twin value(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 ->
          new Twin(
              new JsonPrimitive(new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}[random.nextInt(3)]),
              JsonNull.INSTANCE);
      case 1 -> same(new JsonPrimitive(random.nextInt() / 8.0));
      case 2 -> same(random.nextBoolean() ? JsonNull.INSTANCE : new JsonPrimitive(true));
      case 3, 4 -> same(new JsonPrimitive(text()));
      case 5 -> list(depth - 1);
      default -> object(depth - 1);
    };
  }

  private Twin list(int depth) {
    JsonArray given = new JsonArray();
    JsonArray proper = new JsonArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      Twin twin = value(depth);
      given.add(twin.given());
      proper.add(twin.proper());
    }
    return new Twin(given, proper);
  }

  private Twin object(int depth) {
    JsonObject given = new JsonObject();
    JsonObject proper = new JsonObject();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = text();
      Twin twin = value(depth);
      given.add(name, twin.given());
      proper.add(name, twin.proper());
    }
    return new Twin(given, proper);
  }

  private static Twin same(JsonElement json) {
    return new Twin(json, json);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    Supplier<Character> letter = () -> LETTERS.charAt(random.nextInt(LETTERS.length()));
    random.ints(random.nextInt(6)).forEach(i -> text.append(letter.get()));
    return text.append(random.nextInt(9) == 0 ? LETTERS : "").toString();
  }

  @Test
  void whatever_is_written_is_json_in_utf_8_and_read_again_as_it_was() throws IOException {
    for (int time = 0; time < 20_000; time++) {
      Twin twin = value(4);
      String python = PythonJson.writer().create().toJson(twin.given());
      String written = PythonJson.written(twin.given());
      String sent = new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(sent).isEqualTo(written);
      assertThat(PythonJson.read(sent)).as(written).isEqualTo(twin.proper());
      assertThat(PythonJson.read(python)).as(python).isEqualTo(twin.proper());
      assertThat(PythonJson.written(PythonJson.read(sent))).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[NaN",
        "[nan]",
        "[-NaN]",
        "[NaN1]",
        "[+Infinity]",
        "[Infinity Infinity]",
        "{NaN: 1}",
        "'a'",
        "[1] [2]",
        "[1,]",
        "// a\n1",
        "[-]",
        "[I]"
      })
  void what_python_would_not_read_is_refused(String text) {
    assertThatThrownBy(() -> PythonJson.read(text))
        .isInstanceOfAny(IOException.class, RuntimeException.class);
  }

  @Test
  void a_string_of_a_million_escapes_is_read() throws IOException {
    String text = "[\"" + "\\n\\\"".repeat(1_000_000) + "\", NaN]";
    assertThat(PythonJson.read(text).getAsJsonArray()).hasSize(2);
  }

  @Test
  void half_a_letter_is_shown_as_the_sign_for_none() {
    assertThat(PythonJson.shown("a\ud83d \ude00\ud83d\ude00"))
        .isEqualTo("a\uFFFD \uFFFD\ud83d\ude00");
  }
}
