package org.skipjack.engine.samediff;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Floats;
import org.skipjack.engine.TensorListener;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Affine;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.GlobalAvgPool;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Multiply;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Op;
import org.skipjack.graph.OpVisitor;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Shape;
import org.skipjack.graph.Softmax;
import org.skipjack.graph.ZeroPad;
import org.skipjack.net.Window;

/**
 * A graph written down in SameDiff's operations, for training or for evaluation.
 *
 * <p>Variables have the names of our nodes and parameters; the batch is called {@link #INPUT}, the
 * gradient of the loss with respect to the output {@link #OUTPUT_GRADIENT}.
 */
final class SameDiffLowering implements OpVisitor<SDVariable> {
  static final String INPUT = "input";
  static final String OUTPUT_GRADIENT = "output gradient";

  /** A noise node and the placeholder of its factors. */
  record Mask(Node node, Noise noise, String name) {}

  final SameDiff sameDiff = SameDiff.create();

  /** The variables that hold a batch's statistics, and the parameters that they belong to. */
  final Map<String, String> statistics = new LinkedHashMap<>();

  final List<Mask> masks = new ArrayList<>();
  final String output;

  private final boolean training;
  private final DataType type;
  private final Map<String, SDVariable> variables = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new HashMap<>();
  private final VariableOwners variableOwners = new VariableOwners(sameDiff);
  private Node node;

  SameDiffLowering(Graph graph, boolean training, DataType type) {
    this.training = training;
    this.type = type;
    this.node = graph.nodes().get(0);
    for (Node each : graph.nodes()) {
      node = each;
      nodes.put(each.name(), each);
      for (Parameter parameter : each.parameters()) {
        declare(parameter);
      }
      variables.put(each.name(), each.op().accept(this));
      variableOwners.takeForward(each.name());
    }
    SDVariable last = variable(graph.output().name());
    output = last.name();
    if (training) {
      differentiate(last, sameDiff.placeHolder(OUTPUT_GRADIENT, type, batched(graph.output())));
    }
  }

  /**
   * Appends the operations of the gradient: each operation is differentiated after all that read
   * it.
   *
   * <p>SameDiff's own createGradFunction does the same, and prints a line for each to standard
   * output.
   */
  private void differentiate(SDVariable result, SDVariable gradient) {
    sameDiff.setGradientForVariableName(result.name(), gradient);
    DifferentialFunction[] ops = sameDiff.ops();
    for (int i = ops.length - 1; i >= 0; i--) {
      DifferentialFunction op = ops[i];
      List<SDVariable> gradients =
          Arrays.stream(op.outputVariables())
              .map(output -> requireNonNull(output.gradient(), output.name()))
              .toList();
      requireNonNull(op.diff(gradients));
      variableOwners.takeBackward(op);
    }
  }

  /** The variable that holds the gradient with respect to a parameter. */
  String gradient(Parameter parameter) {
    return requireNonNull(sameDiff.getGradForVariable(parameter.name())).name();
  }

  /** Tells of a variable that was computed under the name of its node. */
  void tell(TensorListener tensorListener, String variable, INDArray values) {
    boolean statistic = statistics.containsKey(variable);
    TensorListener.Part part =
        statistic ? TensorListener.Part.STATISTIC : variableOwners.part(variable);
    tensorListener.computed(variableOwners.node(variable), part, () -> floats(values));
  }

  private static float[] floats(INDArray values) {
    float[] floats = new float[Math.toIntExact(values.length())];
    Floats.read(values.castTo(DataType.FLOAT), floats);
    return floats;
  }

  private SDVariable variable(String name) {
    return requireNonNull(variables.get(name), name);
  }

  private SDVariable input() {
    return variable(node.input());
  }

  private SDVariable parameter(int index) {
    return variable(node.parameters().get(index).name());
  }

  private void declare(Parameter parameter) {
    long[] shape = parameter.sizes().stream().mapToLong(Integer::longValue).toArray();
    // A variable of SameDiff's would come with an array of its own, which only a collector frees.
    variables.put(parameter.name(), sameDiff.placeHolder(parameter.name(), type, shape));
  }

  private static long[] batched(Node node) {
    return node.shape().withBatch(-1);
  }

  @Override
  public SDVariable visitInput(Op.Input op) {
    return sameDiff.placeHolder(INPUT, type, batched(node));
  }

  @Override
  public SDVariable visitConv2d(Conv2d op) {
    return new SameDiffConvolution(sameDiff, type, op)
        .of(input(), parameter(0), op.bias() ? parameter(1) : null);
  }

  @Override
  public SDVariable visitDense(Dense op) {
    // The gradient of ND4J's matrix product fails for a product of two single values.
    boolean single = node.shape().channels() == 1 && parameter(0).getShape()[1] == 1;
    SDVariable product =
        single
            ? input().mul(parameter(0))
            : sameDiff.mmul(input(), parameter(0), false, true, false);
    return sameDiff.nn.biasAdd(product, parameter(1), false);
  }

