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
public final class Calls implements LayerVisitor<Call> {
  private Calls() {}

  /** The calls that make a net, from its first layer to its last. */
  public static List<Call> of(Net net) {
    List<Layer> layers = net.layers();
    IdentityHashMap<Layer, Integer> lengths = new IdentityHashMap<>();
    List<Call> calls = new ArrayList<>();
    for (Run run : Run.find(layers, (part, times) -> saved(part, times, lengths))) {
      List<Layer> part = layers.subList(run.start(), run.start() + run.length());
      if (run.times() == 1) {
        part.forEach(layer -> calls.add(of(layer)));
      } else {
        calls.add(Call.of("repeat", run.times()).body(new Net(part)));
      }
    }
    net.silenced().stream().sorted().forEach(note -> calls.add(Call.of("silence", note)));
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
  static Call of(Layer layer) {
    return layer.accept(new Calls());
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

  private static Call pool(String word, Window window) {
    return Call.of(word).options(window(window, 2, window.kernelSize(), 0));
  }

  private static List<Option> convOptions(
      Window window, int groups, boolean bias, Initialisation start) {
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

  private static List<Option> unlessUsual(Initialisation start) {
    return start == Initialisation.HE_NORMAL ? List.of() : List.of(start);
  }

  @Override
  public Call visitConv(Layer.Conv layer) {
    return Call.of("conv", layer.filters())
        .options(convOptions(layer.window(), layer.groups(), layer.bias(), layer.start()));
  }

  @Override
  public Call visitDepthwiseConv(Layer.DepthwiseConv layer) {
    return Call.of("depthwiseConv")
        .options(convOptions(layer.window(), 1, layer.bias(), layer.start()));
  }

  @Override
  public Call visitBatchNorm(Layer.BatchNorm layer) {
    return Call.of("batchNorm")
        .options(layer.gamma() == 0 ? List.of(new Option.ZeroGamma()) : List.of());
  }

  @Override
  public Call visitRelu(Layer.Relu layer) {
    return Call.of("relu");
  }

  @Override
  public Call visitLeakyRelu(Layer.LeakyRelu layer) {
    return Call.of("leakyRelu", layer.slope());
  }

  @Override
  public Call visitElu(Layer.Elu layer) {
    return Call.of("elu", layer.alpha());
  }

  @Override
  public Call visitGelu(Layer.Gelu layer) {
    return Call.of("gelu");
  }

  @Override
  public Call visitSoftplus(Layer.Softplus layer) {
    return Call.of("softplus");
  }

  @Override
  public Call visitSigmoid(Layer.Sigmoid layer) {
    return Call.of("sigmoid");
  }

  @Override
  public Call visitTanh(Layer.Tanh layer) {
    return Call.of("tanh");
  }

  @Override
  public Call visitSoftmax(Layer.Softmax layer) {
    return Call.of("softmax");
  }

  @Override
  public Call visitScale(Layer.Scale layer) {
    return Call.of("scale", layer.factor());
  }

  @Override
  public Call visitMaxPool(Layer.MaxPool layer) {
    return pool("maxPool", layer.window());
  }

  @Override
  public Call visitAvgPool(Layer.AvgPool layer) {
    return pool("avgPool", layer.window());
  }

  @Override
  public Call visitGlobalAvgPool(Layer.GlobalAvgPool layer) {
    return Call.of("globalAvgPool");
  }

  @Override
  public Call visitFlatten(Layer.Flatten layer) {
    return Call.of("flatten");
  }

  @Override
  public Call visitDense(Layer.Dense layer) {
    return Call.of("dense", layer.units()).options(unlessUsual(layer.start()));
  }

  @Override
  public Call visitDropout(Layer.Dropout layer) {
    return Call.of("dropout", layer.rate());
  }

  @Override
  public Call visitStochasticDepth(Layer.StochasticDepth layer) {
    return Call.of("stochasticDepth", layer.survival());
  }

  @Override
  public Call visitSqueezeExcitation(Layer.SqueezeExcitation layer) {
    return Call.of("squeezeExcitation", layer.reduction()).options(unlessUsual(layer.start()));
  }

  @Override
  public Call visitResidual(Layer.Residual layer) {
    boolean byDefault = layer.shortcut() instanceof Shortcut.Automatic;
    List<Option> options = byDefault ? List.of() : List.of(layer.shortcut());
    return Call.of("residual").options(options).body(layer.body());
  }

  @Override
  public Call visitBlock(Layer.Block layer) {
    return Call.of("block").body(layer.body());
  }

  @Override
  public Call visitNamed(Layer.Named layer) {
    return of(layer.layer()).name(layer.name());
  }
}
