package org.skipjack.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.skipjack.graph.Graph;

/**
 * The result of a benchmark: the times of a net, and the machine's limit in the same minute.
 *
 * @param bench what was measured
 * @param times of the steps
 * @param before the machine's limit before the steps
 * @param after the machine's limit after them
 * @param peakMemoryBytes the most memory that the process held until then; see {@link PeakMemory}
 */
public record Measurement(
    Bench bench,
    StepTimes times,
    MatmulLimit before,
    MatmulLimit after,
    OptionalLong peakMemoryBytes) {

  /** Images in a second, from the median step. */
  public double imagesPerSecond() {
    return rate(0.5);
  }

  /** Images in a second that a share of the steps fell below, in [0, 1]. */
  public double rate(double share) {
    return bench.batch() / times.quantile(1 - share);
  }

  /**
   * 10⁹ floating point operations in a second, see {@link BenchTask#flops}; from the median step.
   */
  public double gflops() {
    return imagesPerSecond() * bench.task().flops(bench.graph()) / 1e9;
  }

  /** The machine's limit: the better of the two, since a neighbor's work can only lower them. */
  public MatmulLimit limit() {
    return before.or(after);
  }

  /** {@link #gflops} as a share of the limit. */
  public double shareOfLimit() {
    return gflops() / (limit().flopsPerSecond() / 1e9);
  }

  /** In words and numbers, for JSON; {@code peakMemoryBytes} is null where it is unknown. */
  public Map<String, @Nullable Object> toMap() {
    Graph graph = bench.graph();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("task", bench.task().toString());
    facts.put("net", bench.net().toString());
    facts.put("input", bench.input().sizes());
    facts.put("batch", bench.batch());
    facts.putAll(bench.execution().toMap());
    facts.put("warmUpSteps", bench.warmUp());
    facts.put("steps", bench.steps());
    facts.put("imagesPerSecond", imagesPerSecond());
    facts.put("imagesPerSecondQuartiles", new double[] {rate(0.25), rate(0.75)});
    facts.put("stepSeconds", times.median());
    facts.put("parameters", graph.parameterCount());
    facts.put("macsPerImage", graph.macs());
    facts.put("flopsPerImage", bench.task().flops(graph));
    facts.put("gflops", gflops());
    facts.put("limitGflops", limit().flopsPerSecond() / 1e9);
    facts.put("limitGflopsBefore", before.flopsPerSecond() / 1e9);
    facts.put("limitGflopsAfter", after.flopsPerSecond() / 1e9);
    facts.put("limitProduct", limit().size().toString());
    facts.put("shareOfLimit", shareOfLimit());
    facts.put("peakMemoryBytes", peakMemoryBytes.isPresent() ? peakMemoryBytes.getAsLong() : null);
    return facts;
  }
}
