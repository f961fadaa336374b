package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FloatsTest {
  private final INDArray rows = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}});
  private final float[] values = new float[7];

  @Test
  void values_are_read_row_by_row_and_the_rest_is_left() {
    values[6] = 9;
    Floats.read(rows, values);

    assertThat(values).containsExactly(1, 2, 3, 4, 5, 6, 9);
  }

  @Test
  void a_transposed_array_is_read_in_its_own_order() {
    Floats.read(rows.transpose(), values);

    assertThat(values).startsWith(1, 4, 2, 5, 3, 6);
  }

  @Test
  void a_part_of_an_array_is_read_from_where_it_begins() {
    Floats.read(rows.get(NDArrayIndex.point(1)), values);

    assertThat(values).startsWith(4, 5, 6, 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void values_are_written_row_by_row(DataType type) {
    INDArray array = Nd4j.zeros(type, 2, 2);
    Floats.write(new float[] {1, 2, 3, 4, 5}, array);

    assertThat(array.toDoubleMatrix()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  @Test
  void a_part_of_an_array_is_written_alone() {
    INDArray whole = Nd4j.zeros(DataType.FLOAT, 5);
    Floats.write(new float[] {7, 8, 9}, whole.get(NDArrayIndex.interval(1, 4)));

    assertThat(whole.toFloatVector()).containsExactly(0, 7, 8, 9, 0);
  }

  @Test
  void an_array_in_another_order_is_not_written_to() {
    assertThatThrownBy(() -> Floats.write(values, rows.transpose()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the values of the array do not lie in C order.");
  }
}
