package org.skipjack.data.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.RandomSource;
import org.skipjack.data.Seed;

class ShapesTest {
  private final DataSplit shapes = Shapes.split(16, 40, 30, Seed.of(1));

  @ParameterizedTest
  @CsvSource({
    "16, 480499b12245a6502e67e19d05db3f31674fa2c530e45feb4d83cfaabd03f0d4",
    "32, c95d169182378662be6a607be2e14f0b7ee044cb4edca2d49871376fdca18225"
  })
  void the_bits_are_the_same_on_every_platform(int size, String digest) {
    DataSplit drawn = Shapes.split(size, 50, 20, Seed.of(1));

    assertThat(drawn.training().images().digest()).isEqualTo(digest);
  }

  @Test
  void there_are_ten_classes_in_turn() {
    assertThat(shapes.training().images().classNames())
        .containsExactly(
            "disc",
            "square",
            "triangle",
            "ring",
            "cross",
            "five-petal star",
            "bar",
            "crescent",
            "half disc",
            "three-petal star");
    assertThat(shapes.training().images().label(0)).isZero();
    assertThat(shapes.training().images().label(37)).isEqualTo(7);
    assertThat(shapes.training().images()).hasToString("shapes16 [40, 3, 16, 16], 10 classes");
  }

  @Test
  void an_image_does_not_depend_on_how_many_there_are() {
    DataSplit more = Shapes.split(16, 90, 80, Seed.of(1));

    assertThat(more.training().images().take(40)).isEqualTo(shapes.training().images());
    assertThat(more.test().images().take(30)).isEqualTo(shapes.test().images());
  }

  @Test
  void training_and_test_images_and_other_seeds_differ() {
    assertThat(shapes.training().images().image(0)).isNotEqualTo(shapes.test().images().image(0));
    assertThat(Shapes.ofSize(16).withCounts(40, 30).withSeed(Seed.of(1)).split()).isEqualTo(shapes);
    assertThat(Shapes.ofSize(16).withCounts(40, 30).split()).isNotEqualTo(shapes);
  }

  @Test
  void no_color_and_no_brightness_gives_a_class_away() {
    Dataset many = Shapes.split(16, 3_000, 1, Seed.of(2)).training().images();
    double[] red = new double[10];
    double[] blue = new double[10];
    for (int i = 0; i < many.size(); i++) {
      byte[] image = many.image(i);
      for (int pixel = 0; pixel < 256; pixel++) {
        red[many.label(i)] += Byte.toUnsignedInt(image[pixel]) / (300 * 256.0);
        blue[many.label(i)] += Byte.toUnsignedInt(image[512 + pixel]) / (300 * 256.0);
      }
    }

    for (int label = 0; label < 10; label++) {
      assertThat(red[label]).isCloseTo(blue[label], within(6.0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_figure_is_inside_the_unit_disc_and_not_empty(ShapeClass shapeClass) {
    int inside = 0;
    for (int row = -30; row <= 30; row++) {
      for (int column = -30; column <= 30; column++) {
        double x = column / 20.0;
        double y = row / 20.0;
        boolean isInside = shapeClass.distance(x, y) < 0;
        inside += isInside ? 1 : 0;
        assertThat(isInside && x * x + y * y > 1.15).as("%s, %s", x, y).isFalse();
      }
    }

    assertThat(inside / 400.0).as("area").isBetween(0.9, 2.6);
  }

  @ParameterizedTest
  @EnumSource
  void near_an_edge_the_distance_changes_as_far_as_one_goes(ShapeClass shapeClass) {
    RandomSource random = Seed.of(3).random();
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextDouble(-1.2, 1.2);
      double y = random.nextDouble(-1.2, 1.2);
      double right = (shapeClass.distance(x + 1e-6, y) - shapeClass.distance(x, y)) / 1e-6;
      double down = (shapeClass.distance(x, y + 1e-6) - shapeClass.distance(x, y)) / 1e-6;
      if (Math.abs(shapeClass.distance(x, y)) < 0.01) {
        assertThat(right * right + down * down).as("%s, %s", x, y).isLessThan(2);
      }
    }
  }

  @Test
  void another_size_is_refused_with_the_nearest() {
    assertThatThrownBy(() -> Shapes.ofSize(28))
        .isInstanceOf(DatasetException.class)
        .hasMessage("shapes come in 16 or 32 pixels, not 28.\nFix: use size 32.");
  }

  @Test
  void none_are_refused() {
    assertThatThrownBy(() -> Shapes.split(16, 0, 10, Seed.of(1)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            shapes need at least 1 training and 1 test image, got 0 and 10.
            Fix: use 1000 and 1000.\
            """);
  }

  @Test
  void more_than_an_array_holds_are_refused() {
    assertThatThrownBy(() -> Shapes.split(32, 700_000, 10, Seed.of(1)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            a set holds at most 699050 shapes of 32 pixels, got 700000 training and 10 test images.
            Fix: ask for fewer.\
            """);
  }
}
