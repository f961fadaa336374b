package org.skipjack.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;

class ImageBufferTest {
  /** Two channels of two rows of three. */
  private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};

  /** Its mean is 7 everywhere in the first channel and 8 in the second. */
  private final ImageBuffer imageBuffer = new ImageBuffer(mean());

  ImageBufferTest() {
    System.arraycopy(PIXELS, 0, imageBuffer.pixels(), 0, PIXELS.length);
  }

  private static PixelMean mean() {
    byte[] pixels = {7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8};
    return PixelMean.of(Dataset.of("mean", List.of("a"), 2, 2, 3, new byte[1], pixels));
  }

  @Test
  void a_shift_down_and_right_brings_the_mean_in_from_above_and_left() {
    imageBuffer.shift(1, 1);

    assertThat(imageBuffer.pixels()).containsExactly(7, 7, 7, 7, 1, 2, 8, 8, 8, 8, 11, 12);
  }

  @Test
  void a_shift_up_and_left_brings_it_in_from_below_and_right() {
    imageBuffer.shift(-1, -2);

    assertThat(imageBuffer.pixels()).containsExactly(6, 7, 7, 7, 7, 7, 16, 8, 8, 8, 8, 8);
  }

  @Test
  void a_shift_of_more_than_the_image_leaves_the_mean() {
    imageBuffer.shift(0, 5);

    assertThat(imageBuffer.pixels()).containsExactly(7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8);
  }

  @Test
  void a_mirror_turns_each_row_round() {
    imageBuffer.mirror();

    assertThat(imageBuffer.pixels()).containsExactly(3, 2, 1, 6, 5, 4, 13, 12, 11, 16, 15, 14);
  }

  @Test
  void an_erased_rectangle_is_the_mean_as_far_as_it_lies_in_the_image() {
    imageBuffer.erase(-1, 2, 2, 5);

    assertThat(imageBuffer.pixels()).containsExactly(1, 2, 7, 4, 5, 6, 11, 12, 8, 14, 15, 16);
  }

  @Test
  void a_rectangle_beside_the_image_erases_nothing() {
    imageBuffer.erase(0, 3, 2, 2);
    imageBuffer.erase(2, 0, 2, 2);

    assertThat(imageBuffer.pixels()).isEqualTo(PIXELS);
  }
}
