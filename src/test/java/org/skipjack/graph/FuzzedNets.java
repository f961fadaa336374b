package org.skipjack.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.skipjack.net.Initialisation;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Shortcut;
import org.skipjack.net.Window;

/**
 * Nets as a hurried beginner writes them: small, of every word, some in order and some not. A
 * number stands for a net, on every machine the same.
 */
public final class FuzzedNets {
  private static final int DEEPEST = 3;

  private final Random random;

  private FuzzedNets(long seed) {
    this.random = new Random(seed);
  }

  /** A net and the input that it is built for. */
  public record Fuzzed(Net net, Shape input) {}

  /** The net of a number; its layers keep the language's own rules, and may not fit together. */
  public static Fuzzed of(long seed) {
    FuzzedNets nets = new FuzzedNets(seed);
    Shape input = nets.input();
    return new Fuzzed(nets.net(0, input.isImage()), input);
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private Shape input() {
    return oneIn(12) ? Shape.vector(upTo(9)) : Shape.image(upTo(4), upTo(12), upTo(12));
  }

  private Net net(int depth, boolean image) {
    List<Layer> layers = new ArrayList<>();
    boolean images = image;
    for (int i = upTo(depth == 0 ? 7 : 3); i > 0; i--) {
      Layer layer = images != oneIn(40) ? ofImages(depth) : ofVectors(depth);
      layers.add(oneIn(25) ? new Layer.Named(name(layers), layer) : layer);
      images &= !(layer instanceof Layer.GlobalAvgPool || layer instanceof Layer.Flatten);
    }
    return new Net(layers);
  }

  private static String name(List<Layer> layers) {
    return "n" + layers.size();
  }

  private Layer ofVectors(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
      case 0, 1, 2 -> new Layer.Dense(upTo(9), initialisation());
      case 3 -> new Layer.BatchNorm(random.nextInt(2));
      case 4, 5 -> function();
      case 6 -> new Layer.Residual(shortcut(), net(depth + 1, false));
      default -> new Layer.Block(net(depth + 1, false));
    };
  }

  private Layer ofImages(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 16 : 12)) {
      case 0, 1, 2 -> conv();
      case 3 -> new Layer.DepthwiseConv(window(true), random.nextBoolean(), initialisation());
      case 4, 5 -> new Layer.BatchNorm(random.nextInt(2));
      case 6, 7 -> function();
      case 8 -> new Layer.MaxPool(window(false));
      case 9 -> new Layer.AvgPool(window(false));
      case 10 -> new Layer.SqueezeExcitation(upTo(4), initialisation());
      case 11 -> oneIn(2) ? new Layer.GlobalAvgPool() : new Layer.Flatten();
      case 12, 13, 14 -> new Layer.Residual(shortcut(), net(depth + 1, true));
      default -> new Layer.Block(net(depth + 1, true));
    };
  }

  private Layer conv() {
    int groups = oneIn(5) ? upTo(3) : 1;
    return new Layer.Conv(
        groups * upTo(4), window(true), groups, random.nextBoolean(), initialisation());
  }

  private Window window(boolean dilated) {
    int size = upTo(4);
    return new Window(
        size, upTo(oneIn(3) ? 3 : 1), random.nextInt(size), dilated && oneIn(6) ? upTo(3) : 1);
  }

  private Initialisation initialisation() {
    Initialisation[] all = Initialisation.values();
    return all[random.nextInt(all.length)];
  }

  private Layer function() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new Layer.Relu();
      case 3 -> new Layer.LeakyRelu(0.1);
      case 4 -> new Layer.Elu(1);
      case 5 -> new Layer.Gelu();
      case 6 -> new Layer.Softplus();
      case 7 -> new Layer.Sigmoid();
      case 8 -> new Layer.Tanh();
      case 9 -> new Layer.Softmax();
      case 10 -> oneIn(2) ? new Layer.Scale(0.5) : new Layer.StochasticDepth(0.8);
      default -> new Layer.Dropout(0.3);
    };
  }

  private Shortcut shortcut() {
    Shortcut plain =
        switch (random.nextInt(6)) {
          case 0 -> Option.identity();
          case 1 -> Option.zeroPad();
          case 2 -> Option.projection();
          default -> Option.projectionWhereNeeded();
        };
    return switch (random.nextInt(12)) {
      case 0 -> Option.scaled(0.5, plain);
      case 1 -> Option.exclusiveGate(-1, plain);
      case 2 -> Option.shortcutOnlyGate(-1, plain);
      case 3 -> Option.droppedOut(0.2, plain);
      default -> plain;
    };
  }
}
