package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.List;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Affine;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.GlobalAvgPool;
import org.skipjack.graph.Multiply;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Op;
import org.skipjack.graph.OpVisitor;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Softmax;
import org.skipjack.graph.ZeroPad;
import org.skipjack.net.Window;

/**
 * Writes a graph down as oneDNN primitives for training: one visit a node emits its forward steps
 * and leaves its backward steps on the {@link Tape}.
 *
 * <p>A relu that alone reads a batch normalization or a sum is computed by that step; in the
 * backward pass too.
 */
final class TrainingPlanner implements OpVisitor<Tensor> {
  private final Emitter emitter;
  private final GraphIndex graphIndex;
  private final Tape tape;

  private TrainingPlanner(Emitter emitter, GraphIndex graphIndex) {
    this.emitter = emitter;
    this.graphIndex = graphIndex;
    this.tape = new Tape(emitter, graphIndex);
  }

  static OneDnnPlan plan(Emitter emitter, Bindings bindings, Precision precision) {
    return new TrainingPlanner(emitter, new GraphIndex(bindings, precision)).plan();
  }

  private OneDnnPlan plan() {
    for (Node each : graphIndex.graph().nodes()) {
      tape.start(each);
      tape.end(each.op().accept(this));
    }
    Node last = graphIndex.graph().output();
    Tensor result = tape.value(last.name());
    emitter.copy(result, graphIndex.output());
    int forwardSteps = emitter.size();
    if (tape.isDifferentiable(last.name())) {
      Tensor given =
          graphIndex.batch("output gradient", last.shape(), graphIndex.outside()::outputGradient);
      tape.emitBackward(emitter.inLayout(given, result.layout));
    }
    return emitter.plan(forwardSteps);
  }

  private Node node() {
    return tape.node();
  }

  private Node inputNode() {
    return graphIndex.inputOf(node());
  }

  private Tensor parameter(int index) {
    return graphIndex.parameter(node(), index);
  }

  private Tensor parameterGradient(int index) {
    return graphIndex.parameterGradient(node(), index);
  }

  @Override
  public Tensor visitInput(Op.Input op) {
    return graphIndex.input();
  }

  @Override
  public Tensor visitConv2d(Conv2d op) {
    return convolve(op, parameter(0), true);
  }

  /**
   * Emits a convolution whose weights are learned or, for a shortcut of zeros and ones, are not.
   */
  private Tensor convolve(Conv2d op, Tensor parameter, boolean learned) {
    boolean bias = op.bias();
    Convolution convolution =
        Convolution.of(
            node().name(),
            inputNode().shape(),
            node().shape(),
            op.window(),
            op.groups(),
            graphIndex.batch());
    Tensor weight = convolution.grouped(parameter);
    boolean first = inputNode().op() instanceof Op.Input;
    // What comes from outside goes into the convolution's layout and type in one step.
    Tensor from = first ? tape.given(node().input()) : tape.input();
    convolution_forward.primitive_desc made =
        convolution.forward(
            emitter,
            dnnl_forward_training,
            first ? graphIndex.layout(convolution.input()) : graphIndex.readBy(convolution, from),
            graphIndex.layout(convolution.output()),
            bias,
            Emitter.attributes());
    Tensor arranged = emitter.inLayout(from, made.src_desc());
    Tensor result =
        convolution.emitForward(
            emitter,
            made,
            arranged,
            emitter.inLayout(weight, made.weights_desc()),
            Tensor.inArena(node().name(), made.dst_desc()),
            bias ? List.of(DNNL_ARG_BIAS, parameter(1)) : List.of());
    tape.onBackward(
        given -> {
          Tensor gradient = emitter.inLayout(given, made.dst_desc());
          if (learned) {
            convolution.emitBackwardWeights(
                emitter,
                made,
                arranged,
                gradient,
                convolution.grouped(parameterGradient(0)),
                bias ? parameterGradient(1) : null);
          }
          if (tape.inputIsDifferentiable()) {
            tape.toInput(convolution.emitBackwardData(emitter, made, weight, gradient));
          }
        });
    return result;
  }

