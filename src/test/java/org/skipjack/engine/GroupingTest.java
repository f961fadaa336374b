package org.skipjack.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skipjack.net.Net.net;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.FuzzedNets;
import org.skipjack.graph.FuzzedNets.Fuzzed;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Op;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;
import org.skipjack.graph.ShapeException;
import org.skipjack.net.Layer;
import org.skipjack.net.Net;
import org.skipjack.net.NetNote;

/**
 * Layers in groups are the same layers: random nets, with random runs of their layers grouped at
 * every depth, and groups in groups. What is equal is the graph up to names, with it shapes,
 * parameters and costs; the plain twin; the notes; and with the same values the predictions. First
 * values are drawn by path, so they differ.
 */
class GroupingTest {
  private static final int NETS = 800;
  private static final int RUN = 40;

  /** A node without its names: it reads nodes by their places. */
  private record Step(Op op, List<Integer> inputs, Shape shape, List<Parameter> parameters) {}

  private final Bench bench = Bench.inFloat32().findFirst().orElseThrow();

  private static Stream<Fuzzed> nets(int count) {
    return IntStream.range(0, count).mapToObj(FuzzedNets::of);
  }

  /** The net with some runs of its layers in groups, each time others. */
  private static Net grouped(Net net, Random random) {
    List<Layer> layers =
        new ArrayList<>(net.layers().stream().map(layer -> inside(layer, random)).toList());
    for (int times = random.nextInt(3); times > 0 && !layers.isEmpty(); times--) {
      int from = random.nextInt(layers.size());
      int to = from + 1 + random.nextInt(layers.size() - from);
      Layer group = new Layer.Block(new Net(layers.subList(from, to)));
      layers.subList(from, to).clear();
      layers.add(from, random.nextInt(4) == 0 ? new Layer.Named("g" + times, group) : group);
    }
    return new Net(layers);
  }

  private static Layer inside(Layer layer, Random random) {
    if (layer instanceof Layer.Named named) {
      return new Layer.Named(named.name(), inside(named.layer(), random));
    }
    if (layer instanceof Layer.Block block) {
      return new Layer.Block(grouped(block.body(), random));
    }
    return layer instanceof Layer.Residual residual
        ? new Layer.Residual(residual.shortcut(), grouped(residual.body(), random))
        : layer;
  }

  /** What a net is up to names, or the kind of its refusal. */
  private static Object meaning(Net net, Shape input) {
    try {
      return steps(Graph.of(net, input));
    } catch (ShapeException | IllegalArgumentException refused) {
      return refused.getClass().getSimpleName();
    }
  }

  private static List<Step> steps(Graph graph) {
    List<String> names = graph.nodes().stream().map(Node::name).toList();
    return graph.nodes().stream()
        .map(
            node ->
                new Step(
                    node.op(),
                    node.inputs().stream().map(names::indexOf).toList(),
                    node.shape(),
                    node.parameters().stream().map(GroupingTest::unnamed).toList()))
        .toList();
  }

  private static Parameter unnamed(Parameter parameter) {
    String role = parameter.name().substring(parameter.name().lastIndexOf('/') + 1);
    return new Parameter(role, parameter.sizes(), parameter.start(), parameter.learned());
  }

  /** How many blocks each kind of note is about. */
  private static List<String> notes(Net net) {
    return NetNote.of(net).stream()
        .map(netNote -> netNote.kind() + " " + netNote.paths().size())
        .toList();
  }

  @Test
  void grouping_changes_nothing_of_a_graph_and_of_its_plain_twin_but_names() {
    Random random = new Random(1);
    Set<Net> changed = new LinkedHashSet<>();
    for (Fuzzed fuzzed : nets(NETS).toList()) {
      Net net = fuzzed.net();
      Net grouped = grouped(net, random);
      Shape input = fuzzed.input();

      assertThat(meaning(grouped, input))
          .as("%s, %s", grouped, fuzzed)
          .isEqualTo(meaning(net, input));
      assertThat(meaning(grouped.plain(), input))
          .as("plain twin of %s, %s", grouped, fuzzed)
          .isEqualTo(meaning(net.plain(), input));
      assertThat(notes(grouped)).as("notes on %s", grouped).isEqualTo(notes(net));
      if (!grouped.equals(net)) {
        changed.add(grouped);
      }
    }
    assertThat(changed).as("nets that were grouped").hasSizeGreaterThan(NETS / 2);
  }

