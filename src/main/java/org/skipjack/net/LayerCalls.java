package org.skipjack.net;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.skipjack.net.Option.Bias;
import org.skipjack.net.Option.KernelSize;
import org.skipjack.net.Option.Padding;
import org.skipjack.net.Option.PoolOption;
import org.skipjack.net.Option.Stride;

/**
 * The layers of a net as calls of the language, with only what differs from a word's defaults.
 *
 * <p>A run of equal parts is folded into {@code repeat} where that makes the text shorter; {@code
 * repeat} is no layer, so the fold reads back to an equal net.
 */
final class LayerCalls implements LayerVisitor<LayerCall> {
  private LayerCalls() {}

  /** The calls that make a net, from its first layer to its last. */
  public static List<LayerCall> of(Net net) {
    List<Layer> layers = net.layers();
    IdentityHashMap<Layer, Integer> lengths = new IdentityHashMap<>();
    List<LayerCall> calls = new ArrayList<>();
    for (RepeatedLayers repeatedLayers :
        RepeatedLayers.find(layers, (part, times) -> saved(part, times, lengths))) {
      List<Layer> part =
          layers.subList(repeatedLayers.start(), repeatedLayers.start() + repeatedLayers.length());
      if (repeatedLayers.times() == 1) {
        part.forEach(layer -> calls.add(of(layer)));
      } else {
        calls.add(LayerCall.of("repeat", repeatedLayers.times()).body(new Net(part)));
      }
    }
    net.silenced().stream().sorted().forEach(note -> calls.add(LayerCall.of("silence", note)));
    return calls;
  }

  /** Characters that folding saves; the lengths of texts that were written once are kept. */
  private static int saved(List<Layer> part, int times, IdentityHashMap<Layer, Integer> lengths) {
    int length = 0;
    for (Layer layer : part) {
      length += lengths.computeIfAbsent(layer, written -> written.text().length());
    }
    return (times - 1) * length - ".repeat(2, b -> b)".length();
  }

  /** A layer as a call. */
  static LayerCall of(Layer layer) {
    return layer.accept(new LayerCalls());
  }

  /** The options of a window that differ from the defaults of its word. */
  private static List<PoolOption> window(Window window, int kernelSize, int stride, int padding) {
    List<PoolOption> options = new ArrayList<>();
    if (window.kernelSize() != kernelSize) {
      options.add(new KernelSize(window.kernelSize()));
    }
    if (window.stride() != stride) {
      options.add(new Stride(window.stride()));
    }
    if (window.padding() != padding) {
      options.add(new Padding(window.padding()));
    }
    return options;
  }

  private static LayerCall pool(String word, Window window) {
    return LayerCall.of(word).options(window(window, 2, window.kernelSize(), 0));
  }

  private static List<Option> convOptions(
      Window window, int groups, boolean bias, Initializer start) {
    int padding = Window.samePadding(window.kernelSize(), window.dilation());
    List<Option> options = new ArrayList<>(window(window, 3, 1, padding));
    if (window.dilation() != 1) {
      options.add(new Option.Dilation(window.dilation()));
    }
    if (groups != 1) {
      options.add(new Option.Groups(groups));
    }
    if (bias) {
      options.add(new Bias());
    }
    options.addAll(unlessUsual(start));
    return options;
  }

  private static List<Option> unlessUsual(Initializer start) {
    return start == Initializer.HE_NORMAL ? List.of() : List.of(start);
  }

  @Override
  public LayerCall visitConv(Layer.Conv layer) {
    return LayerCall.of("conv", layer.filters())
        .options(convOptions(layer.window(), layer.groups(), layer.bias(), layer.initializer()));
  }

  @Override
  public LayerCall visitDepthwiseConv(Layer.DepthwiseConv layer) {
    return LayerCall.of("depthwiseConv")
        .options(convOptions(layer.window(), 1, layer.bias(), layer.initializer()));
  }

  @Override
  public LayerCall visitBatchNorm(Layer.BatchNorm layer) {
    return LayerCall.of("batchNorm")
        .options(layer.gamma() == 0 ? List.of(new Option.ZeroGamma()) : List.of());
  }

  @Override
  public LayerCall visitRelu(Layer.Relu layer) {
    return LayerCall.of("relu");
  }

  @Override
  public LayerCall visitLeakyRelu(Layer.LeakyRelu layer) {
    return LayerCall.of("leakyRelu", layer.slope());
  }

  @Override
  public LayerCall visitElu(Layer.Elu layer) {
    return LayerCall.of("elu", layer.alpha());
  }

  @Override
  public LayerCall visitGelu(Layer.Gelu layer) {
    return LayerCall.of("gelu");
  }

  @Override
  public LayerCall visitSoftplus(Layer.Softplus layer) {
    return LayerCall.of("softplus");
  }

  @Override
  public LayerCall visitSigmoid(Layer.Sigmoid layer) {
    return LayerCall.of("sigmoid");
  }

  @Override
  public LayerCall visitTanh(Layer.Tanh layer) {
    return LayerCall.of("tanh");
  }

  @Override
  public LayerCall visitSoftmax(Layer.Softmax layer) {
    return LayerCall.of("softmax");
  }

  @Override
  public LayerCall visitScale(Layer.Scale layer) {
    return LayerCall.of("scale", layer.factor());
  }

  @Override
  public LayerCall visitMaxPool(Layer.MaxPool layer) {
    return pool("maxPool", layer.window());
  }

  @Override
  public LayerCall visitAvgPool(Layer.AvgPool layer) {
    return pool("avgPool", layer.window());
  }

  @Override
  public LayerCall visitGlobalAvgPool(Layer.GlobalAvgPool layer) {
    return LayerCall.of("globalAvgPool");
  }

  @Override
  public LayerCall visitFlatten(Layer.Flatten layer) {
    return LayerCall.of("flatten");
  }

  @Override
  public LayerCall visitDense(Layer.Dense layer) {
    return LayerCall.of("dense", layer.units()).options(unlessUsual(layer.initializer()));
  }

  @Override
  public LayerCall visitDropout(Layer.Dropout layer) {
    return LayerCall.of("dropout", layer.rate());
  }

  @Override
  public LayerCall visitStochasticDepth(Layer.StochasticDepth layer) {
    return LayerCall.of("stochasticDepth", layer.survival());
  }

  @Override
  public LayerCall visitSqueezeExcitation(Layer.SqueezeExcitation layer) {
    return LayerCall.of("squeezeExcitation", layer.reduction())
        .options(unlessUsual(layer.initializer()));
  }

  @Override
  public LayerCall visitResidual(Layer.Residual layer) {
    boolean byDefault = layer.shortcut() instanceof Shortcut.Automatic;
    List<Option> options = byDefault ? List.of() : List.of(layer.shortcut());
    return LayerCall.of("residual").options(options).body(layer.body());
  }

  @Override
  public LayerCall visitBlock(Layer.Block layer) {
    return LayerCall.of("block").body(layer.body());
  }

  @Override
  public LayerCall visitNamed(Layer.Named layer) {
    return of(layer.layer()).name(layer.name());
  }
}
