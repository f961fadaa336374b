package org.skipjack;

import java.util.Optional;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Execution;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Precision;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;

/** An engine that has every precision and computes nothing. */
record StubEngine(String name, int usualThreads) implements Engine {
  static final Engine FAST = new StubEngine("fast", 4);
  static final Engine EXACT = new StubEngine("exact", 1);

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public Optional<String> unavailableReason() {
    return Optional.empty();
  }

  @Override
  public Optional<String> unavailableReason(Precision precision) {
    return Optional.empty();
  }

  @Override
  public MemoryEstimate memory(Graph graph, int batch, Execution execution) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Program compile(Graph graph, Parameters parameters, Execution execution) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MatrixProduct product(MatrixProduct.Size size, Execution execution) {
    throw new UnsupportedOperationException();
  }
}
