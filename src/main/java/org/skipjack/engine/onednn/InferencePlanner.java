package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
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
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Softmax;
import org.skipjack.graph.ZeroPad;
import org.skipjack.net.Window;

/**
 * Writes a graph down as oneDNN primitives for inference: batch normalization is folded into the
 * convolution before it, functions and sums behind it are done while its results are in registers,
 * and weights are arranged once for all calls that see the same values.
 */
final class InferencePlanner implements OpVisitor<Tensor> {
  private final Emitter emitter;
  private final GraphIndex graphIndex;
  private final Fusions fusions;
  private final Map<String, Tensor> outputs = new HashMap<>();
  private final Set<String> computed = new HashSet<>();
  private Node node;

  private InferencePlanner(Emitter emitter, GraphIndex graphIndex) {
    this.emitter = emitter;
    this.graphIndex = graphIndex;
    this.fusions = new Fusions(graphIndex);
    this.node = graphIndex.graph().nodes().get(0);
  }

  static OneDnnPlan plan(Emitter emitter, Bindings bindings, Precision precision) {
    return new InferencePlanner(emitter, new GraphIndex(bindings, precision)).plan();
  }

  private OneDnnPlan plan() {
    for (Node each : graphIndex.graph().nodes()) {
      if (!fusions.passes(each)) {
        node = each;
        emitter.at(each.name());
        Fusions.Chain chain = fusions.endingAt(each);
        outputs.put(each.name(), chain == null ? each.op().accept(this) : emit(chain));
        computed.add(each.name());
        if (chain != null) {
          chain.nodes().forEach(member -> computed.add(member.name()));
        }
      }
    }
    emitter.copy(value(graphIndex.graph().output().name()), graphIndex.output());
    return emitter.plan(emitter.size());
  }

  /** The output of a node; the net's input comes in its type from outside, and is converted. */
  private Tensor value(String name) {
    Tensor value = Objects.requireNonNull(outputs.get(name), name);
    if (value.type() != graphIndex.type()) {
      value = emitter.inLayout(value, graphIndex.plain(graphIndex.node(name).shape()));
      outputs.put(name, value);
    }
    return value;
  }

  private Tensor input() {
    return value(node.input());
  }

  private Tensor emit(Fusions.Chain chain) {
    Node at = chain.convolution();
    Conv2d op = (Conv2d) at.op();
    Convolution convolution =
        Convolution.of(
            at.name(),
            graphIndex.inputOf(at).shape(),
            at.shape(),
            op.window(),
            op.groups(),
            graphIndex.batch());
    post_ops after = new post_ops();
    List<Object> summands = new ArrayList<>();
    Tensor place = null;
    memory.desc to = null;
    Node before = chain.norm() == null ? at : chain.norm();
    for (Node next : chain.after()) {
      if (next.op() instanceof Activation activation) {
        Eltwise.inference(activation).appendTo(after);
      } else if (next.op() instanceof Op.Add) {
        String summand = otherInput(next, before);
        memory.desc lies = graphIndex.summedBy(convolution, value(summand));
        Tensor other = emitter.inLayout(value(summand), lies);
        // A result that takes a summand's place lies as that does, whatever is added further on.
        to = to == null ? lies : to;
        if (after.len() == 0 && isLastToRead(next, summand)) {
          place = other.overwritten();
          after.append_sum();
        } else {
          after.append_binary(dnnl_binary_add, lies);
          int index = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * after.len();
          summands.addAll(List.of(index | DNNL_ARG_SRC_1, other));
        }
      } else {
        throw new IllegalStateException("a chain is functions and sums, not " + next);
      }
      before = next;
    }
    convolution_forward.primitive_desc made =
        convolution.forward(
            emitter,
            dnnl_forward_inference,
            from(at, convolution),
            to == null ? graphIndex.layout(convolution.output()) : to,
            op.bias() || chain.norm() != null,
            Emitter.attributes(after));
    List<Object> others = new ArrayList<>(summands);
    Tensor weight = convolution.grouped(graphIndex.parameter(at, 0));
    Tensor arranged;
    if (chain.norm() == null) {
      arranged = emitter.storedInLayout(weight, made.weights_desc());
      if (op.bias()) {
        others.addAll(List.of(DNNL_ARG_BIAS, graphIndex.parameter(at, 1)));
      }
    } else {
      Parameter bias = op.bias() ? at.parameters().get(1) : null;
      FoldedNorm folded = FoldedNorm.of(emitter, graphIndex, chain.norm(), bias);
      arranged =
          emitter.storedInLayout(
              weight, made.weights_desc(), folded.factors(), convolution.outputAxes());
      others.addAll(List.of(DNNL_ARG_BIAS, folded.shifts()));
    }
    Tensor given = emitter.inLayout(raw(at), made.src_desc());
    if (place != null) {
      // While the convolution writes there it still reads its input, which must lie elsewhere.
      place.settle();
    }
    Tensor result = place == null ? Tensor.inArena(at.name(), made.dst_desc()) : place;
    return convolution.emitForward(emitter, made, given, arranged, result, others);
  }

  /**
   * Whether a sum may take the place of a summand: a chain wrote it, and of all nodes that read its
   * memory, under whatever name it was handed on, the sum alone is not computed yet.
   */
  private boolean isLastToRead(Node sum, String summand) {
    Tensor memory = value(summand).root();
    return fusions.endingAt(graphIndex.node(summand)) != null
        && outputs.entrySet().stream()
            .filter(output -> output.getValue().root() == memory)
            .flatMap(output -> graphIndex.readers(output.getKey()).stream())
            .allMatch(reader -> reader.equals(sum) || computed.contains(reader.name()));
  }

