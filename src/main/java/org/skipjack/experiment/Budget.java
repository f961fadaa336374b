package org.skipjack.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.experiment.runner.Capacity;
import org.skipjack.graph.Graph;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingTimeEstimate;
import org.skipjack.train.recipe.Recipe;

/**
 * An estimate of what a training will cost, and which smaller experiment is known to show the same
 * effect.
 *
 * <p>The time is {@code beginning + images · epochs · s + tested · epochs · e}, with the seconds an
 * image takes to learn from, {@code s}, and to test with, {@code e}, from the medians of a {@link
 * org.skipjack.train.TrainingTimeEstimate}. Checkpoints and charts are not counted.
 *
 * @param training what it is about
 * @param parameters learned values
 * @param macs multiply-accumulates of one image, forward
 * @param depth layers with weights, as the papers count them
 * @param memory resident at most, see {@link MemoryEstimate}
 * @param machineBytes the memory that this machine has
 * @param probe what the first batches took
 */
public record Budget(
    Training training,
    long parameters,
    long macs,
    int depth,
    MemoryEstimate memory,
    long machineBytes,
    TrainingTimeEstimate probe) {

  /**
   * The budget of a training; trains for a few batches, and forgets what it learned.
   *
   * @throws org.skipjack.graph.ShapeException if the net does not fit together, or not the data
   * @throws IllegalStateException if the thread is interrupted
   */
  public static Budget of(Training training) {
    Graph graph = training.graph();
    return new Budget(
        training,
        graph.parameterCount(),
        graph.macs(),
        training.net().weighted().size(),
        training.execution().memory(graph, batch(training)),
        Capacity.ofMachine().memoryBytes(),
        training.probe());
  }

  private static int batch(Training training) {
    return Math.min(training.recipe().batchSize(), training.data().training().size());
  }

  /** Wall time of the training, from the medians of the probe. */
  public double seconds() {
    return seconds(probe.update(), probe.test());
  }

  /** Wall time if each batch were as fast as the fastest of the probe. */
  public double fewestSeconds() {
    return seconds(probe.training().get(0), probe.evaluation().get(0));
  }

  /** Wall time if each batch were as slow as the slowest of the probe. */
  public double mostSeconds() {
    return seconds(
        probe.training().get(probe.training().size() - 1),
        probe.evaluation().get(probe.evaluation().size() - 1));
  }

  private double seconds(double update, double evaluation) {
    int size = batch(training);
    double tested = (double) evaluated() / Math.min(training.data().test().size(), size);
    return probe.beginning()
        + learned() / size * update
        + training.epochCount() * tested * evaluation;
  }

  /** Images learned from in all epochs together. */
  private double learned() {
    Recipe recipe = training.recipe();
    int images = training.data().training().size();
    double epochs =
        recipe.epochs() > 0
            ? recipe.epochs()
            : (double) recipe.iterations(images) / recipe.withEpochs(1).iterations(images);
    return epochs * images;
  }

  /** Images validated and tested on after each epoch. */
  private int evaluated() {
    return training.data().validation().map(set -> set.size()).orElse(0)
        + training.data().test().size();
  }

  /** Smaller experiments that are known to show that plain nets degrade with depth. */
  public List<SmallerExperiment> smaller() {
    return SmallerExperiment.than(training, depth, seconds());
  }

  /** The estimates by name, in order. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("training", what());
    facts.put("parameters", format("%,d", parameters));
    facts.put("MACs", format("%,d an image; %d layers with weights", macs, depth));
    facts.put(
        "memory",
        format(
            "%,d MiB, and %,d MiB are here (whole process; data set not counted)%s",
            memory.trainingBytes() >> 20,
            machineBytes >> 20,
            memory.trainingBytes() > machineBytes ? ": too much; a smaller batch needs less" : ""));
    facts.put(
        "time",
        format(
            "%s; %s to %s by the fastest and the slowest of %d batches",
            TerminalProgress.duration(seconds()),
            TerminalProgress.duration(fewestSeconds()),
            TerminalProgress.duration(mostSeconds()),
            TrainingTimeEstimate.BATCHES));
    facts.put("rate", rate());
    if (!training.net().equals(training.net().plain())) {
      facts.put(
          "comparison",
          format(
              "%s beside its plain twin, one seed of each; five seeds %s",
              TerminalProgress.duration(2 * seconds()), TerminalProgress.duration(10 * seconds())));
    }
    return facts;
  }

  private String what() {
    return format(
        "%s on %s, %,d images in batches of %d, %s on %d thread%s in %s",
        training.recipe().length(),
        training.data().name(),
        training.data().training().size(),
        batch(training),
        training.execution().engine().name(),
        training.execution().threads(),
        training.execution().threads() == 1 ? "" : "s",
        training.execution().precision());
  }

  private String rate() {
    return format(
        "%.3g s a batch to learn from, %.0f images/s; %.3g s a batch to test with",
        probe.update(), batch(training) / probe.update(), probe.test());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  /** The facts in lines, then the smaller experiments. */
  @Override
  public String toString() {
    String lines =
        facts().entrySet().stream()
            .map(fact -> format("%-12s%s%n", fact.getKey(), fact.getValue()))
            .collect(Collectors.joining());
    String experiments =
        smaller().stream().map(each -> "- %s%n".formatted(each)).collect(Collectors.joining());
    return lines
        + "%nSmaller, and known to show how plain nets degrade with depth:%n".formatted()
        + experiments
        + "%s%n".formatted(UNKNOWN);
  }

  /** What nobody here has measured. */
  static final String UNKNOWN =
      "Fewer images (--limit) try out that all works; that they show it was not measured.";
}
