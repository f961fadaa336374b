package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.data.shapes.Shapes;

class DataSplitTest {
  private static final List<String> CLASSES = List.of("cat", "dog");

  private final DataSplit split = new DataSplit(pets(3, 2, CLASSES), pets(2, 2, CLASSES));

  @Test
  void it_has_the_name_classes_and_shape_of_both() {
    assertThat(split.name()).isEqualTo("pets");
    assertThat(split.classes()).isEqualTo(2);
    assertThat(List.of(split.channels(), split.height(), split.width())).containsExactly(1, 2, 3);
  }

  @Test
  void taking_limits_each_set() {
    DataSplit taken = split.take(2);

    assertThat(taken.training().size()).isEqualTo(2);
    assertThat(taken.test()).isEqualTo(split.test());
  }

  @ParameterizedTest
  @CsvSource({
    "100 100, 5, 3 2",
    "100 100, 1, 1 0",
    "90 10, 10, 9 1",
    "990 10, 10, 9 1",
    "98 1 1, 3, 1 1 1",
    "98 1 1, 2, 2 0 0",
    "10 0 10, 4, 2 0 2",
    "1 1 1, 3, 1 1 1",
    "4 4 4, 11, 4 4 3",
    "2 300, 300, 2 298",
  })
  void taking_gives_each_class_its_share_in_whatever_order_the_images_lie(
      String there, int count, String expected) {
    Dataset sorted = ofCounts(there);
    for (int seed = 0; seed < 5; seed++) {
      Dataset all =
          seed == 0 ? sorted : sorted.choose(Seed.of(seed).random().permutation(sorted.size()));

      DataSplit taken = new DataSplit(all, all).take(count);

      assertThat(taken.training().images().histogram()).isEqualTo(numbers(expected));
      assertThat(taken.test().images().histogram()).isEqualTo(numbers(expected));
      assertThat(taken.training().size()).isEqualTo(Math.min(count, all.size()));
    }
  }

  @Test
  void taking_takes_the_first_of_each_class_in_the_order_of_the_set() {
    Dataset all = ofCounts("3 3").choose(new int[] {5, 1, 4, 0, 3, 2});

    Dataset taken = new DataSplit(all, all).take(3).training().images();

    // Labels 1 0 1 0 1 0 in this order: two of the first class, one of the second
    assertThat(List.of(taken.image(0)[0], taken.image(1)[0], taken.image(2)[0]))
        .containsExactly((byte) 5, (byte) 1, (byte) 0);
  }

  @Test
  void taking_of_shapes_takes_the_first_ones_as_it_always_did() {
    DataSplit shapes = Shapes.split(16, 60, 40, Seed.of(3));

    for (int count : new int[] {1, 5, 10, 17, 39, 40, 59}) {
      assertThat(shapes.take(count).training().images().digest())
          .isEqualTo(shapes.training().images().take(count).digest());
    }
  }

  private static Dataset ofCounts(String counts) {
    int[] numbers = numbers(counts);
    int size = IntStream.of(numbers).sum();
    byte[] labels = new byte[size];
    byte[] pixels = new byte[size];
    List<String> classes = new ArrayList<>();
    int end = 0;
    for (int label = 0; label < numbers.length; label++) {
      Arrays.fill(labels, end, end + numbers[label], (byte) label);
      end += numbers[label];
      classes.add("class " + label);
    }
    for (int i = 0; i < size; i++) {
      pixels[i] = (byte) i;
    }
    return Dataset.of("counted", classes, 1, 1, 1, labels, pixels);
  }

  private static int[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void images_of_two_shapes_are_refused_with_both() {
    assertThatThrownBy(() -> new DataSplit(pets(3, 2, CLASSES), pets(3, 4, CLASSES)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            the training and the test images differ in shape (CHW).

                training  [1, 2, 3]  pets
                test      [1, 4, 3]  pets

            Fix: bring both to one size before pairing them.\
            """);
  }

  @Test
  void two_lists_of_classes_are_refused_with_both() {
    assertThatThrownBy(() -> new DataSplit(pets(3, 2, CLASSES), pets(3, 2, List.of("dog", "cat"))))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            the training and the test images differ in their classes.

                training  cat, dog
                test      dog, cat

            Fix: give both the same class names in the same order.\
            """);
  }

  @Nested
  class HeldOut {
    /** 20 cats and 40 dogs. */
    private final DataSplit whole = new DataSplit(animals(60), animals(6));

    private static Dataset animals(int count) {
      byte[] labels = new byte[count];
      byte[] pixels = new byte[count];
      for (int i = 0; i < count; i++) {
        labels[i] = (byte) (i % 3 == 0 ? 0 : 1);
        pixels[i] = (byte) i;
      }
      return Dataset.of("animals", CLASSES, 1, 1, 1, labels, pixels);
    }

    @Test
    void each_class_gives_its_share() {
      DataSplit split = whole.withValidation(9);

      assertThat(split.validation().orElseThrow().images().histogram()).containsExactly(3, 6);
      assertThat(split.training().images().histogram()).containsExactly(17, 34);
      assertThat(split.test()).isEqualTo(whole.test());
    }

    @Test
    void shares_that_are_no_whole_numbers_still_give_the_sum() {
      assertThat(whole.withValidation(10).validation().orElseThrow().images().histogram())
          .containsExactly(3, 7);
    }

    @Test
    void every_image_is_in_one_of_both_parts() {
      DataSplit split = whole.withValidation(20);

      List<Integer> pixels = new ArrayList<>();
      for (Dataset part :
          List.of(split.training().images(), split.validation().orElseThrow().images())) {
        for (int i = 0; i < part.size(); i++) {
          pixels.add((int) part.image(i)[0]);
        }
      }
      assertThat(pixels).doesNotHaveDuplicates().hasSize(60);
      assertThat(pixels.subList(0, 40)).isSorted();
    }

    @Test
    void the_seed_alone_decides() {
      assertThat(whole.withValidation(20, Seed.of(3)))
          .isEqualTo(whole.withValidation(20, Seed.of(3)));
      assertThat(whole.withValidation(20, Seed.of(4)))
          .isNotEqualTo(whole.withValidation(20, Seed.of(3)));
    }

    @Test
    void what_is_known_of_the_whole_is_known_of_its_parts() {
      Dataset official = animals(60).published(() -> true);
      DataSplit split = new DataSplit(official, animals(6).published(() -> true));

      assertThat(split.withValidation(9).authenticity()).isEqualTo(Authenticity.OFFICIAL);
      assertThat(whole.withValidation(9).authenticity()).isEqualTo(Authenticity.OWN);
    }

    @Test
    void each_class_keeps_an_image_to_learn_from() {
      assertThat(whole.withValidation(58).training().images().histogram()).containsExactly(1, 1);
      assertThatThrownBy(() -> whole.withValidation(59))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              """
              cannot hold out 59 of the 60 training images of animals: each class keeps one to learn from.
              Fix: hold out a tenth, 6.\
              """);
      assertThatThrownBy(() -> whole.withValidation(0)).hasMessageContaining("Fix: hold out");
    }

    @Test
    void images_are_held_out_once() {
      DataSplit split = whole.withValidation(9);

      assertThatThrownBy(() -> split.withValidation(9))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("animals has 9 validation images already.");
    }

    @Test
    void taking_limits_them_too() {
      assertThat(whole.withValidation(9).take(4).validation().orElseThrow().size()).isEqualTo(4);
    }
  }

  private static Dataset pets(int count, int height, List<String> classes) {
    return Dataset.of("pets", classes, 1, height, 3, new byte[count], new byte[count * height * 3]);
  }
}
