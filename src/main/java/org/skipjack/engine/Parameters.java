package org.skipjack.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;

/**
 * The values of a graph's parameters: one array of all learned values, one of all statistics, and a
 * view of each parameter in its own shape.
 *
 * <p>A view and the whole share memory: what is written to one is read from the other. The same
 * class holds gradients, where the statistics stay zero.
 */
public final class Parameters implements AutoCloseable {
  private final List<Parameter> layout;
  private final INDArray learned;
  private final INDArray statistics;
  private final Map<String, INDArray> views = new LinkedHashMap<>();

  private Parameters(List<Parameter> layout, DataType type) {
    this.layout = layout;
    this.learned = Nd4j.zeros(type, Math.max(1, elements(true)));
    this.statistics = Nd4j.zeros(type, Math.max(1, elements(false)));
    long learnedFrom = 0;
    long statisticsFrom = 0;
    for (Parameter parameter : layout) {
      long from = parameter.learned() ? learnedFrom : statisticsFrom;
      views.put(parameter.name(), view(parameter, from));
      if (parameter.learned()) {
        learnedFrom += parameter.elements();
      } else {
        statisticsFrom += parameter.elements();
      }
    }
  }

  /** Zeros for every parameter of a graph, in float32. */
  public static Parameters zeros(Graph graph) {
    return zeros(graph, DataType.FLOAT);
  }

  /** Zeros for every parameter of a graph; in float64 gradients can be checked closely. */
  public static Parameters zeros(Graph graph, DataType type) {
    return new Parameters(graph.parameters(), type);
  }

  /** Zeros in the layout and type of these. */
  public Parameters zerosLike() {
    return new Parameters(layout, learned.dataType());
  }

  /** The same values in memory of their own. */
  public Parameters copy() {
    Parameters copy = zerosLike();
    copy.learned.assign(learned);
    copy.statistics.assign(statistics);
    return copy;
  }

  /** The layout of the values: the parameters in the order of the graph's nodes. */
  public List<Parameter> layout() {
    return layout;
  }

  /** float32, or float64 for checks. */
  public DataType type() {
    return learned.dataType();
  }

  /** All learned values one after the other, {@code [P]}. */
  public INDArray learned() {
    return learned;
  }

  /** All running statistics one after the other, {@code [S]}. */
  public INDArray statistics() {
    return statistics;
  }

  /**
   * One parameter in its own shape, sharing memory with the whole.
   *
   * @param name such as {@code stage1/block1/conv1/weight}
   * @throws IllegalArgumentException if there is no such parameter
   */
  public INDArray get(String name) {
    INDArray view = views.get(name);
    if (view == null) {
      throw new IllegalArgumentException("there is no parameter " + name + " in " + views.keySet());
    }
    return view;
  }

  /**
   * Checks that these are the parameters of a graph.
   *
   * @throws IllegalArgumentException if they are not
   */
  public void requireFor(Graph graph) {
    if (!layout.equals(graph.parameters())) {
      throw new IllegalArgumentException(
          "these are the parameters of another graph.%nFix: Parameters.zeros(graph)".formatted());
    }
  }

  /** Frees the native memory; no value can be read any more. */
  @Override
  public void close() {
    learned.close();
    statistics.close();
  }

  private long elements(boolean wanted) {
    return layout.stream()
        .filter(parameter -> parameter.learned() == wanted)
        .mapToLong(Parameter::elements)
        .sum();
  }

  private INDArray view(Parameter parameter, long from) {
    INDArray whole = parameter.learned() ? learned : statistics;
    long[] shape = parameter.sizes().stream().mapToLong(Integer::longValue).toArray();
    return whole.get(NDArrayIndex.interval(from, from + parameter.elements())).reshape('c', shape);
  }
}
