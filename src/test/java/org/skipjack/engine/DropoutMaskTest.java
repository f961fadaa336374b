package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.Noise.Dropout;
import org.skipjack.graph.Noise.StochasticDepth;
import org.skipjack.graph.Shape;

class DropoutMaskTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void a_factor_is_zero_or_one_over_what_is_kept(double rate) {
    float kept = (float) (1 / (1 - rate));

    assertThat(DropoutMask.draw(1000, new Dropout(rate), 1))
        .containsOnly(0, kept)
        .contains(0, kept);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void the_share_of_zeros_is_the_rate(double rate) {
    float[] factors = DropoutMask.draw(40_000, new Dropout(rate), 2);
    int zeros = 0;
    for (float factor : factors) {
      zeros += factor == 0 ? 1 : 0;
    }

    assertThat(zeros / 40_000.0).isCloseTo(rate, within(4 * Math.sqrt(0.25 / 40_000)));
  }

  @Test
  void a_rate_of_zero_keeps_everything() {
    assertThat(DropoutMask.draw(1000, new Dropout(0), 3)).containsOnly(1);
  }

  @Test
  void a_block_survives_a_whole_batch_or_does_not_and_is_not_scaled_up() {
    StochasticDepth noise = new StochasticDepth(0.8);
    double survived = 0;
    for (int seed = 0; seed < 1000; seed++) {
      survived += DropoutMask.draw(1, noise, seed)[0];
    }

    assertThat(noise.factorSizes(Shape.image(3, 4, 5), 7)).containsExactly(1, 1, 1, 1);
    assertThat(survived / 1000).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / 1000)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4095, 4096, 4097, 20_000})
  void an_array_is_filled_with_the_factors_that_are_drawn(int size) {
    try (INDArray floats = Nd4j.create(DataType.FLOAT, size);
        INDArray doubles = Nd4j.create(DataType.DOUBLE, size)) {
      DropoutMask.fill(floats, new Dropout(0.3), 6);
      DropoutMask.fill(doubles, new Dropout(0.3), 6);

      float[] drawn = DropoutMask.draw(size, new Dropout(0.3), 6);
      assertThat(floats.data().asFloat()).isEqualTo(drawn);
      assertThat(doubles.data().asFloat()).isEqualTo(drawn);
    }
  }

  @Test
  void filling_an_array_makes_none_of_its_size_in_java() {
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (INDArray factors = Nd4j.create(DataType.FLOAT, 1_000_000)) {
      DropoutMask.fill(factors, new Dropout(0.5), 1);
      long before = thread.getCurrentThreadAllocatedBytes();
      DropoutMask.fill(factors, new Dropout(0.5), 2);

      assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }
  }

  @Test
  void the_seed_decides() {
    assertThat(DropoutMask.draw(100, new Dropout(0.5), 4))
        .isEqualTo(DropoutMask.draw(100, new Dropout(0.5), 4));
    assertThat(DropoutMask.draw(100, new Dropout(0.5), 4))
        .isNotEqualTo(DropoutMask.draw(100, new Dropout(0.5), 5));
  }
}
