package org.skipjack.graph;

import java.util.Optional;
import java.util.Set;
import org.skipjack.graph.Activation.Function;
import org.skipjack.net.Initializer;
import org.skipjack.net.Layer;
import org.skipjack.net.NamedLayer;
import org.skipjack.net.Net;
import org.skipjack.net.Shortcut;
import org.skipjack.net.ShortcutVisitor;
import org.skipjack.net.Window;

/**
 * The end of a residual block: what its shortcut carries, how that and F are changed on the way,
 * and their sum.
 */
final class ResidualLowering {

  private static final Set<String> SCALING =
      Set.of("stochasticDepth", "squeezeExcitation", "scale", "dropout");

  /** Adds a node of the block's own. */
  interface Adder {
    Node part(String name, Op op, Node... inputs);
  }

  private final Layer.Residual layer;
  private final Adder block;

  ResidualLowering(Layer.Residual layer, Adder block) {
    this.layer = layer;
    this.block = block;
  }

  /**
   * Adds the shortcut and the sum.
   *
   * @param input x
   * @param body F(x)
   * @param layerOrigin where the block stands, for messages
   */
  Node add(Node input, Node body, LayerOrigin layerOrigin) {
    Carrier carrier = new Carrier(layerOrigin, layer.body(), block, input, body.shape());
    Node x = layer.shortcut().accept(carrier);
    return layer.shortcut().accept(new Sum(carrier, body, x));
  }

  /** F(x) and what is carried, each changed as the shortcut says, and added. */
  private record Sum(Carrier carrier, Node body, Node x) implements ShortcutVisitor<Node> {

    private Node part(String name, Op op, Node... inputs) {
      return carrier.block().part(name, op, inputs);
    }

    private Node sum(Node changedBody, Node changedX) {
      return part("add", new Op.Add(), changedBody, changedX);
    }

    /** x · (1 − g). */
    private Node closed(Node gate) {
      Node complement = part("gateComplement", new Affine(-1, 1), gate);
      return part("gatedShortcut", new Multiply(), x, complement);
    }

    @Override
    public Node visitAutomatic(Shortcut.Automatic shortcut) {
      return sum(body, x);
    }

    @Override
    public Node visitIdentity(Shortcut.Identity shortcut) {
      return sum(body, x);
    }

    @Override
    public Node visitZeroPad(Shortcut.ZeroPad shortcut) {
      return sum(body, x);
    }

    @Override
    public Node visitProjection(Shortcut.Projection shortcut) {
      return sum(body, x);
    }

    @Override
    public Node visitScaled(Shortcut.Scaled shortcut) {
      return sum(body, part("scale", new Affine(shortcut.factor(), 0), x));
    }

    @Override
    public Node visitExclusiveGate(Shortcut.ExclusiveGate shortcut) {
      Node gate = carrier.gate(shortcut.bias());
      return sum(part("gatedBody", new Multiply(), body, gate), closed(gate));
    }

    @Override
    public Node visitShortcutOnlyGate(Shortcut.ShortcutOnlyGate shortcut) {
      return sum(body, closed(carrier.gate(shortcut.bias())));
    }

    @Override
    public Node visitDroppedOut(Shortcut.DroppedOut shortcut) {
      return sum(body, part("dropout", new Noise.Dropout(shortcut.rate()), x));
    }
  }

  /** What leads from x to the shape of F(x). */
  private record Carrier(LayerOrigin origin, Net body, Adder block, Node input, Shape target)
      implements ShortcutVisitor<Node> {

    /** Where the shapes agree the node is x itself. */
    @Override
    public Node visitAutomatic(Shortcut.Automatic shortcut) {
      return input.shape().equals(target) ? input : projection();
    }

    @Override
    public Node visitIdentity(Shortcut.Identity shortcut) {
      if (!input.shape().equals(target)) {
        throw ShapeErrors.cannotAdd(origin, target, input.shape());
      }
      return input;
    }

    @Override
    public Node visitZeroPad(Shortcut.ZeroPad shortcut) {
      if (input.shape().equals(target)) {
        return input;
      }
      int stride = stride(ShapeErrors.requireImage(origin, input.shape()), target);
      if (target.channels() < input.shape().channels()) {
        throw ShapeErrors.cannotZeroPad(origin, target, input.shape());
      }
      return block.part("zeroPad", new ZeroPad(stride, target.channels()), input);
    }

    @Override
    public Node visitProjection(Shortcut.Projection shortcut) {
      return projection();
    }

    @Override
    public Node visitScaled(Shortcut.Scaled shortcut) {
      return shortcut.of().accept(this);
    }

    @Override
    public Node visitExclusiveGate(Shortcut.ExclusiveGate shortcut) {
      return shortcut.of().accept(this);
    }

    @Override
    public Node visitShortcutOnlyGate(Shortcut.ShortcutOnlyGate shortcut) {
      return shortcut.of().accept(this);
    }

    @Override
    public Node visitDroppedOut(Shortcut.DroppedOut shortcut) {
      return shortcut.of().accept(this);
    }

    private Node projection() {
      Node projection = linear("projection", Optional.empty());
      // Both summands are normalized, or neither: the nets of He et al. 2015 and 2016 both follow.
      return endsInBatchNorm() && target.isImage()
          ? block.part("projectionNorm", new BatchNorm(), projection)
          : projection;
    }

    Node gate(double bias) {
      Node linear = linear("gate", Optional.of(bias));
      return block.part("gateSigmoid", new Activation(Function.SIGMOID), linear);
    }

    /** A 1×1 convolution, or a fully connected layer for vectors, drawn as the weights of F are. */
    private Node linear(String name, Optional<Double> bias) {
      int channels = target.channels();
      WeightInit start = new WeightInit(initialization(), bias.orElse(0.0));
      if (input.shape().rank() == 1 && target.rank() == 1) {
        return block.part(name, new Dense(channels, start), input);
      }
      Window window = new Window(1, stride(input.shape(), target), 0);
      return block.part(name, new Conv2d(channels, window, 1, bias.isPresent(), start), input);
    }

    private Initializer initialization() {
      return body.weighted().stream()
          .findFirst()
          .map(Layer.Weighted::initializer)
          .orElse(Initializer.HE_NORMAL);
    }

    /** What scales F behind its normalization does not count. */
    private boolean endsInBatchNorm() {
      return NamedLayer.ungrouped(body).stream()
          .map(namedLayer -> namedLayer.layer().typeName())
          .filter(word -> !SCALING.contains(word))
          .reduce((first, second) -> second)
          .filter("batchNorm"::equals)
          .isPresent();
    }

    private int stride(Shape input, Shape target) {
      return input
          .strideTo(target)
          .orElseThrow(() -> ShapeErrors.noStrideFits(origin, target, input));
    }
  }
}
