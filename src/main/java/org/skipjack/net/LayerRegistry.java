package org.skipjack.net;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.skipjack.net.Option.BlockOption;
import org.skipjack.net.Option.ConvOption;
import org.skipjack.net.Option.DenseOption;
import org.skipjack.net.Option.DepthwiseOption;
import org.skipjack.net.Option.FamilyOption;
import org.skipjack.net.Option.NormOption;
import org.skipjack.net.Option.PoolOption;

/** The words of the language: what each takes, and what it makes. */
public final class LayerRegistry {

  /** The kind of an argument: a number or a text. */
  enum Kind {
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** A text in double quotes. */
    TEXT
  }

  /**
   * A number or text of a word.
   *
   * @param name what it is called, such as {@code filters}
   * @param optional whether the word has a usual one, and can do without
   */
  record Value(String name, Kind kind, boolean optional) {}

  /**
   * A word.
   *
   * @param <T> what it makes of the net before it: a longer net, or an option
   * @param name the word, such as {@code conv}
   * @param values the numbers and texts that it needs, in order
   * @param options the type of options that it takes, if it takes any
   * @param body whether it needs a block, {@code b -> …}
   * @param meaning what it makes of the net before it
   */
  record Word<T>(
      String name,
      List<Value> values,
      Optional<Class<? extends Option>> options,
      boolean body,
      BiFunction<Net, LayerCall, T> meaning) {

    /** What the word makes of the net before it and of a call that fits. */
    T apply(Net net, LayerCall layerCall) {
      return meaning.apply(net, layerCall);
    }

    /** Whether the word takes an option. */
    boolean takes(Option option) {
      return options.isPresent() && options.get().isInstance(option);
    }

    private Word<T> options(Class<? extends Option> taken) {
      return new Word<>(name, values, Optional.of(taken), body, meaning);
    }

    private Word<T> withBody() {
      return new Word<>(name, values, options, true, meaning);
    }
  }

  /** The words that make a net longer. */
  static final List<Word<Net>> LAYERS =
      List.of(
          word(
                  "conv",
                  (net, c) -> net.conv(c.integer(0), c.options(ConvOption.class)),
                  integer("filters"))
              .options(ConvOption.class),
          word("depthwiseConv", (net, c) -> net.depthwiseConv(c.options(DepthwiseOption.class)))
              .options(DepthwiseOption.class),
          word("batchNorm", (net, c) -> net.batchNorm(c.options(NormOption.class)))
              .options(NormOption.class),
          word("relu", (net, c) -> net.relu()),
          word("leakyRelu", (net, c) -> net.leakyRelu(c.number(0, 0.01)), optional("slope")),
          word("elu", (net, c) -> net.elu(c.number(0, 1)), optional("alpha")),
          word("gelu", (net, c) -> net.gelu()),
          word("softplus", (net, c) -> net.softplus()),
          word("sigmoid", (net, c) -> net.sigmoid()),
          word("tanh", (net, c) -> net.tanh()),
          word("softmax", (net, c) -> net.softmax()),
          word("scale", (net, c) -> net.scale(c.number(0)), number("factor")),
          word("maxPool", (net, c) -> net.maxPool(c.options(PoolOption.class)))
              .options(PoolOption.class),
          word("avgPool", (net, c) -> net.avgPool(c.options(PoolOption.class)))
              .options(PoolOption.class),
          word("globalAvgPool", (net, c) -> net.globalAvgPool()),
          word("flatten", (net, c) -> net.flatten()),
          word(
                  "dense",
                  (net, c) -> net.dense(c.integer(0), c.options(DenseOption.class)),
                  integer("units"))
              .options(DenseOption.class),
          word("dropout", (net, c) -> net.dropout(c.number(0)), number("rate")),
          word("stochasticDepth", (net, c) -> net.stochasticDepth(c.number(0)), number("survival")),
          word(
                  "squeezeExcitation",
                  (net, c) -> net.squeezeExcitation(c.integer(0), c.options(DenseOption.class)),
                  integer("reduction"))
              .options(DenseOption.class),
          word("residual", (net, c) -> net.residual(shortcut(c), c.block()))
              .options(Shortcut.class)
              .withBody(),
          word("block", (net, c) -> net.block(c.block())).withBody(),
          word("repeat", (net, c) -> net.repeat(c.integer(0), c.block()), integer("times"))
              .withBody(),
          word("named", (net, c) -> net.named(c.text(0)), text("name")),
          word("silence", (net, c) -> net.silence(c.text(0)), text("note")),
          word("plain", (net, c) -> net.plain()),
          word("initialized", (net, c) -> net.initialized(initialization(c)))
              .options(Initializer.class));

  /** The words that a text may begin with. */
  static final List<Word<Net>> STARTS =
      List.of(
          word("net", (net, c) -> Net.net()),
          family("resnet", Families::resnet),
          family("plain", Families::plain),
          family("preActResnet", Families::preActResnet),
          LayerRegistry.<Net>word(
                  "wideResnet",
                  (net, c) ->
                      Families.wideResnet(
                          c.integer(0), c.integer(1), c.options(FamilyOption.class)),
                  integer("depth"),
                  integer("k"))
              .options(FamilyOption.class),
          family("imagenetResnet", Families::imagenetResnet),
          family("imagenetPlain", Families::imagenetPlain));

