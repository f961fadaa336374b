package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.net.Window;

class WindowTest {

  @ParameterizedTest
  @CsvSource({
    // kernelSize, stride, padding, extent, positions
    "3, 1, 1, 32, 32",
    "3, 2, 1, 32, 16",
    "3, 2, 1, 33, 17",
    "3, 1, 0, 32, 30",
    "1, 2, 0, 32, 16",
    "1, 2, 0, 33, 17",
    "2, 2, 0, 33, 16",
    "7, 2, 3, 224, 112",
    "4, 1, 1, 32, 31",
    "5, 1, 0, 5, 1",
    "5, 1, 0, 4, 0",
    "5, 2, 0, 2, -1",
  })
  void a_window_slides_to_this_many_positions(
      int kernelSize, int stride, int padding, int extent, int positions) {
    assertThat(new Window(kernelSize, stride, padding).slide(extent)).isEqualTo(positions);
  }
}
