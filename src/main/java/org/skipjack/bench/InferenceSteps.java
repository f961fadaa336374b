package org.skipjack.bench;

import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;
import org.skipjack.data.Seed;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.train.ParameterInitializer;

/** Predictions by a net that has learned nothing, which takes as long. */
final class InferenceSteps implements Bench.Steps {
  private final Graph graph;
  private final Execution execution;
  private final Dataset data;
  private final int batch;

  InferenceSteps(Bench bench) {
    graph = bench.graph();
    execution = bench.execution();
    long images = (long) bench.batch() * (bench.warmUp() + bench.steps());
    batch = bench.batch();
    data = RandomImages.of(images, bench.input(), 1);
  }

  @Override
  public void run(Bench.StepClock clock) {
    try (Program program =
            execution.compile(
                graph, ParameterInitializer.draw(graph, Seed.of(1).split("weights")));
        Batches batches = new Batches(data, PixelMean.of(data), batch);
        Feed feed = batches.inOrder()) {
      while (feed.hasNext() && !Thread.currentThread().isInterrupted()) {
        var unused = program.predict(feed.next().images());
        clock.stepped();
      }
    }
  }
}
