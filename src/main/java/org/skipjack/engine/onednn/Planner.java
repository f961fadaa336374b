package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.Activation;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.GlobalAvgPool;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;
import org.skipjack.graph.OpVisitor;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Shape;
import org.skipjack.graph.Window;
import org.skipjack.graph.ZeroPad;

/**
 * Writes a graph down as oneDNN primitives: one visit a node emits its forward steps and, for
 * training, leaves its backward steps to be emitted in reverse order.
 *
 * <p>A relu that alone reads a batch normalisation or a sum is computed by that step; in the
 * backward pass too.
 */
final class Planner implements OpVisitor<Tensor> {
  private static final memory.data_type F32 = memory.data_type.f32;

  private final Emitter emitter;
  private final Buffers buffers;
  private final GradientSums gradients;
  private final Map<String, Tensor> outputs = new HashMap<>();
  private final Map<String, List<Node>> readers = new HashMap<>();
  private final Map<String, Node> nodes = new HashMap<>();
  private final Set<String> differentiable = new HashSet<>();
  private final Deque<Runnable> backward = new ArrayDeque<>();
  private final long batch;
  private final memory.data_type type = F32;
  private final memory.format_tag layoutOfValues;
  private final boolean training;
  private final int purpose;
  private Node node;

  Planner(Emitter emitter, Buffers buffers, boolean training) {
    this.emitter = emitter;
    this.buffers = buffers;
    this.batch = buffers.batch();
    this.training = training;
    this.purpose = training ? dnnl_forward_training : dnnl_forward_inference;
    this.layoutOfValues = Layouts.values(buffers.graph());
    this.gradients = new GradientSums(emitter);
    this.node = buffers.graph().nodes().get(0);
  }

  Plan plan() {
    List<Node> all = buffers.graph().nodes();
    for (Node each : all) {
      nodes.put(each.name(), each);
      each.inputs()
          .forEach(input -> readers.computeIfAbsent(input, k -> new ArrayList<>()).add(each));
    }
    for (Node each : all) {
      node = each;
      boolean learns = each.parameters().stream().anyMatch(Parameter::learned);
      if (training && (learns || each.inputs().stream().anyMatch(differentiable::contains))) {
        differentiable.add(each.name());
      }
      outputs.put(each.name(), each.op().accept(this));
    }
    Node last = buffers.graph().output();
    Tensor result = value(last.name());
    emitter.copy(result, plain(buffers.output(), last.shape(), "output"));
    int forwardSteps = emitter.size();
    if (differentiable.contains(last.name())) {
      Tensor given = plain(buffers.outputGradient(), last.shape(), "output gradient");
      gradients.add(last.name(), emitter.inLayout(given, result.layout));
      backward.forEach(Runnable::run);
    }
    return emitter.plan(forwardSteps);
  }

  private Tensor plain(INDArray array, Shape shape, String name) {
    return Emitter.at(array, name, Layouts.plain(Layouts.sizes(shape, batch), F32));
  }

  private Tensor value(String name) {
    return Objects.requireNonNull(outputs.get(name), name);
  }

  private Tensor input() {
    return value(node.input());
  }

  private Node inputNode() {
    return Objects.requireNonNull(nodes.get(node.input()));
  }

  private Tensor parameter(int index) {
    Parameter parameter = node.parameters().get(index);
    return Emitter.at(
        buffers.parameters().get(parameter.name()),
        parameter.name(),
        Layouts.plain(Layouts.sizes(parameter.sizes()), F32));
  }

  private Tensor parameterGradient(int index) {
    Parameter parameter = node.parameters().get(index);
    return Emitter.at(
        buffers.gradients().get(parameter.name()),
        parameter.name() + " gradient",
        Layouts.plain(Layouts.sizes(parameter.sizes()), F32));
  }

  /** Remembers the backward steps of the node at hand; they run if a gradient reaches it. */
  private void onBackward(Consumer<Tensor> steps) {
    Node own = node;
    if (differentiable.contains(own.name())) {
      backward.push(
          () -> {
            node = own;
            Tensor gradient = gradients.of(own);
            if (gradient != null) {
              steps.accept(gradient);
            }
          });
    }
  }

