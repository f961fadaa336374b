package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductTest {

  /** Every engine that works here, in every precision that it has. */
  static Stream<Execution> executions() {
    return Engines.all().stream()
        .filter(engine -> engine.unavailableReason().isEmpty())
        .flatMap(
            engine ->
                Arrays.stream(Precision.values())
                    .filter(precision -> engine.unavailableReason(precision).isEmpty())
                    .map(precision -> new Execution(engine, 1, precision)));
  }

  @ParameterizedTest
  @MethodSource("executions")
  void a_product_multiplies(Execution execution) {
    double square = MatrixProduct.OPERAND * MatrixProduct.OPERAND;
    for (int inner : new int[] {7, 64}) {
      try (MatrixProduct product = execution.product(new MatrixProduct.Size(5, inner, 33))) {
        product.run();
        product.run();

        assertThat(product.element()).isCloseTo(inner * square, withinPercentage(2));
      }
    }
  }

  @Test
  void a_product_takes_two_operations_for_each_term() {
    assertThat(new MatrixProduct.Size(32_768, 144, 64).flops()).isEqualTo(2.0 * 32_768 * 144 * 64);
  }

  @Test
  void a_size_of_zero_is_refused() {
    assertThatThrownBy(() -> new MatrixProduct.Size(4, 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 4, 0, 4")
        .hasMessageContaining("Fix: ");
  }
}