  /** The node that a sum adds to the branch that ends with {@code own}. */
  private static String otherInput(Node sum, Node own) {
    List<String> inputs = sum.inputs();
    return inputs.get(0).equals(own.name()) ? inputs.get(1) : inputs.get(0);
  }

  /** What a convolution reads: what comes from outside goes into its layout in one step. */
  private Tensor raw(Node at) {
    boolean first = graphIndex.inputOf(at).op() instanceof Op.Input;
    return first ? Objects.requireNonNull(outputs.get(at.input())) : value(at.input());
  }

  private memory.desc from(Node at, Convolution convolution) {
    boolean first = graphIndex.inputOf(at).op() instanceof Op.Input;
    return first
        ? graphIndex.layout(convolution.input())
        : graphIndex.readBy(convolution, value(at.input()));
  }

  @Override
  public Tensor visitInput(Op.Input op) {
    return graphIndex.input();
  }

  @Override
  public Tensor visitConv2d(Conv2d op) {
    throw new IllegalStateException("every convolution starts a chain");
  }

  @Override
  public Tensor visitZeroPad(ZeroPad op) {
    Tensor ones =
        Convolution.ones(emitter, node.name(), graphIndex.inputOf(node).shape(), op.channels());
    Convolution convolution =
        Convolution.of(
            node.name(),
            graphIndex.inputOf(node).shape(),
            node.shape(),
            new Window(1, op.stride(), 0),
            graphIndex.batch());
    convolution_forward.primitive_desc made =
        convolution.forward(
            emitter,
            dnnl_forward_inference,
            from(node, convolution),
            graphIndex.layout(convolution.output()),
            false,
            Emitter.attributes());
    return convolution.emitForward(
        emitter,
        made,
        emitter.inLayout(raw(node), made.src_desc()),
        emitter.storedInLayout(ones, made.weights_desc()),
        Tensor.inArena(node.name(), made.dst_desc()),
        List.of());
  }

  @Override
  public Tensor visitDense(Dense op) {
    FullyConnected dense =
        FullyConnected.of(
            node.name(),
            graphIndex.inputOf(node).shape(),
            node.shape(),
            graphIndex.batch(),
            graphIndex.type());
    var made = dense.forward(emitter, dnnl_forward_inference);
    return dense.emitForward(
        emitter,
        made,
        emitter.inLayout(input(), dense.inputLayout()),
        emitter.storedInLayout(graphIndex.parameter(node, 0), made.weights_desc()),
        graphIndex.parameter(node, 1));
  }

  @Override
  public Tensor visitBatchNorm(BatchNorm op) {
    Normalization norm =
        new Normalization(
            node.name(),
            input(),
            graphIndex.parameter(node, 2),
            graphIndex.parameter(node, 3),
            graphIndex.parameter(node, 0),
            graphIndex.parameter(node, 1),
            graphIndex.onlyReluReads(node),
            false);
    return norm.emitForward(emitter).result();
  }

  @Override
  public Tensor visitActivation(Activation op) {
    boolean done =
        graphIndex.inputOf(node).op() instanceof BatchNorm
            && graphIndex.onlyReluReads(graphIndex.inputOf(node));
    return done
        ? input()
        : ElementwiseOp.emitFunction(emitter, node.name(), Eltwise.inference(op), input());
  }

  @Override
  public Tensor visitAdd(Op.Add op) {
    Tensor body = value(node.inputs().get(0));
    Tensor shortcut = emitter.inLayout(value(node.inputs().get(1)), body.layout);
    return ElementwiseOp.emitSum(emitter, node.name(), body, shortcut, false, false);
  }

  @Override
  public Tensor visitPool2d(Pool2d op) {
    return Pooling.of(
            node.name(), op, graphIndex.inputOf(node).shape(), node.shape(), graphIndex.batch())
        .emitForward(emitter, dnnl_forward_inference, input())
        .result();
  }

  @Override
  public Tensor visitGlobalAvgPool(GlobalAvgPool op) {
    Pooling pooling =
        Pooling.global(node.name(), graphIndex.inputOf(node).shape(), graphIndex.batch());
    Tensor result = pooling.emitForward(emitter, dnnl_forward_inference, input()).result();
    return emitter
        .inLayout(result, Layouts.plain(pooling.output(), graphIndex.type()))
        .view(graphIndex.plain(node.shape()));
  }

  @Override
  public Tensor visitFlatten(Op.Flatten op) {
    return emitter
        .inLayout(input(), graphIndex.plain(graphIndex.inputOf(node).shape()))
        .view(graphIndex.plain(node.shape()));
  }

  @Override
  public Tensor visitNoise(Noise op) {
    return op.evaluation() == 1
        ? input()
        : ElementwiseOp.emitFunction(
            emitter, node.name(), Eltwise.affine(op.evaluation(), 0), input());
  }

  @Override
  public Tensor visitSoftmax(Softmax op) {
    return SoftmaxOp.emitForward(emitter, node.name(), input());
  }

  @Override
  public Tensor visitAffine(Affine op) {
    return ElementwiseOp.emitFunction(emitter, node.name(), Eltwise.of(op), input());
  }

  @Override
  public Tensor visitMultiply(Multiply op) {
    Tensor of = value(node.inputs().get(0));
    Tensor by = value(node.inputs().get(1));
    return Multiplication.of(emitter, node.name(), of, by, node.shape(), graphIndex)
        .emitForward(emitter);
  }
}