  @Override
  public Tensor visitZeroPad(ZeroPad op) {
    Tensor ones = Convolution.ones(emitter, node().name(), inputNode().shape(), op.channels());
    return convolve(new Conv2d(op.channels(), new Window(1, op.stride(), 0), false), ones, false);
  }

  @Override
  public Tensor visitDense(Dense op) {
    FullyConnected dense =
        FullyConnected.of(
            node().name(),
            inputNode().shape(),
            node().shape(),
            graphIndex.batch(),
            graphIndex.type());
    Tensor from = emitter.inLayout(tape.input(), dense.inputLayout());
    Tensor weight = parameter(0);
    var made = dense.forward(emitter, dnnl_forward_training);
    Tensor result =
        dense.emitForward(
            emitter, made, from, emitter.inLayout(weight, made.weights_desc()), parameter(1));
    tape.onBackward(
        gradient -> {
          dense.emitBackwardWeights(
              emitter, made, from, gradient, parameterGradient(0), parameterGradient(1));
          if (tape.inputIsDifferentiable()) {
            tape.toInput(dense.emitBackwardData(emitter, made, weight, gradient));
          }
        });
    return result;
  }

  @Override
  public Tensor visitBatchNorm(BatchNorm op) {
    Normalization norm =
        new Normalization(
            node().name(),
            tape.input(),
            graphIndex.statisticOfBatch(node(), 2),
            graphIndex.statisticOfBatch(node(), 3),
            parameter(0),
            parameter(1),
            graphIndex.onlyReluReads(node()),
            true);
    Normalization.ForwardState forwardState = norm.emitForward(emitter);
    tape.onBackward(
        gradient ->
            tape.toInput(
                norm.emitBackward(
                    emitter,
                    forwardState,
                    gradient,
                    tape.gradients().mayOverwrite(gradient),
                    parameterGradient(0),
                    parameterGradient(1))));
    return forwardState.result();
  }

  @Override
  public Tensor visitActivation(Activation op) {
    Op before = inputNode().op();
    boolean fused =
        op.function() == Activation.Function.RELU
            && (before instanceof BatchNorm || before instanceof Op.Add)
            && graphIndex.onlyReluReads(inputNode());
    if (fused) {
      tape.onBackward(gradient -> tape.gradients().add(node().input(), gradient));
      return tape.input();
    }
    Eltwise function = Eltwise.training(op);
    Tensor from = tape.input();
    Tensor result = ElementwiseOp.emitFunction(emitter, node().name(), function, from);
    tape.onBackward(
        gradient ->
            tape.toInput(
                ElementwiseOp.emitFunctionGradient(
                    emitter,
                    node().name(),
                    function,
                    function.byResult() ? result : from,
                    gradient,
                    tape.gradients().mayOverwrite(gradient))));
    return result;
  }

  @Override
  public Tensor visitAdd(Op.Add op) {
    Tensor body = tape.value(node().inputs().get(0));
    Tensor shortcut = emitter.inLayout(tape.value(node().inputs().get(1)), body.layout);
    boolean relu = graphIndex.onlyReluReads(node());
    Tensor result =
        ElementwiseOp.emitSum(emitter, node().name(), body, shortcut, relu, mayOverwriteBody());
    tape.onBackward(
        gradient -> {
          Tensor both =
              relu
                  ? ElementwiseOp.emitFunctionGradient(
                      emitter,
                      node().name(),
                      Eltwise.RELU,
                      result,
                      gradient,
                      tape.gradients().mayOverwrite(gradient))
                  : gradient;
          for (String input : node().inputs()) {
            if (tape.isDifferentiable(input)) {
              tape.gradients().addShared(input, emitter.inLayout(both, tape.value(input).layout));
            }
          }
        });
    return result;
  }