  @Test
  void a_net_that_builds_has_a_plain_twin_that_builds() {
    nets(NETS)
        .filter(fuzzed -> meaning(fuzzed.net(), fuzzed.input()) instanceof List)
        .forEach(
            fuzzed ->
                assertThat(meaning(fuzzed.net().plain(), fuzzed.input()))
                    .as("plain twin of %s", fuzzed)
                    .isInstanceOf(List.class));
  }

  @Test
  void a_plain_twin_keeps_every_layer_under_its_path_though_groups_of_stochastic_depth_go() {
    for (Fuzzed fuzzed : nets(NETS).toList()) {
      if (meaning(fuzzed.net(), fuzzed.input()) instanceof List) {
        assertThat(Graph.of(fuzzed.net(), fuzzed.input()).parameters())
            .as("parameters of %s", fuzzed)
            .containsAll(Graph.of(fuzzed.net().plain(), fuzzed.input()).parameters());
      }
    }
  }

  /** Each with the same layers side by side. */
  static Stream<List<Net>> pairs() {
    return Stream.of(
        List.of(
            net().residual(b -> b.conv(8).batchNorm()),
            net().residual(b -> b.block(c -> c.conv(8).batchNorm()))),
        List.of(
            net().residual(b -> b.conv(3).batchNorm().stochasticDepth(0.5)).plain(),
            net().residual(b -> b.block(c -> c.conv(3).batchNorm().stochasticDepth(0.5))).plain()),
        List.of(
            net().residual(b -> b.stochasticDepth(0.5).block(c -> c.conv(3))).plain(),
            net()
                .residual(
                    b -> b.block(c -> c.block(d -> d.stochasticDepth(0.5))).block(c -> c.conv(3)))
                .plain()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_group_computes_what_its_layers_compute(List<Net> pair) {
    assertThat(meaning(pair.get(1), Shape.image(3, 5, 5)))
        .isInstanceOf(List.class)
        .isEqualTo(meaning(pair.get(0), Shape.image(3, 5, 5)));
  }

  @Test
  void what_is_left_of_a_block_is_counted_as_it_was() {
    Net left =
        net().residual(b -> b.block(c -> c.stochasticDepth(0.5)).block(c -> c.conv(3))).plain();

    assertThat(left).hasToString("net().block(b -> b.block(c -> c.conv(3)).named(\"block2\"))");
  }

  @Test
  void a_softmax_that_ends_a_group_and_the_net_carries_its_note_unless_that_is_silenced_there() {
    Net ending = net().dense(3).block(b -> b.dense(2).block(c -> c.softmax()));
    Net silenced =
        net()
            .dense(3)
            .block(b -> b.dense(2).block(c -> c.softmax().silence("softmax-before-loss")));

    assertThat(NetNote.of(ending))
        .containsExactly(
            new NetNote(NetNote.Kind.SOFTMAX_BEFORE_LOSS, List.of("block1/block1/softmax1")));
    assertThat(NetNote.of(silenced)).isEmpty();
  }

  @Test
  void with_the_same_values_a_grouped_net_predicts_the_same_bits() {
    Random random = new Random(2);
    int ran = 0;
    for (Fuzzed fuzzed : nets(4 * RUN).toList()) {
      Net grouped = grouped(fuzzed.net(), random);
      if (ran < RUN
          && !grouped.equals(fuzzed.net())
          && meaning(grouped, fuzzed.input()) instanceof List) {
        ran++;
        Graph graph = Graph.of(fuzzed.net(), fuzzed.input());
        Parameters values = bench.parameters(graph);
        assertThat(predicted(Graph.of(grouped, fuzzed.input()), values))
            .as("%s and %s", grouped, fuzzed)
            .isDeepEqualTo(predicted(graph, values));
      }
    }
    assertThat(ran).isEqualTo(RUN);
  }

  /** In evaluation and in training. */
  private double[][] predicted(Graph graph, Parameters values) {
    Parameters own = Parameters.zeros(graph);
    own.learned().assign(values.learned());
    own.statistics().assign(values.statistics());
    INDArray batch = bench.batch(graph.inputShape(), 2, 1);
    try (Program program = bench.compile(graph, own)) {
      double[] evaluation = Bench.values(program.predict(batch));
      return new double[][] {evaluation, Bench.values(program.forward(batch, new Random(1)))};
    }
  }
}
