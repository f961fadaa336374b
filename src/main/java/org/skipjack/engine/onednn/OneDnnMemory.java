package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;

import org.bytedeco.dnnl.engine;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.engine.Precision;
import org.skipjack.graph.Graph;

/** Forecasts memory by making the plans and adding up what they would take. */
final class OneDnnMemory {
  // Peak resident sets of `skipjack bench`, less the arrays: 220 MiB for ResNet-8 with its 102
  // primitives, 232 for ResNet-20, 236 for ResNet-56, 267 for ResNet-110 with 1,275 of them, on one
  // machine; 15 less on another, where as much as 25 lie between two runs of one command.
  private static final long JAVA_AND_LIBRARIES = 209L << 20;
  private static final long PRIMITIVE = 38L << 10;

  private OneDnnMemory() {}

  static MemoryEstimate of(Graph graph, int batch, Precision precision) {
    Bindings nothing = Bindings.none(graph, batch);
    try (engine cpu = new engine(dnnl_cpu, 0);
        OneDnnPlan training = OneDnnPlan.training(cpu, nothing, precision);
        OneDnnPlan inference = OneDnnPlan.inference(cpu, nothing, precision)) {
      long stored = training.storeBytes() + inference.storeBytes();
      return MemoryEstimate.of(
          graph,
          batch,
          new MemoryEstimate.Parts(
              JAVA_AND_LIBRARIES + PRIMITIVE * (training.size() + inference.size()),
              Math.max(training.arenaBytes(), inference.arenaBytes()) + stored,
              JAVA_AND_LIBRARIES + PRIMITIVE * inference.size(),
              inference.arenaBytes() + inference.storeBytes()));
    }
  }
}
