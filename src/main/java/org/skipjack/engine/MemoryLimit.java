package org.skipjack.engine;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.Pointer;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Parameter;

/**
 * The memory limit of a machine and of this Java; checked before anything is allocated.
 *
 * @param machineBytes what the machine has
 * @param javaBytes what this Java may have of it, its heap and what lies outside together
 */
record MemoryLimit(long machineBytes, long javaBytes) {
  /** With more nodes than this a forecast takes longer than it is worth. */
  private static final int MOST_FORECAST = 10_000;

  /** No engine takes as many copies of each value and each parameter. */
  private static final double PLENTY = 8;

  /** Java and the libraries. */
  private static final double RUNTIME = 1e9;

  /** A Java that may have all that the machine has. */
  MemoryLimit(long machineBytes) {
    this(machineBytes, machineBytes);
  }

  /** That of this process; beyond it, JavaCPP collects garbage and waits before it gives up. */
  static MemoryLimit ofProcess() {
    long machine = MemoryEstimate.ofMachine();
    long java = Pointer.maxPhysicalBytes();
    return new MemoryLimit(machine, java > 0 ? Math.min(machine, java) : machine);
  }

  /** Whether a net is to learn, or only to predict. */
  enum Purpose {
    TRAIN("train on", 3),
    PREDICT("predict", 1);

    private final String words;

    /** Values, and in training their gradients and velocity. */
    private final int copies;

    Purpose(String words, int copies) {
      this.words = words;
      this.copies = copies;
    }
  }

  /**
   * Checks that a net's memory can be had: first what no engine does without, which costs nothing
   * to work out, and where that does not settle it the engine's forecast.
   *
   * @throws IllegalArgumentException if it cannot: the message names the layer that takes most
   */
  void require(Execution execution, Graph graph, int batch, Purpose purpose) {
    double parameters = Float.BYTES * sum(graph, MemoryLimit::parameters);
    ToDoubleFunction<Node> values = node -> execution.precision().bytes() * values(node, batch);
    double largest = graph.nodes().stream().mapToDouble(values).max().orElse(0);
    double least = purpose.copies * parameters + largest;
    if (least > javaBytes) {
      throw refusal("at least ", least, execution, graph, batch, purpose);
    }
    double most = RUNTIME + PLENTY * (parameters + Float.BYTES * sum(graph, n -> values(n, batch)));
    if (most > javaBytes && graph.nodes().size() <= MOST_FORECAST) {
      MemoryEstimate forecast = execution.memory(graph, batch);
      long taken = purpose == Purpose.TRAIN ? forecast.trainingBytes() : forecast.inferenceBytes();
      if (taken > javaBytes) {
        throw refusal("", (double) taken, execution, graph, batch, purpose);
      }
    }
  }

  private static double sum(Graph graph, ToDoubleFunction<Node> of) {
    return graph.nodes().stream().mapToDouble(of).sum();
  }

  private static double values(Node node, int batch) {
    return (double) batch * node.shape().elements();
  }

  private static double parameters(Node node) {
    return node.parameters().stream().mapToDouble(Parameter::elements).sum();
  }

  private IllegalArgumentException refusal(
      String about, double bytes, Execution execution, Graph graph, int batch, Purpose purpose) {
    ToDoubleFunction<Node> weights = n -> purpose.copies * Float.BYTES * parameters(n);
    ToDoubleFunction<Node> values = n -> execution.precision().bytes() * values(n, batch);
    Node largest =
        graph.nodes().stream()
            .max(
                Comparator.comparingDouble(
                    n -> Math.max(weights.applyAsDouble(n), values.applyAsDouble(n))))
            .orElseThrow();
    boolean byWeights = weights.applyAsDouble(largest) > values.applyAsDouble(largest);
    double itsBytes = (byWeights ? weights : values).applyAsDouble(largest);
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            """
            to %s %d examples at a time, this net takes %s%.1f GB of memory, and %s.
            Most of it is %.1f GB of %s of %s%s.
            Fix: %s, or a smaller input%s.""",
            purpose.words,
            batch,
            about,
            bytes / 1e9,
            limit(),
            itsBytes / 1e9,
            byWeights ? "weights" : "values",
            largest.origin().label(),
            source(largest),
            byWeights
                ? "fewer filters or units"
                : "fewer examples at a time, --batch-size or batchSize(…); fewer filters or units",
            javaBytes < machineBytes ? "; or a larger limit of Java's, -Xmx" : ""));
  }

  private String limit() {
    return javaBytes < machineBytes
        ? String.format(
            Locale.ROOT,
            "Java may have %.2f GB here, four times its -Xmx, of the machine's %.1f GB",
            javaBytes / 1e9,
            machineBytes / 1e9)
        : String.format(Locale.ROOT, "this machine has %.1f GB", machineBytes / 1e9);
  }

  private static String source(Node node) {
    String source = node.origin().source();
    return source.isEmpty() || source.length() > 60 ? "" : ", " + source;
  }
}
