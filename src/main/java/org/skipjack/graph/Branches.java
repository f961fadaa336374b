package org.skipjack.graph;

import java.util.Optional;
import java.util.Set;
import org.skipjack.graph.Activation.Function;
import org.skipjack.net.Initialisation;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.Shortcut;

/**
 * The end of a residual block: what its shortcut carries, how that and F are changed on the way,
 * and their sum.
 */
final class Branches {

  private static final Set<String> SCALING =
      Set.of("stochasticDepth", "squeezeExcitation", "scale", "dropout");

  /** Adds a node of the block's own. */
  interface Adder {
    Node part(String name, Op op, Node... inputs);
  }

  private final Layer.Residual layer;
  private final Adder block;

  Branches(Layer.Residual layer, Adder block) {
    this.layer = layer;
    this.block = block;
  }

  /**
   * Adds the shortcut and the sum.
   *
   * @param input x
   * @param body F(x)
   * @param origin where the block stands, for messages
   */
  Node add(Node input, Node body, Origin origin) {
    Carrier carrier = new Carrier(origin, layer.body(), block);
    Shortcut shortcut = layer.shortcut();
    Shortcut carried = shortcut instanceof Shortcut.Modified modified ? modified.of() : shortcut;
    Node x = carrier.carry(carried, input, body.shape());
    if (shortcut instanceof Shortcut.Scaled scaled) {
      return sum(body, block.part("scale", new Affine(scaled.factor(), 0), x));
    }
    if (shortcut instanceof Shortcut.DroppedOut dropped) {
      return sum(body, block.part("dropout", new Noise.Dropout(dropped.rate()), x));
    }
    if (shortcut instanceof Shortcut.ShortcutOnlyGate gated) {
      Node gate = carrier.gate(input, body.shape(), gated.bias());
      return sum(body, closed(x, gate));
    }
    if (shortcut instanceof Shortcut.ExclusiveGate gated) {
      Node gate = carrier.gate(input, body.shape(), gated.bias());
      return sum(block.part("gatedBody", new Multiply(), body, gate), closed(x, gate));
    }
    return sum(body, x);
  }

  private Node sum(Node body, Node shortcut) {
    return block.part("add", new Op.Add(), body, shortcut);
  }

  /** x · (1 − g). */
  private Node closed(Node x, Node gate) {
    Node complement = block.part("gateComplement", new Affine(-1, 1), gate);
    return block.part("gatedShortcut", new Multiply(), x, complement);
  }

  /** What leads from x to the shape of F(x). */
  private record Carrier(Origin origin, Net body, Adder block) {

    /** Where the shapes agree, or an identity is asked for, the node is x itself. */
    Node carry(Shortcut shortcut, Node input, Shape target) {
      if (shortcut instanceof Shortcut.Projection) {
        return projection(input, target);
      }
      if (input.shape().equals(target)) {
        return input;
      }
      if (shortcut instanceof Shortcut.Identity) {
        throw ShapeErrors.cannotAdd(origin, target, input.shape());
      }
      return shortcut instanceof Shortcut.ZeroPad
          ? zeroPad(input, target)
          : projection(input, target);
    }

    private Node zeroPad(Node input, Shape target) {
      int stride = stride(ShapeErrors.requireImage(origin, input.shape()), target);
      if (target.channels() < input.shape().channels()) {
        throw ShapeErrors.cannotZeroPad(origin, target, input.shape());
      }
      return block.part("zeroPad", new ZeroPad(stride, target.channels()), input);
    }

    private Node projection(Node input, Shape target) {
      Node projection = linear("projection", input, target, Optional.empty());
      // Both summands are normalised, or neither: the nets of He et al. 2015 and 2016 both follow.
      return endsInBatchNorm() && target.isImage()
          ? block.part("projectionNorm", new BatchNorm(), projection)
          : projection;
    }

    Node gate(Node input, Shape target, double bias) {
      Node linear = linear("gate", input, target, Optional.of(bias));
      return block.part("gateSigmoid", new Activation(Function.SIGMOID), linear);
    }

    /** A 1×1 convolution, or a fully connected layer for vectors, drawn as the weights of F are. */
    private Node linear(String name, Node input, Shape target, Optional<Double> bias) {
      int channels = target.channels();
      FirstValues start = new FirstValues(initialisation(), bias.orElse(0.0));
      if (input.shape().rank() == 1 && target.rank() == 1) {
        return block.part(name, new Dense(channels, start), input);
      }
      Window window = new Window(1, stride(input.shape(), target), 0);
      return block.part(name, new Conv2d(channels, window, 1, bias.isPresent(), start), input);
    }

    private Initialisation initialisation() {
      return body.weighted().stream()
          .findFirst()
          .map(Layer.Weighted::start)
          .orElse(Initialisation.HE_NORMAL);
    }

    /** What scales F behind its normalisation does not count. */
    private boolean endsInBatchNorm() {
      return body.layers().stream()
          .map(Layer::word)
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
