package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayDeque;
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
import org.skipjack.engine.Precision;
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
import org.skipjack.graph.Window;
import org.skipjack.graph.ZeroPad;

/**
 * Writes a graph down as oneDNN primitives for training: one visit a node emits its forward steps
 * and leaves its backward steps to be emitted in reverse order.
 *
 * <p>A relu that alone reads a batch normalisation or a sum is computed by that step; in the
 * backward pass too.
 */
final class TrainingPlanner implements OpVisitor<Tensor> {
  private final Emitter emitter;
  private final Wiring wiring;
  private final GradientSums gradients;
  private final Map<String, Tensor> outputs = new HashMap<>();
  private final Set<String> differentiable = new HashSet<>();
  private final Deque<Runnable> backward = new ArrayDeque<>();
  private Node node;

  private TrainingPlanner(Emitter emitter, Wiring wiring) {
    this.emitter = emitter;
    this.wiring = wiring;
    this.gradients = new GradientSums(emitter);
    this.node = wiring.graph().nodes().get(0);
  }

  static Plan plan(Emitter emitter, Outside outside, Precision precision) {
    return new TrainingPlanner(emitter, new Wiring(outside, precision)).plan();
  }

  private Plan plan() {
    for (Node each : wiring.graph().nodes()) {
      node = each;
      boolean learns = each.parameters().stream().anyMatch(Parameter::learned);
      if (learns || each.inputs().stream().anyMatch(differentiable::contains)) {
        differentiable.add(each.name());
      }
      outputs.put(each.name(), each.op().accept(this));
    }
    Node last = wiring.graph().output();
    Tensor result = value(last.name());
    emitter.copy(result, wiring.output());
    int forwardSteps = emitter.size();
    if (differentiable.contains(last.name())) {
      Tensor given =
          wiring.batch("output gradient", last.shape(), wiring.outside()::outputGradient);
      gradients.add(last.name(), emitter.inLayout(given, result.layout));
      backward.forEach(Runnable::run);
    }
    return emitter.plan(forwardSteps);
  }

  /** The output of a node; the net's input comes in its type from outside, and is converted. */
  private Tensor value(String name) {
    Tensor value = Objects.requireNonNull(outputs.get(name), name);
    if (value.type() != wiring.type()) {
      value = emitter.inLayout(value, wiring.plain(wiring.node(name).shape()));
      outputs.put(name, value);
    }
    return value;
  }

  private Tensor input() {
    return value(node.input());
  }

  private Node inputNode() {
    return wiring.inputOf(node);
  }

  private Tensor parameter(int index) {
    return wiring.parameter(node, index);
  }

