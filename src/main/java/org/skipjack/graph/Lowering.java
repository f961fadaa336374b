package org.skipjack.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skipjack.graph.Activation.Function;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.Shortcut;

/** Turns a net into a graph: one pass over the layers, each appended to the node before it. */
final class Lowering implements Layer.Visitor<Node> {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private Node current;

  /** Where the layer at hand stands. */
  private Origin origin;

  Lowering(Shape input) {
    origin = new Origin("input", "input", "");
    current = new Node("input", new Op.Input(input), List.of(), input, List.of(), origin);
    nodes.put("input", current);
  }

  Graph lower(Net net) {
    if (net.layers().isEmpty()) {
      throw new IllegalArgumentException(
          String.format("this net has no layers.%nFix: net().conv(16).relu().globalAvgPool()"));
    }
    lower(net, "");
    return new Graph(new ArrayList<>(nodes.values()));
  }

  private void lower(Net net, String prefix) {
    Map<String, Integer> numbers = new HashMap<>();
    Set<String> paths = new HashSet<>();
    for (Layer layer : net.layers()) {
      int number = numbers.merge(kind(layer), 1, Integer::sum);
      String name = layer instanceof Layer.Named named ? named.name() : kind(layer) + number;
      String path = prefix + name;
      if (!paths.add(path) || nodes.containsKey(path)) {
        throw new IllegalArgumentException(
            "two layers would be called %s.%nFix: give one of them another name, named(\"%s-2\")"
                .formatted(path, name));
      }
      int count = labels.merge(layer.word(), 1, Integer::sum);
      origin = new Origin(path, layer.word() + " #" + count, layer.text());
      current = layer.accept(this);
    }
  }

  /** Residual and plain blocks count alike, so that a net and its plain twin share their paths. */
  private static String kind(Layer layer) {
    return layer.word().equals("residual") ? "block" : layer.word();
  }

  /** Adds a node that reads {@code inputs}; throws where their shapes do not fit. */
  private Node add(String name, Op op, Node... inputs) {
    List<Shape> shapes = List.of(inputs).stream().map(Node::shape).toList();
    Shape shape = op.infer(origin, shapes);
    List<String> names = List.of(inputs).stream().map(Node::name).toList();
    Node node = new Node(name, op, names, shape, op.parameters(name, shapes), origin);
    if (nodes.putIfAbsent(name, node) != null) {
      throw new IllegalArgumentException(
          "%s is taken: a block keeps the names add, zeroPad, projection and projectionNorm.%n"
                  .formatted(name)
              + "Fix: give the layer in the block another name");
    }
    return node;
  }

  private Node append(Op op) {
    return add(origin.path(), op, current);
  }

  @Override
  public Node visitResidual(Layer.Residual layer) {
    Origin block = origin;
    Node input = current;
    lower(layer.body(), block.path() + "/");
    Node body = current;
    origin = block;
    Node shortcut = shortcut(layer, input, body.shape());
    return add(block.path() + "/add", new Op.Add(), body, shortcut);
  }

  /** The node that carries x to the addition. */
  private Node shortcut(Layer.Residual layer, Node input, Shape target) {
    boolean sameShape = input.shape().equals(target);
    Shortcut shortcut = layer.shortcut();
    if (shortcut instanceof Shortcut.Projection) {
      return project(layer, input, target);
    }
    if (sameShape || shortcut instanceof Shortcut.Identity) {
      return input;
    }
    return shortcut instanceof Shortcut.ZeroPad
        ? zeroPad(input, target)
        : project(layer, input, target);
  }

  private Node zeroPad(Node input, Shape target) {
    int stride = stride(ShapeErrors.requireImage(origin, input.shape()), target);
    if (target.channels() < input.shape().channels()) {
      throw ShapeErrors.cannotZeroPad(origin, target, input.shape());
    }
    return add(origin.path() + "/zeroPad", new ZeroPad(stride, target.channels()), input);
  }

  private Node project(Layer.Residual layer, Node input, Shape target) {
    String name = origin.path() + "/projection";
    int channels = target.channels();
    if (input.shape().rank() == 1 && target.rank() == 1) {
      return add(name, new Dense(channels), input);
    }
    Window window = new Window(1, stride(input.shape(), target), 0);
    Node projection = add(name, new Conv2d(channels, window, false), input);
    // Both summands are normalised, or neither: the nets of He et al. 2015 and 2016 both follow.
    return endsInBatchNorm(layer.body())
        ? add(name + "Norm", new BatchNorm(), projection)
        : projection;
  }

  private static boolean endsInBatchNorm(Net body) {
    return body.layers().get(body.layers().size() - 1).word().equals("batchNorm");
  }

  private int stride(Shape input, Shape target) {
    return input
        .strideTo(target)
        .orElseThrow(() -> ShapeErrors.noStrideFits(origin, target, input));
  }

  @Override
  public Node visitBlock(Layer.Block layer) {
    lower(layer.body(), origin.path() + "/");
    return current;
  }

  @Override
  public Node visitNamed(Layer.Named layer) {
    return layer.layer().accept(this);
  }

  @Override
  public Node visitConv(Layer.Conv layer) {
    return append(new Conv2d(layer.filters(), Window.of(layer.window()), layer.bias()));
  }

  @Override
  public Node visitBatchNorm(Layer.BatchNorm layer) {
    return append(new BatchNorm());
  }

  @Override
  public Node visitRelu(Layer.Relu layer) {
    return append(new Activation(Function.RELU));
  }

  @Override
  public Node visitSigmoid(Layer.Sigmoid layer) {
    return append(new Activation(Function.SIGMOID));
  }

  @Override
  public Node visitTanh(Layer.Tanh layer) {
    return append(new Activation(Function.TANH));
  }

  @Override
  public Node visitMaxPool(Layer.MaxPool layer) {
    return append(new Pool2d(Pool2d.Kind.MAX, Window.of(layer.window())));
  }

  @Override
  public Node visitAvgPool(Layer.AvgPool layer) {
    return append(new Pool2d(Pool2d.Kind.AVERAGE, Window.of(layer.window())));
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
    return append(new Dense(layer.units()));
  }

  @Override
  public Node visitDropout(Layer.Dropout layer) {
    return append(new Op.Dropout(layer.rate()));
  }
}
