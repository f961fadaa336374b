package org.skipjack.engine.samediff;

import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Execution;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Precision;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;

/** Runs graphs as SameDiff operations. */
public final class SameDiffEngine implements Engine {
  private static final long RUNTIME = 300L << 20;

  @Override
  public String name() {
    return "samediff";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public Optional<String> unavailableReason() {
    try {
      Nd4j.getBackend();
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of("ND4J has no native library for this machine (" + e.getMessage() + ")");
    }
  }

  @Override
  public Optional<String> unavailableReason(Precision precision) {
    return precision == Precision.FP32
        ? Optional.empty()
        : Optional.of("ND4J has no convolution in " + precision);
  }

  /**
   * One: ND4J's threads wait for each other by spinning, and a busy neighbor costs them tenfold.
   */
  @Override
  public int usualThreads() {
    return 1;
  }

  /** A rough one: SameDiff says only while it runs which of its arrays it keeps. */
  @Override
  public MemoryEstimate memory(Graph graph, int batch, Execution execution) {
    long values =
        graph.nodes().stream().mapToLong(node -> MemoryEstimate.bytes(node.shape(), batch)).sum();
    return MemoryEstimate.of(
        graph, batch, new MemoryEstimate.Parts(RUNTIME, 2 * values, RUNTIME, values));
  }

  @Override
  public Program compile(Graph graph, Parameters parameters, Execution execution) {
    parameters.requireFor(graph);
    return new SameDiffProgram(graph, parameters, execution.threads());
  }

  @Override
  public MatrixProduct product(MatrixProduct.Size size, Execution execution) {
    return new SameDiffMatmul(size, execution.threads());
  }
}
