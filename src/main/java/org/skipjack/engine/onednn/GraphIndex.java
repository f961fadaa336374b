package org.skipjack.engine.onednn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;

/**
 * An index of a graph for planners: the readers of each node, memory layouts, inputs and outputs.
 */
final class GraphIndex {
  private static final memory.data_type F32 = memory.data_type.f32;

  private final Bindings bindings;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, List<Node>> readers = new HashMap<>();
  private final memory.data_type type;
  private final memory.format_tag format;

  GraphIndex(Bindings bindings, Precision precision) {
    this.bindings = bindings;
    this.type =
        switch (precision) {
          case FP32 -> F32;
          case BF16 -> memory.data_type.bf16;
        };
    this.format = Layouts.values(graph());
    for (Node node : graph().nodes()) {
      nodes.put(node.name(), node);
      node.inputs()
          .forEach(input -> readers.computeIfAbsent(input, k -> new ArrayList<>()).add(node));
    }
  }

  Graph graph() {
    return bindings.graph();
  }

  Bindings outside() {
    return bindings;
  }

  int batch() {
    return bindings.batch();
  }

  /** The type of values and of the weights as they are used. */
  memory.data_type type() {
    return type;
  }

  Node node(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  /** The node that a node reads, where that is one. */
  Node inputOf(Node node) {
    return node(node.input());
  }

  /** The nodes that read a node's output, one that reads it twice twice. */
  List<Node> readers(String name) {
    return readers.getOrDefault(name, List.of());
  }

  /** The node that alone reads a node's output, and reads it once; null if there is none. */
  @Nullable Node soleReader(Node node) {
    List<Node> reading = readers(node.name());
    return reading.size() == 1 ? reading.get(0) : null;
  }

  /** Whether a node's output is read by a relu and nothing else. */
  boolean onlyReluReads(Node node) {
    Node reader = soleReader(node);
    return reader != null
        && reader.op() instanceof Activation activation
        && activation.function() == Activation.Function.RELU;
  }

  /** How values of these extents lie; which format serves best is oneDNN's choice for some nets. */
  memory.desc layout(long[] sizes) {
    return new memory.desc(sizes, type, format);
  }

  /**
   * How a convolution reads values: as they lie, unless they lie in the public layout, which what
   * comes before all convolutions may leave them in. From that, oneDNN 3.11 computes a 1×1
   * convolution with one filter wrongly ({@code jit_uni_ncsp} on a matrix product).
   */
  memory.desc readBy(Convolution convolution, Tensor values) {
    return isPublic(values, convolution.input()) ? layout(convolution.input()) : values.layout;
  }

  /**
   * How values lie that are added to a convolution's result, and with them the result: not in the
   * public layout, in which oneDNN 3.11 writes results of 1×1 convolutions to memory that it does
   * not have ({@code brgemm_1x1_convolution_fwd_t}).
   */
  memory.desc summedBy(Convolution convolution, Tensor values) {
    return isPublic(values, convolution.output())
        ? Layouts.channelsLast(convolution.output(), type)
        : values.layout;
  }

  /** Where an axis has one element the public layout is another one too, and counts as public. */
  private static boolean isPublic(Tensor values, long[] sizes) {
    return values.layout.equals(Layouts.plain(sizes, values.type()));
  }

  /** Values in the public layout, in the type of values. */
  memory.desc plain(Shape shape) {
    return Layouts.plain(Layouts.sizes(shape, batch()), type);
  }

  /** A batch outside the plan, float32 in the public layout. */
  Tensor batch(String name, Shape shape, Supplier<INDArray> array) {
    return outside(name, Layouts.sizes(shape, batch()), array);
  }

  private Tensor outside(String name, long[] sizes, Supplier<INDArray> array) {
    return Tensor.in(array, name, Layouts.plain(sizes, F32));
  }

  /** The factors of a noise node, as they come from outside. */
  Tensor factors(Node node, Noise op) {
    long[] sizes = op.factorSizes(node.shape(), batch());
    return outside(node.name() + " factors", sizes, () -> bindings.factors(node));
  }

  /** The public layout of such factors, in the type of values. */
  memory.desc factorLayout(Node node, Noise op) {
    return Layouts.plain(op.factorSizes(node.shape(), batch()), type);
  }

  Tensor input() {
    return batch("input", graph().inputShape(), bindings::input);
  }

  Tensor output() {
    return batch("output", graph().output().shape(), bindings::output);
  }

  /** A parameter of a node, by its place in the order that the operation has. */
  Tensor parameter(Node node, int index) {
    Parameter parameter = node.parameters().get(index);
    return at(parameter, "", () -> bindings.parameter(parameter.name()));
  }

  Tensor parameterGradient(Node node, int index) {
    Parameter parameter = node.parameters().get(index);
    return at(parameter, " gradient", () -> bindings.gradient(parameter.name()));
  }

  Tensor statisticOfBatch(Node node, int index) {
    Parameter parameter = node.parameters().get(index);
    return at(parameter, " of the batch", () -> bindings.statistic(parameter.name()));
  }

  private static Tensor at(Parameter parameter, String suffix, Supplier<INDArray> array) {
    return Tensor.in(
        array, parameter.name() + suffix, Layouts.plain(Layouts.sizes(parameter.sizes()), F32));
  }
}