  @Override
  public SDVariable visitBatchNorm(BatchNorm op) {
    SDVariable mean = parameter(2);
    SDVariable variance = parameter(3);
    if (training) {
      int[] axes = node.shape().isImage() ? new int[] {0, 2, 3} : new int[] {0};
      SDVariable[] moments = sameDiff.math.moments(input(), axes, false);
      mean = moments[0];
      variance = moments[1];
      statistics.put(mean.name(), node.parameters().get(2).name());
      statistics.put(variance.name(), node.parameters().get(3).name());
    }
    SDVariable scale = parameter(0).mul(sameDiff.math.rsqrt(variance.add(BatchNorm.EPSILON)));
    SDVariable shift = parameter(1).sub(mean.mul(scale));
    if (node.shape().isImage() && isDegenerate(node.shape())) {
      scale = sameDiff.reshape(scale, 1, node.shape().channels(), 1, 1);
      shift = sameDiff.reshape(shift, 1, node.shape().channels(), 1, 1);
    }
    if (!node.shape().isImage() || isDegenerate(node.shape())) {
      return input().mul(scale).add(shift);
    }
    SDVariable weights = sameDiff.reshape(scale, 1, 1, node.shape().channels(), 1);
    Conv2DConfig config = SameDiffConvolution.configure(new Window(1, 1, 0));
    return sameDiff.cnn.depthWiseConv2d(input(), weights, shift, config);
  }

  /**
   * One channel or one pixel: ND4J's depthwise convolution fails on these where it lacks oneDNN.
   */
  private static boolean isDegenerate(Shape image) {
    return image.channels() == 1 || image.elements() == image.channels();
  }

  @Override
  public SDVariable visitActivation(Activation op) {
    SDVariable x = input();
    return switch (op.function()) {
      case RELU -> sameDiff.nn.relu(x, 0);
      case LEAKY_RELU -> sameDiff.nn.leakyRelu(x, op.alpha());
      case ELU -> elu(x, op.alpha());
      // ND4J's own gelu is an approximation.
      case GELU -> x.mul(sameDiff.math.erf(x.mul(Math.sqrt(0.5))).add(1)).mul(0.5);
      case SIGMOID -> sameDiff.nn.sigmoid(x);
      case SOFTPLUS -> softplus(x);
      case TANH -> sameDiff.nn.tanh(x);
    };
  }

  /** ND4J's own is for an alpha of 1. */
  private SDVariable elu(SDVariable x, double alpha) {
    SDVariable positive = sameDiff.nn.relu(x, 0);
    return positive.add(sameDiff.nn.elu(x).sub(positive).mul(alpha));
  }

  /** ND4J's own is infinite where exp(x) is; from 40 on it is x, in every type. */
  private SDVariable softplus(SDVariable x) {
    SDVariable above = sameDiff.nn.relu(x.sub(40), 0);
    return sameDiff.nn.softplus(x.sub(above)).add(above);
  }

  @Override
  public SDVariable visitSoftmax(Softmax op) {
    if (!node.shape().isImage()) {
      return sameDiff.nn.softmax(input(), 1);
    }
    // A plan of ours hands no axis to ND4J's softmax, which then takes the last.
    SDVariable channelsLast = input().permute(0, 2, 3, 1);
    return sameDiff.nn.softmax(channelsLast, 3).permute(0, 3, 1, 2);
  }

  @Override
  public SDVariable visitAffine(Affine op) {
    SDVariable scaled = input().mul(op.factor());
    // The gradient of a sum with a constant is no variable of its own, which the last one must be.
    return op.offset() == 0 ? scaled : scaled.add(op.offset());
  }

  @Override
  public SDVariable visitMultiply(Multiply op) {
    SDVariable of = variable(node.inputs().get(0));
    SDVariable by = variable(node.inputs().get(1));
    boolean byChannel = !requireNonNull(nodes.get(node.inputs().get(1))).shape().isImage();
    return of.mul(
        byChannel && node.shape().isImage()
            ? sameDiff.reshape(by, -1, node.shape().channels(), 1, 1)
            : by);
  }

  @Override
  public SDVariable visitPool2d(Pool2d op) {
    Window window = op.window();
    Pooling2DConfig config =
        Pooling2DConfig.builder()
            .kH(window.kernelSize())
            .kW(window.kernelSize())
            .sH(window.stride())
            .sW(window.stride())
            .pH(window.padding())
            .pW(window.padding())
            .isNHWC(false)
            .build();
    return switch (op.kind()) {
      case MAX -> sameDiff.cnn.maxPooling2d(input(), config);
      case AVERAGE -> sameDiff.cnn.avgPooling2d(input(), config);
    };
  }

  @Override
  public SDVariable visitGlobalAvgPool(GlobalAvgPool op) {
    return sameDiff.mean(input(), 2, 3);
  }

  @Override
  public SDVariable visitFlatten(Op.Flatten op) {
    return sameDiff.reshape(input(), -1, node.shape().channels());
  }

  @Override
  public SDVariable visitNoise(Noise op) {
    if (!training) {
      return op.evaluation() == 1 ? input() : input().mul(op.evaluation());
    }
    String name = node.name() + "/factors";
    masks.add(new Mask(node, op, name));
    long[] sizes = op.factorSizes(node.shape(), -1);
    return input().mul(sameDiff.placeHolder(name, type, sizes));
  }

  @Override
  public SDVariable visitAdd(Op.Add op) {
    return variable(node.inputs().get(0)).add(variable(node.inputs().get(1)));
  }

  @Override
  public SDVariable visitZeroPad(ZeroPad op) {
    int channels = requireNonNull(nodes.get(node.input())).shape().channels();
    INDArray ones = Nd4j.zeros(type, 1, 1, channels, op.channels());
    for (int channel = 0; channel < channels; channel++) {
      ones.putScalar(new long[] {0, 0, channel, channel}, 1);
    }
    SDVariable weight = sameDiff.constant(node.name() + "/ones", ones);
    return sameDiff.cnn.conv2d(
        input(), weight, SameDiffConvolution.configure(new Window(1, op.stride(), 0)));
  }
}
