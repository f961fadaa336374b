package org.skipjack.engine;

import java.util.Optional;
import org.skipjack.graph.Graph;

/**
 * An engine: a backend that can run a graph. Implementations are services, declared under {@code
 * META-INF/services}.
 */
public interface Engine {

  /** The name that {@code --engine} takes, such as {@code samediff}. */
  String name();

  /** Of the engines that work on this machine, the one with the highest rank is the default. */
  int rank();

  /** Why this engine does not work on this machine; empty when it does. */
  Optional<String> unavailableReason();

  /** Why it does not compute in a precision on this machine; empty when it does. */
  Optional<String> unavailableReason(Precision precision);

  /** The number of threads that serves a single training best on this machine. */
  int usualThreads();

  /**
   * Forecasts the memory of a process that works on a graph.
   *
   * @param batch the number of examples in a step
   * @param execution this engine, with the threads and the precision to compute with
   */
  MemoryEstimate memory(Graph graph, int batch, Execution execution);

  /**
   * Makes a program for a graph.
   *
   * @param parameters the values that the program reads, and whose statistics it updates in
   *     training; the program works on these arrays, not on copies
   * @param execution this engine, with the threads and the precision to compute with
   * @throws IllegalArgumentException if the parameters are those of another graph
   */
  Program compile(Graph graph, Parameters parameters, Execution execution);

  /**
   * Makes a matrix product that runs as this engine runs the best of its own: through the same
   * library, with the second operand laid out as that library likes.
   *
   * @param execution this engine, with the threads and the precision to compute with
   */
  MatrixProduct product(MatrixProduct.Size size, Execution execution);
}
