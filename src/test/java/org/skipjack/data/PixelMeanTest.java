package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PixelMeanTest {
  @Test
  void it_is_the_mean_of_each_place_as_a_share_of_255() {
    PixelMean mean = PixelMean.of(twoByOne(0, -1, 51, -1));

    assertThat(mean.values()).containsExactly(0.1f, 1f);
    assertThat(mean).hasToString("mean image [1, 2, 1]");
  }

  @Test
  void it_does_not_depend_on_the_order_of_the_images() {
    assertThat(PixelMean.of(twoByOne(0, 7, 51, 9)))
        .isEqualTo(PixelMean.of(twoByOne(51, 9, 0, 7)))
        .hasSameHashCodeAs(PixelMean.of(twoByOne(51, 9, 0, 7)))
        .isNotEqualTo(PixelMean.of(twoByOne(51, 9, 0, 8)));
  }

  @Test
  void it_counts_only_the_images_that_were_taken() {
    assertThat(PixelMean.of(twoByOne(51, 102, 9, 9).take(1)).values()).containsExactly(0.2f, 0.4f);
  }

  @Test
  void changing_the_values_that_came_out_changes_nothing() {
    PixelMean mean = PixelMean.zero(1, 2, 1);
    mean.values()[0] = 1;

    assertThat(mean.values()).containsExactly(0, 0);
  }

  private static Dataset twoByOne(int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return Dataset.of("two", List.of("only"), 1, 2, 1, new byte[2], bytes);
  }
}