  /** Hands a gradient to the node's input, in the layout of the input's value. */
  private void toInput(Tensor gradient) {
    if (differentiable.contains(node.input())) {
      gradients.add(node.input(), emitter.inLayout(gradient, input().layout));
    }
  }

  private boolean inputIsDifferentiable() {
    return differentiable.contains(node.input());
  }

  private @Nullable Node soleRelu() {
    List<Node> reading = readers.getOrDefault(node.name(), List.of());
    boolean relu =
        reading.size() == 1
            && reading.get(0).op() instanceof Activation activation
            && activation.function() == Activation.Function.RELU;
    return relu ? reading.get(0) : null;
  }

  @Override
  public Tensor visitInput(Op.Input op) {
    return plain(buffers.input(), op.shape(), "input");
  }

  @Override
  public Tensor visitConv2d(Conv2d op) {
    return convolve(op.window(), parameter(0), op.bias(), true);
  }

  /**
   * Emits a convolution whose weights are learned or, for a shortcut of zeros and ones, are not.
   */
  private Tensor convolve(Window window, Tensor weight, boolean bias, boolean learned) {
    Convolution convolution =
        Convolution.of(node.name(), inputNode().shape(), node.shape(), window, batch);
    Tensor from = input();
    boolean first = inputNode().op() instanceof Op.Input;
    convolution_forward.primitive_desc made =
        convolution.forward(
            emitter,
            purpose,
            first ? layout(convolution.input()) : from.layout,
            layout(convolution.output()),
            bias);
    Tensor arranged = emitter.inLayout(from, made.src_desc());
    Tensor result =
        convolution.emitForward(emitter, made, arranged, weight, bias ? parameter(1) : null);
    onBackward(
        gradient -> {
          if (learned) {
            convolution.emitBackwardWeights(
                emitter,
                made,
                arranged,
                gradient,
                parameterGradient(0),
                bias ? parameterGradient(1) : null);
          }
          if (inputIsDifferentiable()) {
            toInput(convolution.emitBackwardData(emitter, made, from.layout, weight, gradient));
          }
        });
    return result;
  }

  private memory.desc layout(long[] sizes) {
    return new memory.desc(sizes, type, layoutOfValues);
  }

  @Override
  public Tensor visitZeroPad(ZeroPad op) {
    int channels = inputNode().shape().channels();
    INDArray ones = emitter.hold(Nd4j.zeros(op.channels(), channels));
    for (int channel = 0; channel < channels; channel++) {
      ones.putScalar(channel, channel, 1);
    }
    long[] sizes = {op.channels(), channels, 1, 1};
    Tensor weight = Emitter.at(ones, node.name() + "/ones", Layouts.plain(sizes, F32));
    return convolve(new Window(1, op.stride(), 0), weight, false, false);
  }

  @Override
  public Tensor visitDense(Dense op) {
    FullyConnected dense =
        FullyConnected.of(node.name(), inputNode().shape(), node.shape(), batch, type);
    Tensor from = emitter.inLayout(input(), dense.inputLayout());
    Tensor weight = parameter(0);
    var made = dense.forward(emitter, purpose);
    Tensor result = dense.emitForward(emitter, made, from, weight, parameter(1));
    onBackward(
        gradient -> {
          dense.emitBackwardWeights(
              emitter, made, from, gradient, parameterGradient(0), parameterGradient(1));
          if (inputIsDifferentiable()) {
            toInput(dense.emitBackwardData(emitter, made, weight, gradient));
          }
        });
    return result;
  }

  @Override
  public Tensor visitBatchNorm(BatchNorm op) {
    Normalisation norm =
        new Normalisation(
            node.name(),
            input(),
            statistic(2),
            statistic(3),
            parameter(0),
            parameter(1),
            soleRelu() != null,
            training);
    Normalisation.Done done = norm.emitForward(emitter);
    onBackward(
        gradient ->
            toInput(
                norm.emitBackward(
                    emitter, done, gradient, parameterGradient(0), parameterGradient(1))));
    return done.result();
  }

  private Tensor statistic(int index) {
    if (!training) {
      return parameter(index);
    }
    Parameter parameter = node.parameters().get(index);
    return Emitter.at(
        buffers.statistics().ofBatch(parameter.name()),
        parameter.name() + " of the batch",
        Layouts.plain(Layouts.sizes(parameter.sizes()), F32));
  }

