package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final List<String> CLASSES = List.of("cat", "dog");

  private final byte[] labels = {0, 1, 1};
  private final byte[] pixels = {1, 2, 3, 4, -1, -2, -3, -4, 5, 6, 7, 8};
  private final Dataset pets = Dataset.of("pets", CLASSES, 1, 2, 2, labels, pixels);

  @Test
  void it_knows_its_images_by_number() {
    assertThat(pets.size()).isEqualTo(3);
    assertThat(pets.label(2)).isEqualTo(1);
    assertThat(pets.image(1)).containsExactly(-1, -2, -3, -4);
    assertThat(pets).hasToString("pets [3, 1, 2, 2], 2 classes");
  }

  @Test
  void changing_the_arrays_that_went_in_or_came_out_changes_nothing() {
    labels[0] = 1;
    pixels[0] = 99;
    pets.image(0)[0] = 99;

    assertThat(pets.label(0)).isZero();
    assertThat(pets.image(0)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void labels_above_127_are_unsigned() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      many.add("class " + i);
    }

    Dataset dataset = Dataset.of("many", many, 1, 1, 1, new byte[] {-1}, new byte[1]);

    assertThat(dataset.label(0)).isEqualTo(255);
  }

  @Test
  void an_image_beyond_the_last_is_refused() {
    assertThatThrownBy(() -> pets.label(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("there is no image 3 in pets: it has 3, counted from 0.");
    assertThatThrownBy(() -> pets.take(2).image(2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("there is no image 2 in pets: it has 2, counted from 0.");
  }

  @Nested
  class Taking_the_first {
    @Test
    void it_keeps_the_first_images() {
      assertThat(pets.take(2))
          .isEqualTo(Dataset.of("pets", CLASSES, 1, 2, 2, new byte[] {0, 1}, firstTwo()));
    }

    @Test
    void more_than_there_are_is_all() {
      assertThat(pets.take(4)).isSameAs(pets);
    }

    @Test
    void none_is_refused() {
      assertThatThrownBy(() -> pets.take(0))
          .isInstanceOf(DatasetException.class)
          .hasMessage("cannot take 0 images of pets.\nFix: take at least 1; there are 3.");
    }

    @Test
    void its_digest_is_that_of_a_set_with_these_images_alone() {
      assertThat(pets.take(2).digest())
          .isEqualTo(Dataset.of("others", CLASSES, 1, 2, 2, new byte[] {0, 1}, firstTwo()).digest())
          .isNotEqualTo(pets.digest());
    }

    private byte[] firstTwo() {
      return new byte[] {1, 2, 3, 4, -1, -2, -3, -4};
    }
  }

  @Nested
  class The_digest {
    @Test
    void it_is_the_sha_256_of_the_documented_bytes() {
      // What sha256sum says of: skipjack dataset 1\nshape 3 1 2 2\nclass cat\nclass dog\n, and
      // then the bytes 0 1 1, 1 2 3 4 255 254 253 252 5 6 7 8.
      assertThat(pets.digest())
          .isEqualTo("bd4650cf75b94f0434d25b9ea108c9b2a0ed0876ddcfa39e4875d7de685f9d77");
    }

    @Test
    void it_tells_apart_pixels_labels_classes_and_shapes_but_not_names() {
      assertThat(Dataset.of("renamed", CLASSES, 1, 2, 2, labels, pixels).digest())
          .isEqualTo(pets.digest());
      assertThat(Dataset.of("pets", List.of("dog", "cat"), 1, 2, 2, labels, pixels).digest())
          .isNotEqualTo(pets.digest());
      assertThat(Dataset.of("pets", CLASSES, 1, 1, 4, labels, pixels).digest())
          .isNotEqualTo(pets.digest());
      labels[0] = 1;
      assertThat(Dataset.of("pets", CLASSES, 1, 2, 2, labels, pixels).digest())
          .isNotEqualTo(pets.digest());
      labels[0] = 0;
      pixels[11] = 9;
      assertThat(Dataset.of("pets", CLASSES, 1, 2, 2, labels, pixels).digest())
          .isNotEqualTo(pets.digest());
    }
  }

  @Nested
  class Authenticity_of_a_set {
    @Test
    void a_set_of_ones_own_has_no_official_digest() {
      assertThat(pets.authenticity()).isEqualTo(Authenticity.OWN);
      assertThat(pets.take(1).authenticity()).isEqualTo(Authenticity.OWN);
    }

    @Test
    void a_published_set_is_official_if_that_is_shown_and_so_is_its_beginning() {
      Dataset published = pets.published(() -> true);

      assertThat(published.authenticity()).isEqualTo(Authenticity.OFFICIAL);
      assertThat(published.take(2).take(1).authenticity()).isEqualTo(Authenticity.OFFICIAL);
    }

    @Test
    void it_is_marked_if_that_is_not_shown() {
      Dataset other = pets.published(() -> false);

      assertThat(other.authenticity()).isEqualTo(Authenticity.NOT_OFFICIAL);
      assertThat(other.take(1).authenticity()).isEqualTo(Authenticity.NOT_OFFICIAL);
    }
  }

  @Nested
  class Parts_that_do_not_fit {
    @Test
    void too_few_pixels_are_refused_with_both_counts() {
      assertThatThrownBy(() -> Dataset.of("pets", CLASSES, 3, 2, 2, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              """
              pets has 12 pixel values, but 3 labels and the image shape make [3, 3, 2, 2] (NCHW), \
              36 values.
              Fix: give one label and one whole image each.""");
    }

    @Test
    void a_label_without_a_class_is_refused_with_its_place() {
      labels[1] = 2;
      assertThatThrownBy(() -> Dataset.of("pets", CLASSES, 1, 2, 2, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              """
              image 1 of pets has label 2, expected 0 to 1: there are 2 classes.
              Fix: name every class, or correct the label.""");
    }

    @Test
    void a_size_of_zero_is_refused_with_the_shape() {
      assertThatThrownBy(() -> Dataset.of("pets", CLASSES, 1, 0, 2, labels, new byte[0]))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              "pets would have the shape [3, 1, 0, 2] (NCHW).\nFix: let every size be at least 1.");
    }

    @Test
    void no_images_at_all_are_refused() {
      assertThatThrownBy(() -> Dataset.of("pets", CLASSES, 1, 2, 2, new byte[0], new byte[0]))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              "pets would have the shape [0, 1, 2, 2] (NCHW).\nFix: let every size be at least 1.");
    }

    @Test
    void a_size_whose_product_would_overflow_is_refused() {
      assertThatThrownBy(() -> Dataset.of("pets", CLASSES, 1 << 16, 1 << 16, 1, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("12,884,901,888 values");
    }

    @Test
    void classes_without_a_name_of_their_own_are_refused() {
      assertThatThrownBy(() -> Dataset.of("pets", List.of("a", "a"), 1, 2, 2, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessage("pets names a class twice: a, a.\nFix: give every class a name of its own.");
      assertThatThrownBy(() -> Dataset.of("pets", List.of("a", "\n"), 1, 2, 2, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              "pets has a class called \"\n\", expected a name of one line.\nFix: name it.");
    }

    @Test
    void more_classes_than_two_bytes_count_are_refused() {
      List<String> many = Collections.nCopies(65_537, "a");
      assertThatThrownBy(() -> Dataset.of("pets", many, 1, 2, 2, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              """
              pets has 65537 classes, expected 1 to 65,536: a label is two bytes.
              Fix: name the classes, one name for each label.""");
    }

    @Test
    void a_blank_name_is_refused() {
      assertThatThrownBy(() -> Dataset.of(" ", CLASSES, 1, 2, 2, labels, pixels))
          .isInstanceOf(DatasetException.class)
          .hasMessage("a data set needs a name.\nFix: give one, for example \"faces\".");
    }
  }
}