  /** The words that are blocks themselves, in place of {@code b -> …}. */
  static final List<Word<Net>> BLOCKS =
      List.of(
          block("basicBlock", Blocks::basicBlock),
          block("bottleneck", Blocks::bottleneck),
          block("preActivation", Blocks::preActivation));

  /** The words that are options. */
  static final List<Word<Option>> OPTIONS =
      List.of(
          word("kernelSize", (net, c) -> Option.kernelSize(c.integer(0)), integer("value")),
          word("stride", (net, c) -> Option.stride(c.integer(0)), integer("value")),
          word("padding", (net, c) -> Option.padding(c.integer(0)), integer("value")),
          word("dilation", (net, c) -> Option.dilation(c.integer(0)), integer("value")),
          word("groups", (net, c) -> Option.groups(c.integer(0)), integer("value")),
          word("bias", (net, c) -> Option.bias()),
          constant(Initializer.HE_NORMAL),
          constant(Initializer.HE_NORMAL_FAN_OUT),
          constant(Initializer.GLOROT_NORMAL),
          constant(Initializer.GLOROT_UNIFORM),
          constant(Option.zeroGamma()),
          word(
              "squeezeExcitation",
              (net, c) -> Option.squeezeExcitation(c.integer(0)),
              integer("reduction")),
          word(
              "stochasticDepth",
              (net, c) -> Option.stochasticDepth(c.number(0)),
              number("survival")),
          modified("scaled", "factor", Option::scaled),
          modified("exclusiveGate", "bias", Option::exclusiveGate),
          modified("shortcutOnlyGate", "bias", Option::shortcutOnlyGate),
          modified("droppedOut", "rate", Option::droppedOut),
          word("identity", (net, c) -> Option.identity()),
          word("zeroPad", (net, c) -> Option.zeroPad()),
          word("projection", (net, c) -> Option.projection()),
          word("projectionWhereNeeded", (net, c) -> Option.projectionWhereNeeded()),
          word("width", (net, c) -> Option.width(c.integer(0)), integer("value")),
          word("classes", (net, c) -> Option.classes(c.integer(0)), integer("value")),
          word("dropout", (net, c) -> Option.dropout(c.number(0)), number("rate")),
          constant(BlockKind.BASIC),
          constant(BlockKind.BOTTLENECK),
          constant(StridePlacement.IN_1X1),
          constant(StridePlacement.IN_3X3),
          constant(ActivationOrder.ORIGINAL),
          constant(ActivationOrder.BATCH_NORM_AFTER_ADDITION),
          constant(ActivationOrder.RELU_BEFORE_ADDITION),
          constant(ActivationOrder.RELU_ONLY_PRE_ACTIVATION),
          constant(ActivationOrder.FULL_PRE_ACTIVATION));

  private LayerRegistry() {}

  private static <T> Word<T> word(
      String name, BiFunction<Net, LayerCall, T> meaning, Value... values) {
    return new Word<>(name, List.of(values), Optional.empty(), false, meaning);
  }

  private static Value integer(String name) {
    return new Value(name, Kind.INTEGER, false);
  }

  private static Value number(String name) {
    return new Value(name, Kind.NUMBER, false);
  }

  private static Value optional(String name) {
    return new Value(name, Kind.NUMBER, true);
  }

  private static Value text(String name) {
    return new Value(name, Kind.TEXT, false);
  }

  private interface Family {
    Net of(int depth, FamilyOption... options);
  }

  private static Word<Net> family(String name, Family family) {
    return LayerRegistry.<Net>word(
            name,
            (net, c) -> family.of(c.integer(0), c.options(FamilyOption.class)),
            integer("depth"))
        .options(FamilyOption.class);
  }

  private interface Block {
    java.util.function.UnaryOperator<Net> of(int filters, BlockOption... options);
  }

  private static Word<Net> block(String name, Block block) {
    return LayerRegistry.<Net>word(
            name,
            (net, c) -> block.of(c.integer(0), c.options(BlockOption.class)).apply(net),
            integer("filters"))
        .options(BlockOption.class);
  }

  private static Word<Option> constant(Option option) {
    return word(option.keyword(), (net, c) -> option);
  }

  private interface Modifier {
    Shortcut of(double number, Shortcut shortcut);
  }

  private static Word<Option> modified(String name, String number, Modifier modifier) {
    return LayerRegistry.<Option>word(
            name, (net, c) -> modifier.of(c.number(0), shortcut(c)), number(number))
        .options(Shortcut.class);
  }

  private static Initializer initialization(LayerCall layerCall) {
    return Options.of(layerCall.word(), layerCall.options(Initializer.class))
        .get(Initializer.class, Initializer.HE_NORMAL);
  }

  private static Shortcut shortcut(LayerCall layerCall) {
    return Options.of(layerCall.word(), layerCall.options(Shortcut.class))
        .get(Shortcut.class, Option.projectionWhereNeeded());
  }

  /** The word of a name, if it is among these. */
  static <T> Optional<Word<T>> find(List<Word<T>> words, String name) {
    return words.stream().filter(word -> word.name().equals(name)).findFirst();
  }

  /** What words are called. */
  static <T> List<String> names(List<Word<T>> words) {
    return words.stream().map(Word::name).toList();
  }

  /** {@code "; did you mean 'relu'?"} when a known word is near, otherwise nothing. */
  public static String didYouMean(String word, List<String> known) {
    return nearest(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static Optional<String> nearest(String word, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(near -> distance(word, near) <= Math.max(1, word.length() / 3));
  }

  /** The Levenshtein distance without regard to case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
