package org.skipjack.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;

class BatchesTest {
  private final Dataset shapes = Shapes.split(16, 25, 1, Seed.of(1)).training().images();
  private final PixelMean mean = PixelMean.of(shapes);
  private final Batches batches = new Batches(shapes, mean, 10);

  @AfterEach
  void close() {
    batches.close();
  }

  @Test
  void images_are_pixels_over_255_less_the_mean() {
    int image = 0;
    for (Batch batch : all(batches.inOrder())) {
      float[] decoded = batch.images().dup().data().asFloat();
      for (int i = 0; i < batch.size(); i++, image++) {
        assertThat(Arrays.copyOfRange(decoded, i * 768, (i + 1) * 768)).isEqualTo(expected(image));
      }
    }

    assertThat(image).isEqualTo(25);
  }

  @Test
  void a_batch_is_nchw_float32_in_c_order() {
    Batch batch = batches.inOrder().next();

    assertThat(batch.images().shape()).containsExactly(10, 3, 16, 16);
    assertThat(batch.images().dataType()).isEqualTo(DataType.FLOAT);
    assertThat(batch.images().ordering()).isEqualTo('c');
    assertThat(batch.images().getFloat(3, 2, 15, 14))
        .isEqualTo(expected(3)[2 * 256 + 15 * 16 + 14]);
  }

  @Test
  void the_last_batch_has_what_is_left() {
    List<Integer> sizes = new ArrayList<>();
    for (Batch batch : all(batches.inOrder())) {
      assertThat(batch.images().size(0)).isEqualTo(batch.size());
      sizes.add(batch.size());
    }

    assertThat(sizes).containsExactly(10, 10, 5);
    assertThat(batches.count()).isEqualTo(3);
  }

  @Test
  void a_batch_larger_than_the_set_holds_all_of_it() {
    Batches one = new Batches(shapes, mean, 1_000);

    assertThat(one.count()).isEqualTo(1);
    assertThat(one.inOrder().next().size()).isEqualTo(25);
  }

  @Test
  void shuffling_moves_labels_and_images_together_and_loses_none() {
    List<Integer> seen = new ArrayList<>();
    for (Batch batch : all(batches.shuffled(Seed.of(7)))) {
      for (int i = 0; i < batch.size(); i++) {
        int index = batch.indices()[i];
        seen.add(index);
        assertThat(batch.labels()[i]).isEqualTo(shapes.label(index));
        assertThat(batch.images().getFloat(i, 0, 8, 8)).isEqualTo(expected(index)[8 * 16 + 8]);
      }
    }

    assertThat(seen).doesNotHaveDuplicates().hasSize(25);
    assertThat(seen).isNotEqualTo(seen.stream().sorted().toList());
  }

  @Test
  void an_order_depends_on_its_seed_alone() {
    List<Integer> first = order(batches, Seed.of(7));

    assertThat(order(batches, Seed.of(8))).isNotEqualTo(first);
    assertThat(order(batches, Seed.of(7))).isEqualTo(first);
    assertThat(order(new Batches(shapes, mean, 3), Seed.of(7))).isEqualTo(first);
  }

  @Test
  void two_batches_have_memory_and_the_third_uses_that_of_the_first() {
    List<Long> first = addresses();

    assertThat(addresses()).isEqualTo(first);
    assertThat(first.get(2)).isEqualTo(first.get(0)).isNotEqualTo(first.get(1));
  }

  @Nested
  class Misuse {
    @Test
    void an_older_pass_cannot_go_on_once_a_newer_has_begun() {
      Feed older = batches.inOrder();
      Batch newer = batches.inOrder().next();

      assertThat(newer.size()).isEqualTo(10);
      assertThatThrownBy(older::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              this pass over shapes16 is closed: it was left, or another has begun and uses its memory.
              Fix: finish a pass first, or make a second Batches.\
              """);
    }

    @Test
    void a_batch_after_the_last_is_refused() {
      Feed pass = new Batches(shapes, mean, 25).inOrder();
      assertThat(pass.next().size()).isEqualTo(25);

      assertThat(pass.hasNext()).isFalse();
      assertThatThrownBy(pass::next)
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("all 1 batches of shapes16 have been taken.");
    }

    @Test
    void a_batch_size_of_zero_is_refused() {
      assertThatThrownBy(() -> new Batches(shapes, mean, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the batch size must be positive, got 0. Fix: use 32, 64 or 128.");
    }

    @Test
    void a_mean_of_another_shape_is_refused_with_both() {
      assertThatThrownBy(() -> new Batches(shapes, PixelMean.zero(3, 32, 32), 10))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              """
              the mean image does not fit the images of shapes16 (CHW).

                  images  [3, 16, 16]
                  mean    [3, 32, 32]

              Fix: use PixelMean.of(the training set).\
              """);
    }

    @Test
    void a_batch_of_unequal_parts_is_refused() {
      INDArray images = Nd4j.zeros(DataType.FLOAT, 2, 3, 4, 4);
      assertThatThrownBy(() -> new Batch(images, new int[2], new int[3]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a batch needs as many images as labels and indices, got 2, 2 and 3.");
    }
  }

  /** The batches of a pass, each to be looked at before the next is taken. */
  private static Iterable<Batch> all(Feed feed) {
    return () -> feed;
  }

  private List<Long> addresses() {
    List<Long> addresses = new ArrayList<>();
    for (Batch batch : all(batches.inOrder())) {
      addresses.add(batch.images().data().address());
    }
    return addresses;
  }

  private static List<Integer> order(Batches batches, Seed seed) {
    List<Integer> order = new ArrayList<>();
    for (Batch batch : all(batches.shuffled(seed))) {
      Arrays.stream(batch.indices()).forEach(order::add);
    }
    return order;
  }

  private float[] expected(int image) {
    byte[] pixels = shapes.image(image);
    float[] means = mean.values();
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(pixels[i]) / 255f - means[i];
    }
    return values;
  }
}
