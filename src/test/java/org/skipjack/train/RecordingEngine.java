package org.skipjack.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Execution;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.engine.OpTime;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Precision;
import org.skipjack.engine.Program;
import org.skipjack.engine.TensorListener;
import org.skipjack.graph.Graph;

/** The default engine, which also writes down what it is given. */
final class RecordingEngine implements Engine {
  private final Engine engine = Engines.best();

  /** The values that each program began with. */
  final List<Parameters> beginnings = new ArrayList<>();

  /** The values of each batch in training. */
  final List<List<Float>> batches = new ArrayList<>();

  /** The programs that were closed. */
  int closed;

  @Override
  public String name() {
    return "recording";
  }

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
    return engine.unavailableReason(precision);
  }

  @Override
  public int usualThreads() {
    return 1;
  }

  @Override
  public MemoryEstimate memory(Graph graph, int batch, Execution execution) {
    return engine.memory(graph, batch, execution);
  }

  @Override
  public Program compile(Graph graph, Parameters parameters, Execution execution) {
    beginnings.add(parameters.copy());
    return new Recording(execution.engine(engine).compile(graph, parameters));
  }

  @Override
  public MatrixProduct product(MatrixProduct.Size size, Execution execution) {
    return execution.engine(engine).threads(execution.threads()).product(size);
  }

  private final class Recording implements Program {
    private final Program program;

    Recording(Program program) {
      this.program = program;
    }

    @Override
    public Graph graph() {
      return program.graph();
    }

    @Override
    public Parameters parameters() {
      return program.parameters();
    }

    @Override
    public Parameters gradients() {
      return program.gradients();
    }

    @Override
    public INDArray forward(INDArray batch, RandomGenerator random) {
      List<Float> values = new ArrayList<>();
      for (float value : batch.dup('c').data().asFloat()) {
        values.add(value);
      }
      batches.add(values);
      return program.forward(batch, random);
    }

    @Override
    public void backward(INDArray outputGradient) {
      program.backward(outputGradient);
    }

    @Override
    public void watch(@Nullable TensorListener tensorListener) {
      program.watch(tensorListener);
    }

    @Override
    public INDArray predict(INDArray batch) {
      return program.predict(batch);
    }

    @Override
    public boolean observe(Consumer<OpTime> observer) {
      return program.observe(observer);
    }

    @Override
    public void close() {
      closed++;
      program.close();
    }
  }
}
