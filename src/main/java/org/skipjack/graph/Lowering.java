package org.skipjack.graph;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.skipjack.graph.Activation.Function;
import org.skipjack.net.Layer;
import org.skipjack.net.LayerVisitor;
import org.skipjack.net.NamedLayer;
import org.skipjack.net.Net;

/** Turns a net into a graph: one pass over the layers, each appended to the node before it. */
final class Lowering implements LayerVisitor<Node> {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private Node current;

  /** The number of residual blocks around the layer at hand. */
  private int depth;

  /** Where the layer at hand stands. */
  private LayerOrigin layerOrigin;

  Lowering(Shape input) {
    layerOrigin = new LayerOrigin("input", "input", "");
    requireArraySize(layerOrigin, "values", input.sizes());
    current = new Node("input", new Op.Input(input), List.of(), input, List.of(), layerOrigin);
    nodes.put("input", current);
  }

  Graph lower(Net net) {
    if (net.layers().isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "this net has no layers.%nFix: net().conv(16).relu().globalAvgPool()"));
    }
    lower(net, "");
    return new Graph(new ArrayList<>(nodes.values()));
  }

  private void lower(Net net, String prefix) {
    Set<String> paths = new HashSet<>();
    for (NamedLayer namedLayer : NamedLayer.of(net)) {
      Layer layer = namedLayer.layer();
      String path = prefix + namedLayer.name();
      if (!paths.add(path) || nodes.containsKey(path)) {
        throw new IllegalArgumentException(
            "two layers would be called %s.%nFix: give one of them another name, named(\"%s-2\")"
                .formatted(path, namedLayer.name()));
      }
      int count = labels.merge(layer.typeName(), 1, Integer::sum);
      layerOrigin = new LayerOrigin(path, layer.typeName() + " #" + count, layer.text());
      current = layer.accept(this);
    }
  }

  /** Adds a node that reads {@code inputs}; throws where their shapes do not fit. */
  private Node add(String name, Op op, Node... inputs) {
    if (op.wantsImage()) {
      requireImage(inputs[0]);
    }
    List<Shape> shapes = List.of(inputs).stream().map(Node::shape).toList();
    Shape shape = op.infer(layerOrigin, shapes);
    requireArraySize(layerOrigin, "values", shape.sizes());
    List<Parameter> parameters = op.parameters(name, shapes);
    parameters.forEach(p -> requireArraySize(layerOrigin, "weights", p.sizes()));
    List<String> names = List.of(inputs).stream().map(Node::name).toList();
    Node node = new Node(name, op, names, shape, parameters, layerOrigin);
    if (nodes.putIfAbsent(name, node) != null) {
      throw new IllegalArgumentException(
          "%s is taken: a residual block keeps that name for its shortcut.%n".formatted(name)
              + "Fix: give the layer in the block another name");
    }
    return node;
  }

  @CanIgnoreReturnValue
  private Shape requireImage(Node node) {
    if (node.op() instanceof Op.Input && !node.shape().isImage()) {
      throw ShapeErrors.inputIsNoImage(layerOrigin, node.shape());
    }
    return ShapeErrors.requireImage(layerOrigin, node.shape());
  }

  /** Adds a node of the layer at hand's own. */
  private Node part(String name, Op op, Node... inputs) {
    return add(layerOrigin.path() + "/" + name, op, inputs);
  }

  private Node append(Op op) {
    return add(layerOrigin.path(), op, current);
  }

  @Override
  public Node visitResidual(Layer.Residual layer) {
    LayerOrigin block = layerOrigin;
    Node input = current;
    depth++;
    lower(layer.body(), block.path() + "/");
    depth--;
    Node body = current;
    layerOrigin = block;
    return new ResidualLowering(layer, this::part).add(input, body, layerOrigin);
  }

  @Override
  public Node visitBlock(Layer.Block layer) {
    lower(layer.body(), layerOrigin.path() + "/");
    return current;
  }

  @Override
  public Node visitNamed(Layer.Named layer) {
    return layer.layer().accept(this);
  }

  @Override
  public Node visitConv(Layer.Conv layer) {
    return append(
        new Conv2d(
            layer.filters(),
            layer.window(),
            layer.groups(),
            layer.bias(),
            WeightInit.of(layer.initializer())));
  }

  @Override
  public Node visitDepthwiseConv(Layer.DepthwiseConv layer) {
    int channels = requireImage(current).channels();
    return append(
        new Conv2d(
            channels, layer.window(), channels, layer.bias(), WeightInit.of(layer.initializer())));
  }

  @Override
  public Node visitBatchNorm(Layer.BatchNorm layer) {
    return append(new BatchNorm(layer.gamma()));
  }

  @Override
  public Node visitRelu(Layer.Relu layer) {
    return append(new Activation(Function.RELU));
  }

  @Override
  public Node visitLeakyRelu(Layer.LeakyRelu layer) {
    return append(new Activation(Function.LEAKY_RELU, layer.slope()));
  }

  @Override
  public Node visitElu(Layer.Elu layer) {
    return append(new Activation(Function.ELU, layer.alpha()));
  }

  @Override
  public Node visitGelu(Layer.Gelu layer) {
    return append(new Activation(Function.GELU));
  }

  @Override
  public Node visitSigmoid(Layer.Sigmoid layer) {
    return append(new Activation(Function.SIGMOID));
  }

  @Override
  public Node visitSoftplus(Layer.Softplus layer) {
    return append(new Activation(Function.SOFTPLUS));
  }

  @Override
  public Node visitTanh(Layer.Tanh layer) {
    return append(new Activation(Function.TANH));
  }

  @Override
  public Node visitSoftmax(Layer.Softmax layer) {
    return append(new Softmax());
  }

  @Override
  public Node visitScale(Layer.Scale layer) {
    return append(new Affine(layer.factor(), 0));
  }

  @Override
  public Node visitMaxPool(Layer.MaxPool layer) {
    return append(new Pool2d(Pool2d.Kind.MAX, layer.window()));
  }

  @Override
  public Node visitAvgPool(Layer.AvgPool layer) {
    return append(new Pool2d(Pool2d.Kind.AVERAGE, layer.window()));
  }

  @Override
  public Node visitGlobalAvgPool(Layer.GlobalAvgPool layer) {
    return append(new GlobalAvgPool());
  }

  @Override
  public Node visitFlatten(Layer.Flatten layer) {
    return append(new Op.Flatten());
  }

  @Override
  public Node visitDense(Layer.Dense layer) {
    return append(new Dense(layer.units(), WeightInit.of(layer.initializer())));
  }

  @Override
  public Node visitDropout(Layer.Dropout layer) {
    return append(new Noise.Dropout(layer.rate()));
  }

  @Override
  public Node visitStochasticDepth(Layer.StochasticDepth layer) {
    if (depth == 0) {
      throw new IllegalArgumentException(
          "%s stands outside a residual block: where it drops F, nothing would be left.%n"
                  .formatted(layerOrigin.title())
              + "Fix: residual(b -> b.conv(64).batchNorm().stochasticDepth(%s))"
                  .formatted(layer.survival()));
    }
    return append(new Noise.StochasticDepth(layer.survival()));
  }

  @Override
  public Node visitSqueezeExcitation(Layer.SqueezeExcitation layer) {
    Node image = current;
    int channels = requireImage(image).channels();
    WeightInit start = WeightInit.of(layer.initializer());
    int squeezed = Math.max(1, channels / layer.reduction());
    Node pooled = part("pool", new GlobalAvgPool(), image);
    Node reduced = part("reduce", new Dense(squeezed, start), pooled);
    Node positive = part("relu", new Activation(Function.RELU), reduced);
    Node expanded = part("expand", new Dense(channels, start), positive);
    Node factors = part("sigmoid", new Activation(Function.SIGMOID), expanded);
    return part("multiply", new Multiply(), image, factors);
  }

  /**
   * Checks that a tensor is no larger than an array, whose values engines count in 32 bits.
   *
   * @param what is said of it, such as {@code weights}
   * @throws ShapeException if it is larger
   */
  private static void requireArraySize(LayerOrigin origin, String what, List<Integer> sizes) {
    double elements = sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    if (elements > Integer.MAX_VALUE) {
      throw ShapeErrors.tooLarge(origin, what, sizes);
    }
  }
}
