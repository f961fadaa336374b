package org.skipjack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.skipjack.engine.Execution;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.Recipe;

/**
 * The description of a benchmark; {@link #run} runs it.
 *
 * @param task training or inference
 * @param net what is timed
 * @param input the shape of an image
 * @param batch images in a step; positive
 * @param warmUp steps that come first and are not counted; positive
 * @param steps steps that are timed; positive
 * @param execution what computes, on how many threads, in which precision
 */
public record Bench(
    BenchTask task, Net net, Shape input, int batch, int warmUp, int steps, Execution execution) {

  private static final int MOST_STEPS = 1_000_000;

  /** Checks the counts and the shape. */
  public Bench {
    Recipe.requireBatchSize("batch", batch);
    requirePositive("warm-up", warmUp, 3);
    requirePositive("steps", steps, 20);
    if (!input.isImage()) {
      throw new IllegalArgumentException(
          "the input is %s, expected images [N, C, H, W].%nFix: a shape such as 3x32x32"
              .formatted(input));
    }
  }

  /** A net at a task on 3×32×32 images: 3 steps to warm up and 20 timed ones of 128 images. */
  public static Bench of(BenchTask benchTask, Net net, Execution execution) {
    return new Bench(benchTask, net, Shape.image(3, 32, 32), 128, 3, 20, execution);
  }

  /** The same with images of another shape. */
  public Bench input(Shape changed) {
    return new Bench(task, net, changed, batch, warmUp, steps, execution);
  }

  /** The same with another number of images in a step. */
  public Bench batch(int changed) {
    return new Bench(task, net, input, changed, warmUp, steps, execution);
  }

  /** The same with other numbers of steps. */
  public Bench steps(int changedWarmUp, int changed) {
    return new Bench(task, net, input, batch, changedWarmUp, changed, execution);
  }

  /**
   * What the net means for the input.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   */
  public Graph graph() {
    return Graph.of(net, input);
  }

  /**
   * Measures.
   *
   * @return empty if the thread was interrupted; its interrupt status then stays set
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the input
   * @throws IllegalArgumentException if the images would not fit into an array, or the net's output
   *     is nothing to train
   */
  public Optional<Measurement> run(BenchListener listener) {
    requireMemory();
    StepClock clock = new StepClock(warmUp, warmUp + steps, listener);
    Steps timed = task == BenchTask.TRAIN ? new TrainingSteps(this) : new InferenceSteps(this);
    MatmulLimit before = limit(listener);
    timed.run(clock);
    if (!clock.isComplete()) {
      return Optional.empty();
    }
    OptionalLong peak = PeakMemory.bytes();
    return Optional.of(new Measurement(this, clock.times(), before, limit(listener), peak));
  }

  private void requireMemory() {
    switch (task) {
      case TRAIN -> execution.requireMemoryToTrain(graph(), batch);
      case INFER -> execution.requireMemoryToPredict(graph(), batch);
    }
  }

  private MatmulLimit limit(BenchListener listener) {
    MatmulLimit limit = MatmulLimit.of(execution);
    listener.limitMeasured(limit);
    return limit;
  }

  private static void requirePositive(String what, int value, int usual) {
    if (value < 1 || value > MOST_STEPS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %d, expected 1 to %d.%nFix: %d is usual",
              what,
              value,
              MOST_STEPS,
              usual));
    }
  }

  /** Steps that tell a clock when one is done. */
  interface Steps {
    /** Runs them all, or until the thread is interrupted. */
    void run(StepClock clock);
  }

  /** A clock that measures the time between the ends of steps. */
  static final class StepClock {
    private final int warmUp;
    private final int steps;
    private final BenchListener listener;
    private final List<Double> seconds = new ArrayList<>();
    private int done;
    private long last;

    StepClock(int warmUp, int steps, BenchListener listener) {
      this.warmUp = warmUp;
      this.steps = steps;
      this.listener = listener;
    }

    /** A step is done; what comes after the last one is not counted. */
    void stepped() {
      long now = System.nanoTime();
      if (isComplete()) {
        return;
      }
      done++;
      if (done > warmUp) {
        seconds.add((now - last) / 1e9);
      }
      listener.stepped(done, steps);
      last = System.nanoTime();
    }

    boolean isComplete() {
      return done == steps;
    }

    StepTimes times() {
      return new StepTimes(seconds);
    }
  }
}
