package org.skipjack.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Shape;

/**
 * A forecast of the memory that a process has resident at most, Java's own included; the pixels of
 * the data set are not.
 *
 * @param trainingBytes of a training by gradient descent with momentum, tests between its epochs
 *     included
 * @param inferenceBytes of predictions
 */
public record MemoryEstimate(long trainingBytes, long inferenceBytes) {

  /** Values, gradients and velocity. */
  private static final int COPIES_IN_TRAINING = 3;

  /** What the engine has in memory at one time or another; each number in bytes. */
  public record Parts(
      long runtimeOfTraining, long forTraining, long runtimeOfInference, long forInference) {}

  /**
   * Adds what every engine needs: parameters, batches, and factors of dropout.
   *
   * @param parts what this engine needs beside them
   */
  public static MemoryEstimate of(Graph graph, int batch, Parts parts) {
    long learned = Float.BYTES * graph.parameterCount();
    long statistics =
        Float.BYTES
            * graph.parameters().stream()
                .filter(parameter -> !parameter.learned())
                .mapToLong(Parameter::elements)
                .sum();
    // Two batches are there: one is decoded while the other is in use; and the engine has a copy.
    long batches = 3 * bytes(graph.inputShape(), batch) + 3 * bytes(graph.output().shape(), batch);
    long dropout =
        graph.nodes().stream()
            .filter(node -> node.op() instanceof Noise noise && !noise.perBatch())
            .map(Node::shape)
            .mapToLong(shape -> bytes(shape, batch))
            .sum();
    return new MemoryEstimate(
        parts.runtimeOfTraining()
            + parts.forTraining()
            + COPIES_IN_TRAINING * (learned + statistics)
            + batches
            + dropout,
        parts.runtimeOfInference() + parts.forInference() + learned + statistics + batches);
  }

  /** The memory of this machine, or of the container. */
  public static long ofMachine() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  /** The bytes of a batch of float32 values. */
  public static long bytes(Shape shape, int batch) {
    return (long) Float.BYTES * batch * shape.elements();
  }
}
