package org.skipjack.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueJsonTest {
  private static final ValueJson JSON =
      ValueJson.plain().withText(Celsius.class, Celsius::toString, Celsius::parse);
  private static final String TEXT =
      "{\"name\":\"Rye\",\"figure\":{\"kind\":\"flat-disc\",\"radius\":0.1},\"crust\":\"very-dark\","
          + "\"sliced\":true,\"seeds\":[3,1],\"notes\":{\"oven\":\"old\"},\"heat\":\"230 C\"}";

  sealed interface Figure {}

  record FlatDisc(double radius) implements Figure {
    FlatDisc {
      if (radius < 0) {
        throw new IllegalArgumentException("the radius is negative");
      }
    }
  }

  record Bar(int length, Optional<Figure> inside) implements Figure {}

  enum Crust {
    PALE,
    VERY_DARK
  }

  static final class Celsius {
    private final int degrees;

    Celsius(int degrees) {
      this.degrees = degrees;
    }

    static Celsius parse(String text) {
      return new Celsius(Integer.parseInt(text.replace(" C", "")));
    }

    @Override
    public String toString() {
      return degrees + " C";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Celsius that && degrees == that.degrees;
    }

    @Override
    public int hashCode() {
      return degrees;
    }
  }

  record Bread(
      String name,
      Figure figure,
      Crust crust,
      boolean sliced,
      List<Long> seeds,
      Map<String, String> notes,
      Celsius heat) {}

  private static final Bread RYE =
      new Bread(
          "Rye",
          new FlatDisc(0.1),
          Crust.VERY_DARK,
          true,
          List.of(3L, 1L),
          Map.of("oven", "old"),
          new Celsius(230));

  @Test
  void a_record_is_an_object_and_reads_back() {
    assertThat(JSON.line(RYE)).isEqualTo(TEXT);
    assertThat(JSON.read(TEXT, Bread.class)).isEqualTo(RYE);
  }

  @Test
  void an_empty_optional_is_left_out() {
    Figure hollow = new Bar(3, Optional.empty());
    Figure filled = new Bar(4, Optional.of(hollow));

    assertThat(JSON.line(filled))
        .isEqualTo("{\"kind\":\"bar\",\"length\":4,\"inside\":{\"kind\":\"bar\",\"length\":3}}");
    assertThat(JSON.read(JSON.tree(filled), Figure.class)).isEqualTo(filled);
    assertThat(JSON.read(JSON.tree(filled), Bar.class)).isEqualTo(filled);
  }

  @Property
  void every_number_reads_back_to_the_bit(@ForAll double value) {
    FlatDisc disc = new FlatDisc(Math.abs(value));

    assertThat(JSON.read(JSON.tree(disc), FlatDisc.class)).isEqualTo(disc);
  }

  /** The second is one that JDK 17 and 25 print in different ways. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "2e23, 2E+23",
    "-0.0, -0.0",
    "64000, 64000",
    "0.30000000000000004, 0.30000000000000004",
    "NaN, null"
  })
  void numbers_are_as_short_as_can_be(double value, String text) {
    assertThat(JSON.line(List.of(value))).isEqualTo("[" + text + "]");
  }

  @Test
  void what_is_missing_unknown_or_of_another_kind_is_refused_by_its_path() {
    assertRefused("\"sliced\":true,", "", "at sliced: it is missing");
    assertRefused(
        "\"name\"", "\"title\":1,\"name\"", "at title: nothing of that name is known here");
    assertRefused("true", "1", "at sliced: it is 1, expected true or false");
    assertRefused("3,1", "3,0.5", "at seeds[1]: it is 0.5, expected a whole number");
    assertRefused("very-dark", "burnt", "at crust: it is \"burnt\", expected pale or very-dark");
    assertRefused("flat-disc", "ball", "at figure.kind: it is \"ball\", expected flat-disc or bar");
    assertRefused("0.1", "-1", "at figure: the radius is negative");
    assertRefused("0.1", "\"wide\"", "at figure.radius: it is \"wide\", expected a number");
    assertRefused("230 C", "warm", "at heat: For input string: \"warm\"");
    assertThatThrownBy(() -> JSON.read("{\"name\":", Bread.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("this is no JSON");
  }

  private static void assertRefused(String part, String changed, String message) {
    assertThatThrownBy(() -> JSON.read(TEXT.replace(part, changed), Bread.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
