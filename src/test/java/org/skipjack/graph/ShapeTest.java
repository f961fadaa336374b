package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  @Test
  void an_image_has_channels_height_and_width() {
    Shape image = Shape.image(3, 32, 24);

    assertThat(image.isImage()).isTrue();
    assertThat(List.of(image.channels(), image.height(), image.width())).containsExactly(3, 32, 24);
    assertThat(image.elements()).isEqualTo(3 * 32 * 24);
    assertThat(image.withBatch(128)).containsExactly(128, 3, 32, 24);
    assertThat(image).hasToString("[N, 3, 32, 24]");
  }

  @Test
  void a_vector_has_features() {
    Shape vector = Shape.vector(64);

    assertThat(vector.isImage()).isFalse();
    assertThat(vector.channels()).isEqualTo(64);
    assertThat(vector.withBatch(-1)).containsExactly(-1, 64);
    assertThat(vector).hasToString("[N, 64]");
  }

  @Test
  void its_text_is_read() {
    assertThat(Shape.parse("3x32x24")).isEqualTo(Shape.image(3, 32, 24));
    assertThat(Shape.parse("64")).isEqualTo(Shape.vector(64));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3x32", "3x32x0", "3x32x32x32", "-1", "3 x 32 x 32", "3×32×32", "0"})
  void another_text_is_refused(String text) {
    assertThatThrownBy(() -> Shape.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            "%s" is no input shape.
            Fix: CHANNELSxHEIGHTxWIDTH such as 3x32x32, or FEATURES such as 64"""
                .formatted(text));
  }

  @Test
  void an_extent_must_be_positive() {
    assertThatThrownBy(() -> Shape.image(3, 0, 32))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isEqualToNormalizingNewlines(
            """
            a shape has one axis or more, each of extent 1 or more, not [3, 0, 32].
            Fix: Shape.image(3, 32, 32) or Shape.vector(64)""");
  }

  @Test
  void there_must_be_an_axis() {
    assertThatThrownBy(() -> new Shape(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a shape has one axis or more, each of extent 1 or more, not [].");
  }
}
