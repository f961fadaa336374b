package org.skipjack.net;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Nets of every word, some nested, some with runs of equal parts and with names. */
public final class RandomNets {
  private static final int DEPTH = 3;

  private RandomNets() {}

  /** Nets that print and read back; few of them fit an input. */
  public static Arbitrary<Net> nets() {
    return nets(DEPTH);
  }

  private static Arbitrary<Net> nets(int depth) {
    Arbitrary<List<Layer>> run =
        Combinators.combine(
                layers(depth).list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.integers().between(1, 4))
            .as((part, times) -> Collections.nCopies(times, part))
            .map(parts -> parts.stream().flatMap(List::stream).toList());
    return run.list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(runs -> withoutRepeatedNames(runs.stream().flatMap(List::stream).toList()))
        .flatMap(
            net ->
                Arbitraries.of("one-layer-block", "softmax-before-loss")
                    .injectNull(0.9)
                    .map(note -> note == null ? net : net.silence(note)));
  }

  /** Runs repeat names, which one level may hold once: the later ones lose theirs. */
  private static Net withoutRepeatedNames(List<Layer> layers) {
    Set<String> names = new HashSet<>();
    return new Net(
        layers.stream()
            .map(l -> l instanceof Layer.Named n && !names.add(n.name()) ? n.layer() : l)
            .toList());
  }

  private static Arbitrary<Layer> layers(int depth) {
    Arbitrary<Layer> unnamed =
        depth == 0
            ? leaves()
            : Arbitraries.frequencyOf(Tuple.of(6, leaves()), Tuple.of(1, groups(depth - 1)));
    Arbitrary<String> names = Arbitraries.of("a", "stem", "x_1", "Up-2");
    return Combinators.combine(unnamed, names.injectNull(0.9))
        .as((layer, name) -> name == null ? layer : new Layer.Named(name, layer));
  }

  private static Arbitrary<Layer> groups(int depth) {
    Arbitrary<Shortcut> shortcuts =
        Arbitraries.of(
            new Shortcut.Automatic(),
            new Shortcut.Identity(),
            new Shortcut.ZeroPad(),
            new Shortcut.Projection(),
            new Shortcut.Scaled(0.5, new Shortcut.Automatic()),
            new Shortcut.ExclusiveGate(-6, new Shortcut.ZeroPad()),
            new Shortcut.ShortcutOnlyGate(1e-3, new Shortcut.Projection()),
            new Shortcut.DroppedOut(0.25, new Shortcut.Identity()));
    Arbitrary<Net> bodies = Arbitraries.lazy(() -> nets(depth));
    return Arbitraries.oneOf(
        bodies.map(Layer.Block::new),
        Combinators.combine(shortcuts, bodies).as(Layer.Residual::new));
  }

  private static Arbitrary<Layer> leaves() {
    Arbitrary<Integer> counts = Arbitraries.integers().between(1, 2048);
    return Arbitraries.oneOf(
        Combinators.combine(counts, convWindows(), Arbitraries.of(1, 1, 2, 3), flags(), starts())
            .as((filters, window, g, b, start) -> new Layer.Conv(filters * g, window, g, b, start)),
        Combinators.combine(convWindows(), flags(), starts()).as(Layer.DepthwiseConv::new),
        windows().map(Layer.MaxPool::new),
        windows().map(Layer.AvgPool::new),
        Combinators.combine(counts, starts()).as(Layer.Dense::new),
        Combinators.combine(counts, starts()).as(Layer.SqueezeExcitation::new),
        fractions().map(Layer.Dropout::new),
        fractions().map(rate -> new Layer.StochasticDepth(1 - rate)),
        fractions().filter(slope -> slope > 0).map(Layer.LeakyRelu::new),
        fractions().filter(alpha -> alpha > 0).map(Layer.Elu::new),
        fractions().map(Layer.Scale::new),
        Arbitraries.of(
            new Layer.BatchNorm(),
            new Layer.BatchNorm(0),
            new Layer.Relu(),
            new Layer.Gelu(),
            new Layer.Softplus(),
            new Layer.Softmax(),
            new Layer.Sigmoid(),
            new Layer.Tanh(),
            new Layer.GlobalAvgPool(),
            new Layer.Flatten()));
  }

  private static Arbitrary<Boolean> flags() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<Double> fractions() {
    return Arbitraries.doubles().between(0, 0.999).ofScale(9);
  }

  private static Arbitrary<Initializer> starts() {
    return Arbitraries.of(Initializer.class);
  }

  private static Arbitrary<Window> convWindows() {
    return Combinators.combine(windows(), Arbitraries.of(1, 1, 1, 2, 3))
        .as((w, dilation) -> new Window(w.kernelSize(), w.stride(), w.padding(), dilation));
  }

  private static Arbitrary<Window> windows() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 7),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 6))
        .as((size, stride, padding) -> new Window(size, stride, padding % size));
  }
}
