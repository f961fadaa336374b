package org.skipjack.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.skipjack.graph.Graph;

/**
 * Engine, number of threads and precision: the same execution on the same machine gives the same
 * bits.
 *
 * @param engine what computes
 * @param threads processors that one computation may use; positive
 * @param precision the numbers that it computes in
 * @param threadsChosen whether the number of threads was set, and so outlives a change of engine
 */
public record Execution(Engine engine, int threads, Precision precision, boolean threadsChosen) {

  /** So many threads may be asked for on a machine of any size. */
  public static final int MOST_THREADS = 256;

  /** Checks the number of threads, and that the engine has the precision on this machine. */
  public Execution {
    if (threads <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "threads is %d, expected 1 or more.%nFix: leave it out, and the machine decides",
              threads));
    }
    engine
        .unavailableReason(precision)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "the engine %s does not compute in %s here: %s.%nFix: leave the precision out; fp32 works everywhere"
                      .formatted(engine.name(), precision, reason));
            });
  }

  /** An engine on a chosen number of threads. */
  public Execution(Engine engine, int threads, Precision precision) {
    this(engine, threads, precision, true);
  }

  /** An engine on its usual number of threads, in float32. */
  public static Execution on(Engine engine) {
    return new Execution(engine, engine.usualThreads(), Precision.FP32, false);
  }

  /** The best engine of this machine on its usual number of threads, in float32. */
  public static Execution best() {
    return on(Engines.best());
  }

  /** The same on another engine, with its usual number of threads unless one was set. */
  public Execution engine(Engine changed) {
    int kept = threadsChosen ? threads : changed.usualThreads();
    return new Execution(changed, kept, precision, threadsChosen);
  }

  /**
   * The same on another number of threads; more than there are processors are of use only to have
   * the bits of a larger machine.
   *
   * @throws IllegalArgumentException if it is more than {@link #MOST_THREADS}, and more than four
   *     for each processor
   */
  public Execution threads(int changed) {
    int most = Math.max(MOST_THREADS, 4 * Runtime.getRuntime().availableProcessors());
    if (changed > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "threads is %d, expected 1 to %d on this machine of %d processors.%nFix: leave it out, and the machine decides",
              changed,
              most,
              Runtime.getRuntime().availableProcessors()));
    }
    return new Execution(engine, changed, precision);
  }

  /** The same in another precision. */
  public Execution precision(Precision changed) {
    return new Execution(engine, threads, changed, threadsChosen);
  }

  /** In words and numbers: {@code engine}, {@code threads}, {@code precision}. */
  public Map<String, Object> toMap() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("engine", engine.name());
    facts.put("threads", threads);
    facts.put("precision", precision.toString());
    return facts;
  }

  /** Forecasts the memory of a process that works on batches of this size. */
  public MemoryEstimate memory(Graph graph, int batch) {
    return engine.memory(graph, batch, this);
  }

  /**
   * Checks, before anything is allocated, that this machine has the memory of a training.
   *
   * @param batch the number of examples in a step
   * @throws IllegalArgumentException if it has not: the message says how much it takes
   */
  public void requireMemoryToTrain(Graph graph, int batch) {
    MemoryLimit.ofProcess().require(this, graph, batch, MemoryLimit.Purpose.TRAIN);
  }

  /**
   * Checks, before anything is allocated, that this machine has the memory of predictions.
   *
   * @param batch the number of examples that are predicted at a time
   * @throws IllegalArgumentException if it has not: the message says how much it takes
   */
  public void requireMemoryToPredict(Graph graph, int batch) {
    MemoryLimit.ofProcess().require(this, graph, batch, MemoryLimit.Purpose.PREDICT);
  }

  /**
   * Makes a program for a graph, see {@link Engine#compile}.
   *
   * @throws IllegalArgumentException if the parameters are those of another graph
   */
  public Program compile(Graph graph, Parameters parameters) {
    return engine.compile(graph, parameters, this);
  }

  /** Makes a matrix product, see {@link Engine#product}. */
  public MatrixProduct product(MatrixProduct.Size size) {
    return engine.product(size, this);
  }
}
