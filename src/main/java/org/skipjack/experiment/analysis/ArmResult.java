package org.skipjack.experiment.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.statistics.Sample;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.train.history.History;

/**
 * All runs of one arm.
 *
 * @param arm what was run
 * @param parameters values that its net learns
 * @param macs multiply-accumulates of one image's forward pass
 * @param runs by seed, those that are finished
 */
public record ArmResult(Arm arm, long parameters, long macs, Map<Long, RunResult> runs) {
  /** Copies the map, keeping its order. */
  public ArmResult {
    runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
  }

  /** The arm's name. */
  public String name() {
    return arm.name();
  }

  /** The histories of the runs that have a result, in the order of their seeds. */
  public List<History> histories() {
    return runs.values().stream().filter(RunResult::hasResult).map(RunResult::history).toList();
  }

  /** The figure of the last epoch of each run that has a result; nothing if none has. */
  public Optional<Sample> sample(Metric metric) {
    List<Double> values = histories().stream().map(metric::of).toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(new Sample(values));
  }

  /** The seeds whose training diverged. */
  public List<Long> diverged() {
    return runs.entrySet().stream()
        .filter(run -> run.getValue().status() == RunResult.Status.DIVERGED)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a seed has a result. */
  boolean has(long seed) {
    RunResult run = runs.get(seed);
    return run != null && run.hasResult();
  }

  /** The figure of a seed that has a result. */
  double of(long seed, Metric metric) {
    return metric.of(Objects.requireNonNull(runs.get(seed)).history());
  }
}
