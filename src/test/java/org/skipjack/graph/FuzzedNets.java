package org.skipjack.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.skipjack.net.Initializer;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Shortcut;
import org.skipjack.net.Window;

/**
 * Nets as a hurried beginner writes them: small, of every word, some in order and some not; and
 * among them blocks that keep their shape, one in another, as those who know write them. A number
 * stands for a net, on every machine the same.
 */
public final class FuzzedNets {
  private static final int DEEPEST = 3;

  private final Random random;

  /** Channels of what the layer at hand reads; zero where the shapes before it do not tell. */
  private int channels;

  private FuzzedNets(long seed) {
    this.random = new Random(seed);
  }

  /** A net and the input that it is built for. */
  public record Fuzzed(Net net, Shape input) {}

  /** The net of a number; its layers keep the language's own rules, and may not fit together. */
  public static Fuzzed of(long seed) {
    FuzzedNets nets = new FuzzedNets(seed);
    Shape input = nets.input();
    boolean image = input.isImage();
    return new Fuzzed(nets.oneIn(2) ? nets.keepingNet(image) : nets.net(0, image), input);
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private Shape input() {
    channels = oneIn(6) ? many() : upTo(4);
    return switch (random.nextInt(12)) {
      case 0 -> Shape.vector(oneIn(3) ? channels : upTo(9));
      case 1 -> Shape.image(channels, 1, 1);
      case 2, 3 -> Shape.image(channels, 3, 3);
      default -> Shape.image(channels, upTo(12), upTo(12));
    };
  }

  /** As many channels as fill the blocks that engines lay values out in, or one more. */
  private int many() {
    return List.of(16, 17, 32).get(random.nextInt(3));
  }

  private Net net(int depth, boolean image) {
    List<Layer> layers = new ArrayList<>();
    boolean images = image;
    for (int i = upTo(depth == 0 ? 7 : 3); i > 0; i--) {
      Layer layer = images != oneIn(40) ? ofImages(depth) : ofVectors(depth);
      layers.add(oneIn(25) ? new Layer.Named(name(layers), layer) : layer);
      images &= !(layer instanceof Layer.GlobalAvgPool || layer instanceof Layer.Flatten);
      channels = layer instanceof Layer.Flatten ? 0 : channels;
    }
    return new Net(layers);
  }

  /** Blocks that keep their shape behind a layer with weights, or at once. */
  private Net keepingNet(boolean image) {
    List<Layer> layers = new ArrayList<>();
    if (!oneIn(4)) {
      layers.add(image ? conv() : dense());
    }
    for (int i = upTo(3); i > 0; i--) {
      layers.add(keeping(0, image));
    }
    return new Net(layers);
  }

  /** A block that keeps the shape of what it reads, of images or of vectors. */
  private Layer keeping(int depth, boolean image) {
    Net body = keepingBody(depth + 1, image);
    return new Layer.Residual(oneIn(3) ? shortcut() : Option.projectionWhereNeeded(), body);
  }

  private Net keepingBody(int depth, boolean image) {
    List<Layer> layers = new ArrayList<>();
    if (oneIn(3)) {
      Layer noise = oneIn(2) ? new Layer.Dropout(0.3) : new Layer.StochasticDepth(0.8);
      layers.add(oneIn(4) ? new Layer.Block(new Net(List.of(noise))) : noise);
    }
    for (int i = upTo(4); i > 0; i--) {
      layers.add(keepingLayer(depth, image));
    }
    return new Net(layers);
  }

  private Layer keepingLayer(int depth, boolean image) {
    boolean known = channels > 0;
    return switch (random.nextInt(depth < DEEPEST ? 10 : 8)) {
      case 0, 1, 2, 3 -> known ? weights(image) : function();
      case 4, 5 -> new Layer.BatchNorm();
      case 6 -> image && oneIn(3) ? new Layer.SqueezeExcitation(4, initialization()) : function();
      case 7 -> function();
      case 8 -> keeping(depth, image);
      default -> new Layer.Block(keepingBody(depth + 1, image));
    };
  }

  private Layer weights(boolean image) {
    int size = 1 + 2 * random.nextInt(2);
    Window same = new Window(size, 1, size / 2, 1);
    if (!image) {
      return new Layer.Dense(channels, initialization());
    }
    return oneIn(6)
        ? new Layer.DepthwiseConv(same, oneIn(2), initialization())
        : new Layer.Conv(channels, same, 1, oneIn(2), initialization());
  }

  private static String name(List<Layer> layers) {
    return "n" + layers.size();
  }

  private Layer ofVectors(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 9 : 6)) {
      case 0, 1, 2 -> dense();
      case 3 -> new Layer.BatchNorm(random.nextInt(2));
      case 4, 5 -> function();
      case 6 -> new Layer.Residual(shortcut(), net(depth + 1, false));
      case 7 -> keeping(depth, false);
      default -> new Layer.Block(net(depth + 1, false));
    };
  }

  private Layer ofImages(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 21 : 12)) {
      case 0, 1, 2 -> conv();
      case 3 -> new Layer.DepthwiseConv(window(true), random.nextBoolean(), initialization());
      case 4, 5 -> new Layer.BatchNorm(random.nextInt(2));
      case 6, 7 -> function();
      case 8 -> new Layer.MaxPool(window(false));
      case 9 -> new Layer.AvgPool(window(false));
      case 10 -> new Layer.SqueezeExcitation(upTo(4), initialization());
      case 11 -> oneIn(2) ? new Layer.GlobalAvgPool() : new Layer.Flatten();
      case 12, 13, 14 -> new Layer.Residual(shortcut(), net(depth + 1, true));
      case 15, 16, 17, 18, 19 -> keeping(depth, true);
      default -> new Layer.Block(net(depth + 1, true));
    };
  }

  private Layer conv() {
    int groups = oneIn(5) ? upTo(3) : 1;
    channels = oneIn(6) ? groups * many() : groups * upTo(4);
    return new Layer.Conv(channels, window(true), groups, random.nextBoolean(), initialization());
  }

  private Layer dense() {
    channels = upTo(9);
    return new Layer.Dense(channels, initialization());
  }

  private Window window(boolean dilated) {
    int size = upTo(4);
    return new Window(
        size, upTo(oneIn(3) ? 3 : 1), random.nextInt(size), dilated && oneIn(6) ? upTo(3) : 1);
  }

  private Initializer initialization() {
    Initializer[] all = Initializer.values();
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
