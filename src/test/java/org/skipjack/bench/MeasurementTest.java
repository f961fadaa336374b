package org.skipjack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.skipjack.engine.Execution;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.net.Families;

class MeasurementTest {
  private static final Bench BENCH =
      Bench.of(BenchTask.INFER, Families.resnet(20), Execution.best()).batch(64).steps(1, 3);

  private static MatmulLimit limit(double gflops, int size) {
    return new MatmulLimit(gflops * 1e9, new MatrixProduct.Size(size, size, size));
  }

  private final Measurement measurement =
      new Measurement(
          BENCH,
          new StepTimes(List.of(0.25, 1.0, 0.5)),
          limit(40, 256),
          limit(50, 512),
          OptionalLong.empty());

  @Test
  void rates_come_of_the_median_step() {
    assertThat(measurement.imagesPerSecond()).isEqualTo(128);
    assertThat(measurement.rate(0)).isEqualTo(64);
    assertThat(measurement.rate(1)).isEqualTo(256);
    assertThat(measurement.gflops()).isCloseTo(128 * 2 * 40_551_040.0 / 1e9, within(1e-9));
  }

  @Test
  void the_better_limit_is_the_machines() {
    assertThat(measurement.limit()).isEqualTo(limit(50, 512));
    assertThat(measurement.shareOfLimit()).isCloseTo(measurement.gflops() / 50, within(1e-12));
  }

  @Test
  void memory_that_is_not_known_is_null() {
    assertThat(measurement.toMap()).containsEntry("peakMemoryBytes", null);
  }
}
