package org.skipjack.experiment.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.io.Sha256;

/**
 * The plan of an experiment, as a value that can be serialized and passed to any runner: every arm
 * with every seed on the same data.
 *
 * <p>Arms are paired by seed: a seed gives all of them the same order of images and, where they
 * share a layer, the same first weights.
 *
 * @param question what the experiment is to answer, in words
 * @param arms what is compared; one or more, of different names
 * @param data what all arms learn and are judged by
 * @param seeds how many runs each arm gets
 * @param computation what computes each run
 * @param pairs which arms are held against each other
 * @param claims what is to be shown
 */
public record ExperimentPlan(
    String question,
    List<Arm> arms,
    DataReference data,
    Seeds seeds,
    ExecutionSpec computation,
    Pairs pairs,
    List<Claim> claims) {
  private static final int MOST_IN_TITLE = 4;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no arm, two have one name, or a claim is about
   *     none
   */
  public ExperimentPlan {
    arms = List.copyOf(arms);
    claims = List.copyOf(claims);
    List<String> names = arms.stream().map(Arm::name).toList();
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "the arms are called %s, expected one or more names that differ.%nFix: leave one out; in Java, variant(\"wide\", net) names one"
              .formatted(names));
    }
    for (Claim claim : claims) {
      claim.requireArms(names);
    }
  }

  /** The arm of a name. */
  public Arm arm(String name) {
    return arms.stream()
        .filter(arm -> arm.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Claim.noArm(name, arms.stream().map(Arm::name).toList()));
  }

  /** The run of an arm from a seed. */
  public Trial trial(Arm arm, long seed) {
    return new Trial(arm.name(), arm.net(), arm.recipe(), data, seed, computation);
  }

  /**
   * The runs of the first seeds: seed by seed, so that pairs are complete early, and in each the
   * arms with most work first, so that all processors end together.
   */
  public List<Trial> trials(int seedCount) {
    List<Arm> longFirst =
        arms.stream().sorted(Comparator.comparingDouble(this::work).reversed()).toList();
    return seeds.all().stream()
        .limit(seedCount)
        .flatMap(seed -> longFirst.stream().map(arm -> trial(arm, seed)))
        .toList();
  }

  /**
   * What an arm means for the data.
   *
   * @throws org.skipjack.graph.ShapeException if its net does not fit together, or not the data
   */
  public Graph graph(Arm arm) {
    DataReference.Shape shape = data.shape();
    Graph graph = Graph.of(arm.net(), Shape.image(shape.channels(), shape.height(), shape.width()));
    graph.requireClasses(shape.classes(), data.name());
    return graph;
  }

  /**
   * Sees to it that every arm can be run here, before any is.
   *
   * @throws org.skipjack.graph.ShapeException if a net does not fit together, or not the data
   * @throws IllegalArgumentException if this machine has no such engine, or a recipe no text form
   *     or changes images beyond their size
   */
  public void check() {
    var unusedExecution = computation.execution();
    for (Arm arm : arms) {
      var unusedGraph = graph(arm);
      arm.recipe().augmentation().requireFits(data.shape().height(), data.shape().width());
      var unusedDigest = trial(arm, seeds.all().get(0)).digest();
    }
  }

  /** The multiply-accumulates of one run's forward passes over its training images. */
  public double work(Arm arm) {
    return (double) graph(arm).macs()
        * arm.recipe().iterations(data.training().images())
        * arm.recipe().batchSize();
  }

  /** The SHA-256 of the plan, in hexadecimal. */
  public String digest() {
    return Sha256.of(ExperimentJson.JSON.line(this));
  }

  /** The SHA-256 of what does not change when seeds or claims are added, in hexadecimal. */
  public String digestOfComparison() {
    ExperimentPlan bare =
        new ExperimentPlan(
            "", arms, data.withoutOrigin(), Seeds.count(1), computation, pairs, List.of());
    return bare.digest();
  }

  /** For example {@code "plain20 against resnet20 on shapes16"}; of many arms the question. */
  public String title() {
    return arms.size() > MOST_IN_TITLE
        ? question
        : arms.stream().map(Arm::name).collect(Collectors.joining(" against "))
            + " on "
            + data.name();
  }

  /** What it will run and how it will judge, in some lines. */
  @Override
  public String toString() {
    return PlanPrinter.of(this);
  }
}
