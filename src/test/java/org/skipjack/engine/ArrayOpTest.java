package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ArrayOpTest {

  private static INDArray array(DataType type, double... values) {
    return Nd4j.createFromArray(values).castTo(type);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void a_sum_is_x_and_a_multiple_of_y(DataType type) {
    INDArray result = array(type, 0, 0);
    try (ArrayOp sum = ArrayOp.sum(result, array(type, 1, 2), array(type, 10, 20))) {
      sum.run();
      assertThat(result.toDoubleVector()).containsExactly(11, 22);
      sum.run(-0.5);
      assertThat(result.toDoubleVector()).containsExactly(-4, -8);
      sum.run();
      assertThat(result.toDoubleVector()).containsExactly(-4, -8);
    }
  }

  @Test
  void a_result_may_be_one_of_the_inputs() {
    INDArray x = array(DataType.FLOAT, 1, 2);
    INDArray y = array(DataType.FLOAT, 3, 4);
    try (ArrayOp intoX = ArrayOp.sum(x, x, y);
        ArrayOp intoY = ArrayOp.sum(y, x, y);
        ArrayOp product = ArrayOp.product(y, x, y)) {
      intoX.run(2);
      assertThat(x.toFloatVector()).containsExactly(7, 10);
      intoY.run(3);
      assertThat(y.toFloatVector()).containsExactly(16, 22);
      product.run();
      assertThat(y.toFloatVector()).containsExactly(112, 220);
    }
  }

  @Test
  void quotients_roots_and_norms_are_those_of_the_values() {
    INDArray x = array(DataType.FLOAT, 9, 16);
    INDArray result = array(DataType.FLOAT, 0, 0);
    INDArray norm = Nd4j.scalar(0f);
    try (ArrayOp quotient = ArrayOp.quotient(result, x, array(DataType.FLOAT, 2, -4));
        ArrayOp root = ArrayOp.root(result, x);
        ArrayOp length = ArrayOp.norm(norm, result)) {
      quotient.run();
      assertThat(result.toFloatVector()).containsExactly(4.5f, -4);
      root.run();
      assertThat(result.toFloatVector()).containsExactly(3, 4);
      length.run();
      assertThat(norm.getFloat(0)).isEqualTo(5);
    }
  }

  @Test
  void a_part_of_an_array_is_changed_alone() {
    INDArray whole = array(DataType.FLOAT, 1, 1, 1, 1);
    INDArray part = whole.get(NDArrayIndex.interval(1, 3));
    try (ArrayOp sum = ArrayOp.sum(part, part, array(DataType.FLOAT, 5, 6))) {
      sum.run();
    }

    assertThat(whole.toFloatVector()).containsExactly(1, 6, 7, 1);
  }

  @Test
  void an_array_too_long_for_one_thread_is_summed_whole() {
    INDArray x = Nd4j.ones(DataType.FLOAT, 1_000_003);
    try (ArrayOp sum = ArrayOp.sum(x, x, x.dup())) {
      sum.run(2);
    }

    assertThat(x.minNumber().floatValue()).isEqualTo(3);
    assertThat(x.maxNumber().floatValue()).isEqualTo(3);
  }
}
