package org.skipjack.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.engine.OpTime;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.train.ParameterInitializer;

/**
 * A profile of a step: the operations of the engine's program, each timed alone. What a step does
 * beside them, decoding, loss and update, is not in it.
 *
 * @param rows the operations in groups, the group that takes longest first
 */
public record Profile(List<Row> rows) {

  /**
   * Operations of one kind on values of one shape by one implementation.
   *
   * @param kind such as {@code convolution, weight gradient}
   * @param shape of the output of the node that they belong to, {@code [N, C, H, W]}; of a reorder
   *     empty
   * @param implementation as the engine's library calls it
   * @param calls in a step
   * @param seconds in a step, of all calls together; a mean
   * @param gflops 10⁹ floating point operations in a second, of convolutions and dense layers;
   *     otherwise 0
   */
  public record Row(
      String kind,
      String shape,
      String implementation,
      double calls,
      double seconds,
      double gflops) {}

  private record Group(String kind, String shape, String implementation) {}

  /** What the operations of a group have come to. */
  private static final class Sum {
    private long calls;
    private long nanos;
    private double flops;
  }

  /** Copies the rows. */
  public Profile {
    rows = List.copyOf(rows);
  }

  /** The seconds of a step in all operations together. */
  public double seconds() {
    return rows.stream().mapToDouble(Row::seconds).sum();
  }

  /**
   * Measures the operations of a bench's net: as many steps as the bench has, after its warm-up.
   *
   * @return empty if the engine cannot tell
   */
  public static Optional<Profile> of(Bench bench) {
    Graph graph = bench.graph();
    bench.execution().requireMemoryToTrain(graph, bench.batch());
    Observed observed = new Observed(graph, bench.batch());
    try (Parameters parameters = ParameterInitializer.draw(graph, Seed.of(1).split("weights"));
        Program program = bench.execution().compile(graph, parameters);
        Batches batches = batches(bench);
        Feed feed = batches.inOrder()) {
      Batch batch = feed.next();
      for (int i = 0; i < bench.warmUp(); i++) {
        step(bench, program, batch);
      }
      if (!program.observe(observed::add)) {
        return Optional.empty();
      }
      for (int i = 0; i < bench.steps(); i++) {
        step(bench, program, batch);
      }
    }
    return Optional.of(observed.profile(bench.steps()));
  }

  private static Batches batches(Bench bench) {
    var images = RandomImages.of(bench.batch(), bench.input(), 1);
    return new Batches(images, PixelMean.of(images), bench.batch());
  }

  private static void step(Bench bench, Program program, Batch batch) {
    switch (bench.task()) {
      case INFER -> {
        var unused = program.predict(batch.images());
      }
      // Any gradient of the output's shape takes as long.
      case TRAIN -> program.backward(program.forward(batch.images(), Seed.of(1).random()));
    }
  }

  /** Sorts what a program tells into groups. */
  private static final class Observed {
    private final int batch;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Long> macs;
    private final Map<Group, Sum> sums = new LinkedHashMap<>();

    Observed(Graph graph, int batch) {
      this.batch = batch;
      this.macs = graph.macsByNode();
      graph.nodes().forEach(node -> nodes.put(node.name(), node));
    }

    void add(OpTime time) {
      int space = time.name().lastIndexOf(' ');
      Node node = nodes.get(time.name().substring(space + 1));
      boolean moves = time.name().startsWith("reorder");
      String kind =
          moves || node == null ? time.name().split(" ", 2)[0] : time.name().substring(0, space);
      String shape = moves || node == null ? "" : node.shape().toString();
      Sum sum = sums.computeIfAbsent(new Group(kind, shape, time.implementation()), k -> new Sum());
      sum.calls++;
      sum.nanos += time.nanos();
      if (!moves && node != null) {
        sum.flops += 2.0 * batch * macs.getOrDefault(node.name(), 0L);
      }
    }

    Profile profile(int steps) {
      List<Row> rows = new ArrayList<>();
      sums.forEach(
          (group, sum) ->
              rows.add(
                  new Row(
                      group.kind(),
                      group.shape(),
                      group.implementation(),
                      (double) sum.calls / steps,
                      sum.nanos / 1e9 / steps,
                      sum.flops / sum.nanos)));
      rows.sort(Comparator.comparingDouble(Row::seconds).reversed());
      return new Profile(rows);
    }
  }
}
