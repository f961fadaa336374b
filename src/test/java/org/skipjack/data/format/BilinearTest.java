package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skipjack.data.ImageShape;

class BilinearTest {
  @Test
  void the_same_size_changes_nothing() {
    byte[] pixels = {1, 2, 3, 4, 5, 6};
    ImageShape shape = new ImageShape(1, 2, 3);

    assertThat(Bilinear.resize(pixels, shape, shape)).containsExactly(pixels);
  }

  @Test
  void growing_places_values_between_their_neighbors() {
    assertThat(
            Bilinear.resize(new byte[] {0, 100}, new ImageShape(1, 1, 2), new ImageShape(1, 1, 4)))
        .containsExactly(0, 25, 75, 100);
  }

  @Test
  void shrinking_takes_every_pixel_into_account() {
    byte[] pixels = new byte[16];
    pixels[3] = (byte) 160;

    assertThat(Bilinear.resize(pixels, new ImageShape(1, 1, 16), new ImageShape(1, 1, 1))[0] & 0xFF)
        .isBetween(5, 15);
  }

  @Test
  void rows_and_columns_and_channels_are_kept_apart() {
    byte[] pixels = {10, 20, 30, 40, -56, -56, -56, -56};

    byte[] resized = Bilinear.resize(pixels, new ImageShape(2, 2, 2), new ImageShape(2, 1, 2));

    assertThat(resized).containsExactly(20, 30, -56, -56);
  }
}