  private Tensor parameterGradient(int index) {
    return wiring.parameterGradient(node, index);
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

  @Override
  public Tensor visitInput(Op.Input op) {
    return wiring.input();
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
        Convolution.of(node.name(), inputNode().shape(), node.shape(), window, wiring.batch());
    boolean first = inputNode().op() instanceof Op.Input;
    // What comes from outside goes into the convolution's layout and type in one step.
    Tensor from = first ? Objects.requireNonNull(outputs.get(node.input())) : input();
    convolution_forward.primitive_desc made =
        convolution.forward(
            emitter,
            dnnl_forward_training,
            first ? wiring.layout(convolution.input()) : from.layout,
            wiring.layout(convolution.output()),
            bias,
            Emitter.attributes());
    Tensor arranged = emitter.inLayout(from, made.src_desc());
    Tensor result =
        convolution.emitForward(
            emitter,
            made,
            arranged,
            emitter.inLayout(weight, made.weights_desc()),
            Tensor.inArena(node.name(), made.dst_desc()),
            bias ? List.of(DNNL_ARG_BIAS, parameter(1)) : List.of());
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

  @Override
  public Tensor visitZeroPad(ZeroPad op) {
    Tensor ones = Convolution.ones(emitter, node.name(), inputNode().shape(), op.channels());
    return convolve(new Window(1, op.stride(), 0), ones, false, false);
  }

  @Override
  public Tensor visitDense(Dense op) {
    FullyConnected dense =
        FullyConnected.of(
            node.name(), inputNode().shape(), node.shape(), wiring.batch(), wiring.type());
    Tensor from = emitter.inLayout(input(), dense.inputLayout());
    Tensor weight = parameter(0);
    var made = dense.forward(emitter, dnnl_forward_training);
    Tensor result =
        dense.emitForward(
            emitter, made, from, emitter.inLayout(weight, made.weights_desc()), parameter(1));
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
            wiring.statisticOfBatch(node, 2),
            wiring.statisticOfBatch(node, 3),
            parameter(0),
            parameter(1),
            wiring.onlyReluReads(node),
            true);
    Normalisation.Done done = norm.emitForward(emitter);
    onBackward(
        gradient ->
            toInput(
                norm.emitBackward(
                    emitter,
                    done,
                    gradient,
                    gradients.mayOverwrite(gradient),
                    parameterGradient(0),
                    parameterGradient(1))));
    return done.result();
  }

  @Override
  public Tensor visitActivation(Activation op) {
    Op before = inputNode().op();
    boolean fused =
        op.function() == Activation.Function.RELU
            && (before instanceof BatchNorm || before instanceof Op.Add)
            && wiring.onlyReluReads(inputNode());
    if (fused) {
      onBackward(gradient -> gradients.add(node.input(), gradient));
      return input();
    }
    int algorithm = Elementwise.differentiable(op.function());
    Tensor result = Elementwise.emitFunction(emitter, node.name(), algorithm, input());
    onBackward(
        gradient ->
            toInput(
                Elementwise.emitFunctionGradient(
                    emitter,
                    node.name(),
                    algorithm,
                    result,
                    gradient,
                    gradients.mayOverwrite(gradient))));
    return result;
  }

  @Override
  public Tensor visitAdd(Op.Add op) {
    Tensor body = value(node.inputs().get(0));
    Tensor shortcut = emitter.inLayout(value(node.inputs().get(1)), body.layout);
    boolean relu = wiring.onlyReluReads(node);
    Tensor result =
        Elementwise.emitSum(emitter, node.name(), body, shortcut, relu, mayOverwriteBody());
    onBackward(
        gradient -> {
          Tensor both =
              relu
                  ? Elementwise.emitFunctionGradient(
                      emitter,
                      node.name(),
                      dnnl_eltwise_relu_use_dst_for_bwd,
                      result,
                      gradient,
                      gradients.mayOverwrite(gradient))
                  : gradient;
          for (String input : node.inputs()) {
            if (differentiable.contains(input)) {
              gradients.addShared(input, emitter.inLayout(both, value(input).layout));
            }
          }
        });
    return result;
  }

  /** Whether nobody needs the first summand any more, the backward pass included. */
  private boolean mayOverwriteBody() {
    Node body = wiring.node(node.inputs().get(0));
    boolean notNeededBackward = body.op() instanceof BatchNorm || body.op() instanceof Conv2d;
    return notNeededBackward && node.equals(wiring.soleReader(body));
  }

  @Override
  public Tensor visitPool2d(Pool2d op) {
    Pooling pooling =
        Pooling.of(node.name(), op, inputNode().shape(), node.shape(), wiring.batch());
    Pooling.Done done = pooling.emitForward(emitter, dnnl_forward_training, input());
    onBackward(gradient -> toInput(pooling.emitBackward(emitter, done, gradient)));
    return done.result();
  }

  @Override
  public Tensor visitGlobalAvgPool(GlobalAvgPool op) {
    Pooling pooling = Pooling.global(node.name(), inputNode().shape(), wiring.batch());
    Pooling.Done done = pooling.emitForward(emitter, dnnl_forward_training, input());
    memory.desc imageLayout = Layouts.plain(pooling.output(), wiring.type());
    memory.desc vectorLayout = wiring.plain(node.shape());
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
    memory.desc imageLayout = wiring.plain(inputNode().shape());
    memory.desc vectorLayout = wiring.plain(node.shape());
    onBackward(gradient -> toInput(emitter.inLayout(gradient, vectorLayout).view(imageLayout)));
    return emitter.inLayout(input(), imageLayout).view(vectorLayout);
  }

  @Override
  public Tensor visitDropout(Op.Dropout op) {
    Node own = node;
    Tensor given =
        wiring.batch(
            node.name() + " factors", node.shape(), () -> wiring.outside().dropoutFactors(own));
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
