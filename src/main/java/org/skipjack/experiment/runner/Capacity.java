package org.skipjack.experiment.runner;

import java.util.List;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.ExecutionSpec;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Net;

/**
 * The capacity of a machine: processors and memory.
 *
 * @param processors of the machine, or of the container that this runs in
 * @param memoryBytes of the same
 */
public record Capacity(int processors, long memoryBytes) {
  /** What trainings may use; the rest is for the data and for others. */
  private static final double SHARE = 0.7;

  public static Capacity ofMachine() {
    return new Capacity(Runtime.getRuntime().availableProcessors(), MemoryEstimate.ofMachine());
  }

  /** How many of some trials may run at a time; at least one. */
  int atATime(List<Trial> trials) {
    int threads = trials.stream().mapToInt(trial -> trial.computation().threads()).max().orElse(1);
    int byProcessors = Math.max(1, processors / threads);
    if (byProcessors == 1) {
      return 1;
    }
    long largest =
        trials.stream().map(Demand::of).distinct().mapToLong(Demand::bytes).max().orElse(1);
    return (int) Math.max(1, Math.min(byProcessors, (long) (SHARE * memoryBytes) / largest));
  }

  /** The settings that a trial's memory depends on. */
  private record Demand(
      Net net, int batchSize, DataReference.Shape shape, ExecutionSpec computation) {
    static Demand of(Trial trial) {
      return new Demand(
          trial.net(), trial.recipe().batchSize(), trial.data().shape(), trial.computation());
    }

    long bytes() {
      Graph graph = Graph.of(net, Shape.image(shape.channels(), shape.height(), shape.width()));
      return computation.execution().memory(graph, batchSize).trainingBytes();
    }
  }
}
