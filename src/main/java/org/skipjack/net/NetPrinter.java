package org.skipjack.net;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.net.Option.KernelSize;
import org.skipjack.net.Option.Padding;
import org.skipjack.net.Option.Stride;

/**
 * Writes a net as an expression of the language, in one line.
 *
 * <p>Only what differs from a word's defaults is written. A run of equal parts is folded into
 * {@code repeat} where that makes the text shorter; {@code repeat} is no layer, so the fold reads
 * back to an equal net. Each nesting has a lambda parameter of its own (b, c, d, …), as Java asks
 * for.
 */
final class NetPrinter implements Layer.Visitor<String> {
  private static final int LONGEST_FOLD = 32;
  private static final int LETTERS = 'z' - 'b' + 1;

  private final int depth;

  private NetPrinter(int depth) {
    this.depth = depth;
  }

  static String print(Net net) {
    return "net()" + new NetPrinter(0).calls(net.layers());
  }

  static String print(Layer layer) {
    return layer.accept(new NetPrinter(0));
  }

  static String print(Option option) {
    if (option instanceof Shortcut shortcut) {
      return shortcut(shortcut);
    }
    String text = option.toString();
    String kind = option.getClass().getSimpleName();
    String value = text.substring(text.indexOf('[') + 1, text.length() - 1).replace("value=", "");
    return Character.toLowerCase(kind.charAt(0)) + kind.substring(1) + "(" + value + ")";
  }

  private String calls(List<Layer> layers) {
    List<String> words = layers.stream().map(layer -> layer.accept(this)).toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); ) {
      Fold fold = bestFold(words, i);
      boolean laterIsAsGood =
          i + 1 < words.size() && bestFold(words, i + 1).saved() >= fold.saved();
      if (fold.times() > 1 && laterIsAsGood) {
        fold = Fold.NONE;
      }
      if (fold.times() > 1) {
        String part = new NetPrinter(depth + 1).calls(layers.subList(i, i + fold.length()));
        text.append(".repeat(").append(fold.times()).append(", ").append(lambda(part)).append(')');
      } else {
        text.append(words.get(i));
      }
      i += fold.length() * fold.times();
    }
    return text.toString();
  }

  /** A part of {@code length} words that stands {@code times} times in a row. */
  private record Fold(int length, int times, int saved) {
    static final Fold NONE = new Fold(1, 1, 0);
  }

  private static Fold bestFold(List<String> words, int start) {
    Fold best = Fold.NONE;
    int longest = Math.min(LONGEST_FOLD, (words.size() - start) / 2);
    for (int length = 1; length <= longest; length++) {
      List<String> part = words.subList(start, start + length);
      int times = 1;
      int next = start + length;
      while (next + length <= words.size() && words.subList(next, next + length).equals(part)) {
        times++;
        next += length;
      }
      int saved = (times - 1) * String.join("", part).length() - ".repeat(2, b -> b)".length();
      if (times > 1 && saved > best.saved()) {
        best = new Fold(length, times, saved);
      }
    }
    return best;
  }

  private String lambda(String calls) {
    String parameter = parameter();
    return parameter + " -> " + parameter + calls;
  }

  /** b to z, then b2 to z2, and so on. */
  private String parameter() {
    char letter = (char) ('b' + depth % LETTERS);
    return depth < LETTERS ? "" + letter : "" + letter + (depth / LETTERS + 1);
  }

  private String body(Net body) {
    return lambda(new NetPrinter(depth + 1).calls(body.layers()));
  }

  private static String shortcut(Shortcut shortcut) {
    if (shortcut instanceof Shortcut.Identity) {
      return "identity()";
    }
    if (shortcut instanceof Shortcut.ZeroPad) {
      return "zeroPad()";
    }
    return shortcut instanceof Shortcut.Projection ? "projection()" : "projectionWhereNeeded()";
  }

  /** The options of a window that differ from the defaults of its word. */
  private static List<String> options(Window window, int kernelSize, int stride, int padding) {
    List<String> options = new ArrayList<>();
    if (window.kernelSize() != kernelSize) {
      options.add(print(new KernelSize(window.kernelSize())));
    }
    if (window.stride() != stride) {
      options.add(print(new Stride(window.stride())));
    }
    if (window.padding() != padding) {
      options.add(print(new Padding(window.padding())));
    }
    return options;
  }

  private static String pool(String word, Window window) {
    List<String> options = options(window, 2, window.kernelSize(), 0);
    return "." + word + "(" + String.join(", ", options) + ")";
  }

  private static String simple(Layer layer) {
    return "." + layer.word() + "()";
  }

  @Override
  public String visitConv(Layer.Conv layer) {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(layer.filters())));
    Window window = layer.window();
    arguments.addAll(options(window, 3, 1, Window.samePadding(window.kernelSize())));
    if (layer.bias()) {
      arguments.add(print(new Option.Bias()));
    }
    return ".conv(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String visitBatchNorm(Layer.BatchNorm layer) {
    return simple(layer);
  }

  @Override
  public String visitRelu(Layer.Relu layer) {
    return simple(layer);
  }

  @Override
  public String visitSigmoid(Layer.Sigmoid layer) {
    return simple(layer);
  }

  @Override
  public String visitTanh(Layer.Tanh layer) {
    return simple(layer);
  }

  @Override
  public String visitMaxPool(Layer.MaxPool layer) {
    return pool("maxPool", layer.window());
  }

  @Override
  public String visitAvgPool(Layer.AvgPool layer) {
    return pool("avgPool", layer.window());
  }

  @Override
  public String visitGlobalAvgPool(Layer.GlobalAvgPool layer) {
    return simple(layer);
  }

  @Override
  public String visitFlatten(Layer.Flatten layer) {
    return simple(layer);
  }

  @Override
  public String visitDense(Layer.Dense layer) {
    return ".dense(" + layer.units() + ")";
  }

  @Override
  public String visitDropout(Layer.Dropout layer) {
    return ".dropout(" + layer.rate() + ")";
  }

  @Override
  public String visitResidual(Layer.Residual layer) {
    boolean byDefault = layer.shortcut() instanceof Shortcut.Automatic;
    String shortcut = byDefault ? "" : shortcut(layer.shortcut()) + ", ";
    return ".residual(" + shortcut + body(layer.body()) + ")";
  }

  @Override
  public String visitBlock(Layer.Block layer) {
    return ".block(" + body(layer.body()) + ")";
  }

  @Override
  public String visitNamed(Layer.Named layer) {
    return layer.layer().accept(this) + ".named(\"" + layer.name() + "\")";
  }
}
