package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(taken.test()).isSameAs(split.test());
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

            Fix: bring both to one size before pairing them.""");
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

            Fix: give both the same class names in the same order.""");
  }

  private static Dataset pets(int count, int height, List<String> classes) {
    return Dataset.of("pets", classes, 1, height, 3, new byte[count], new byte[count * height * 3]);
  }
}