  /** Whether nobody needs the first summand any more, the backward pass included. */
  private boolean mayOverwriteBody() {
    Node body = graphIndex.node(node().inputs().get(0));
    boolean notNeededBackward = body.op() instanceof BatchNorm || body.op() instanceof Conv2d;
    return notNeededBackward && node().equals(graphIndex.soleReader(body));
  }

  @Override
  public Tensor visitPool2d(Pool2d op) {
    Pooling pooling =
        Pooling.of(node().name(), op, inputNode().shape(), node().shape(), graphIndex.batch());
    Pooling.ForwardState forwardState =
        pooling.emitForward(emitter, dnnl_forward_training, tape.input());
    tape.onBackward(
        gradient -> tape.toInput(pooling.emitBackward(emitter, forwardState, gradient)));
    return forwardState.result();
  }

  @Override
  public Tensor visitGlobalAvgPool(GlobalAvgPool op) {
    Pooling pooling = Pooling.global(node().name(), inputNode().shape(), graphIndex.batch());
    Pooling.ForwardState forwardState =
        pooling.emitForward(emitter, dnnl_forward_training, tape.input());
    memory.desc imageLayout = Layouts.plain(pooling.output(), graphIndex.type());
    memory.desc vectorLayout = graphIndex.plain(node().shape());
    tape.onBackward(
        gradient ->
            tape.toInput(
                pooling.emitBackward(
                    emitter,
                    forwardState,
                    emitter.inLayout(
                        emitter.inLayout(gradient, vectorLayout).view(imageLayout),
                        forwardState.result().layout))));
    return emitter.inLayout(forwardState.result(), imageLayout).view(vectorLayout);
  }

  @Override
  public Tensor visitFlatten(Op.Flatten op) {
    memory.desc imageLayout = graphIndex.plain(inputNode().shape());
    memory.desc vectorLayout = graphIndex.plain(node().shape());
    tape.onBackward(
        gradient -> tape.toInput(emitter.inLayout(gradient, vectorLayout).view(imageLayout)));
    return emitter.inLayout(tape.input(), imageLayout).view(vectorLayout);
  }

  @Override
  public Tensor visitNoise(Noise op) {
    Tensor factors =
        emitter.inLayout(
            graphIndex.factors(node(), op),
            op.perBatch() ? graphIndex.factorLayout(node(), op) : tape.input().layout);
    Tensor result = ElementwiseOp.emitProduct(emitter, node().name(), tape.input(), factors);
    tape.onBackward(
        gradient ->
            tape.toInput(
                ElementwiseOp.emitProduct(
                    emitter, node().name() + " input gradient", gradient, factors)));
    return result;
  }

  @Override
  public Tensor visitSoftmax(Softmax op) {
    Tensor result = SoftmaxOp.emitForward(emitter, node().name(), tape.input());
    tape.onBackward(
        gradient -> tape.toInput(SoftmaxOp.emitBackward(emitter, node().name(), result, gradient)));
    return result;
  }

  @Override
  public Tensor visitAffine(Affine op) {
    Eltwise slope = Eltwise.affine(op.factor(), 0);
    tape.onBackward(
        gradient ->
            tape.toInput(
                ElementwiseOp.emitFunction(
                    emitter, node().name() + " input gradient", slope, gradient)));
    return ElementwiseOp.emitFunction(emitter, node().name(), Eltwise.of(op), tape.input());
  }

  @Override
  public Tensor visitMultiply(Multiply op) {
    String first = node().inputs().get(0);
    String second = node().inputs().get(1);
    Multiplication product =
        Multiplication.of(
            emitter,
            node().name(),
            tape.value(first),
            tape.value(second),
            node().shape(),
            graphIndex);
    tape.onBackward(
        gradient -> {
          tape.to(first, () -> product.emitFirstGradient(emitter, gradient));
          tape.to(second, () -> product.emitSecondGradient(emitter, gradient));
        });
    return product.emitForward(emitter);
  }
}