  @Override
  public Tensor visitActivation(Activation op) {
    Op before = inputNode().op();
    boolean fused =
        op.function() == Activation.Function.RELU
            && (before instanceof BatchNorm || before instanceof Op.Add)
            && readers.getOrDefault(node.input(), List.of()).size() == 1;
    if (fused) {
      onBackward(gradient -> gradients.add(node.input(), gradient));
      return input();
    }
    int algorithm =
        switch (op.function()) {
          case RELU -> dnnl_eltwise_relu_use_dst_for_bwd;
          case SIGMOID -> dnnl_eltwise_logistic_use_dst_for_bwd;
          case TANH -> dnnl_eltwise_tanh_use_dst_for_bwd;
        };
    Tensor result = Elementwise.emitFunction(emitter, node.name(), algorithm, input());
    onBackward(
        gradient ->
            toInput(
                Elementwise.emitFunctionGradient(
                    emitter, node.name(), algorithm, result, gradient)));
    return result;
  }

  @Override
  public Tensor visitAdd(Op.Add op) {
    Tensor body = value(node.inputs().get(0));
    Tensor shortcut = emitter.inLayout(value(node.inputs().get(1)), body.layout);
    boolean relu = soleRelu() != null;
    Tensor result = Elementwise.emitSum(emitter, node.name(), body, shortcut, relu);
    onBackward(
        gradient -> {
          Tensor both =
              relu
                  ? Elementwise.emitFunctionGradient(
                      emitter, node.name(), dnnl_eltwise_relu_use_dst_for_bwd, result, gradient)
                  : gradient;
          for (String input : node.inputs()) {
            if (differentiable.contains(input)) {
              gradients.addShared(input, emitter.inLayout(both, value(input).layout));
            }
          }
        });
    return result;
  }

  @Override
  public Tensor visitPool2d(Pool2d op) {
    int algorithm =
        switch (op.kind()) {
          case MAX -> dnnl_pooling_max;
          case AVERAGE -> dnnl_pooling_avg_exclude_padding;
        };
    Pooling pooling =
        Pooling.of(node.name(), algorithm, inputNode().shape(), node.shape(), op.window(), batch);
    Pooling.Done done = pooling.emitForward(emitter, purpose, input());
    onBackward(gradient -> toInput(pooling.emitBackward(emitter, done, gradient)));
    return done.result();
  }

  @Override
  public Tensor visitGlobalAvgPool(GlobalAvgPool op) {
    Pooling pooling = Pooling.global(node.name(), inputNode().shape(), batch);
    Pooling.Done done = pooling.emitForward(emitter, purpose, input());
    long[] image = {batch, node.shape().channels(), 1, 1};
    memory.desc imageLayout = Layouts.plain(image, type);
    memory.desc vectorLayout = Layouts.plain(Layouts.sizes(node.shape(), batch), type);
    onBackward(
        gradient ->
            toInput(
                pooling.emitBackward(
                    emitter,
                    done,
                    emitter.inLayout(
                        emitter.inLayout(gradient, vectorLayout).view(imageLayout),
                        done.result().layout))));
    return emitter.inLayout(done.result(), imageLayout).view(vectorLayout);
  }

  @Override
  public Tensor visitFlatten(Op.Flatten op) {
    long[] sizes = Layouts.sizes(inputNode().shape(), batch);
    memory.desc vectorLayout = Layouts.plain(Layouts.sizes(node.shape(), batch), type);
    onBackward(
        gradient ->
            toInput(emitter.inLayout(gradient, vectorLayout).view(Layouts.plain(sizes, type))));
    return emitter.inLayout(input(), Layouts.plain(sizes, type)).view(vectorLayout);
  }

  @Override
  public Tensor visitDropout(Op.Dropout op) {
    if (!training) {
      return input();
    }
    Tensor given = plain(buffers.dropoutFactors(node), node.shape(), node.name() + " factors");
    Tensor factors = emitter.inLayout(given, input().layout);
    Tensor result = Elementwise.emitProduct(emitter, node.name(), input(), factors);
    onBackward(
        gradient ->
            toInput(
                Elementwise.emitProduct(
                    emitter, node.name() + " input gradient", gradient, factors)));
    return result;
  }
}
