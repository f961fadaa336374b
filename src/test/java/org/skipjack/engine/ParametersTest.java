package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;
import static org.skipjack.net.Net.net;
import static org.skipjack.net.Option.bias;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;

class ParametersTest {
  private final Graph graph =
      Graph.of(net().conv(2, bias()).batchNorm().flatten().dense(1), Shape.image(3, 2, 2));
  private final Parameters parameters = Parameters.zeros(graph);

  @Test
  void they_begin_as_zeros_in_float32() {
    assertThat(parameters.type()).isEqualTo(DataType.FLOAT);
    assertThat(parameters.layout()).isEqualTo(graph.parameters());
    assertThat(Bench.values(parameters.learned())).hasSize(54 + 2 + 4 + 9).containsOnly(0);
    assertThat(Bench.values(parameters.statistics())).hasSize(4).containsOnly(0);
  }

  @Test
  void each_has_its_own_shape() {
    assertThat(parameters.get("conv1/weight").shape()).containsExactly(2, 3, 3, 3);
    assertThat(parameters.get("conv1/bias").shape()).containsExactly(2);
    assertThat(parameters.get("dense1/weight").shape()).containsExactly(1, 8);
    assertThat(parameters.get("dense1/bias").shape()).containsExactly(1);
  }

  @Test
  void each_shares_memory_with_the_whole() {
    parameters.get("conv1/bias").assign(5);
    parameters.get("dense1/bias").assign(7);
    parameters.get("batchNorm1/variance").assign(3);

    assertThat(Bench.values(parameters.learned())).endsWith(7).contains(5, atIndex(54));
    assertThat(Bench.values(parameters.statistics())).containsExactly(0, 0, 3, 3);
    parameters.learned().assign(9);
    assertThat(Bench.values(parameters.get("conv1/weight"))).containsOnly(9);
  }

  @Test
  void a_single_value_shares_memory_too() {
    Parameters one = Parameters.zeros(Graph.of(net().batchNorm(), Shape.vector(1)));
    one.get("batchNorm1/gamma").assign(4);

    assertThat(Bench.values(one.learned())).containsExactly(4, 0);
  }

  @Test
  void a_copy_has_the_same_values_in_memory_of_its_own() {
    parameters.learned().assign(2);
    parameters.statistics().assign(3);
    Parameters copy = parameters.copy();
    parameters.learned().assign(0);
    parameters.statistics().assign(0);

    assertThat(Bench.values(copy.learned())).containsOnly(2);
    assertThat(Bench.values(copy.get("batchNorm1/mean"))).containsOnly(3);
  }

  @Test
  void zeros_like_others_have_their_layout_and_type() {
    Parameters doubles = Parameters.zeros(graph, DataType.DOUBLE);
    doubles.learned().assign(1);

    assertThat(doubles.zerosLike().type()).isEqualTo(DataType.DOUBLE);
    assertThat(doubles.zerosLike().layout()).isEqualTo(graph.parameters());
    assertThat(Bench.values(doubles.zerosLike().learned())).containsOnly(0);
  }

  @Test
  void a_graph_without_parameters_has_none() {
    Parameters none = Parameters.zeros(Graph.of(net().relu(), Shape.vector(3)));

    assertThat(none.layout()).isEmpty();
    assertThat(none.copy().layout()).isEmpty();
  }

  @Test
  void an_unknown_name_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> parameters.get("conv2/weight"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no parameter conv2/weight in [conv1/weight, conv1/bias, batchNorm1/gamma,"
                + " batchNorm1/beta, batchNorm1/mean, batchNorm1/variance, dense1/weight,"
                + " dense1/bias]");
  }

  @Test
  void values_written_row_by_row_are_read_so() {
    INDArray weight = parameters.get("conv1/weight");
    weight.putScalar(new int[] {1, 2, 0, 1}, 8);

    assertThat(parameters.learned().getDouble(27 + 2 * 9 + 1)).isEqualTo(8);
  }
}
