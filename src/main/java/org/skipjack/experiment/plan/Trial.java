package org.skipjack.experiment.plan;

import java.util.List;
import org.skipjack.data.DataSplit;
import org.skipjack.io.Sha256;
import org.skipjack.net.Net;
import org.skipjack.train.Training;
import org.skipjack.train.history.History;
import org.skipjack.train.recipe.Recipe;

/**
 * A trial: one run of an experiment, with everything that its result depends on.
 *
 * @param name the arm's name; the result does not depend on it
 * @param net what is trained
 * @param recipe how
 * @param data what on; the result depends on its content alone
 * @param seed where weights, order, augmentation and dropout are drawn from
 * @param computation what computes
 */
public record Trial(
    String name, Net net, Recipe recipe, DataReference data, long seed, ExecutionSpec computation) {
  private static final int SHORT = 8;

  /** The identity of a trial. */
  private record Identity(
      Net net, Recipe recipe, List<String> images, long seed, ExecutionSpec computation) {}

  /** What a training is, under a name. */
  public static Trial of(String name, Training training) {
    return new Trial(
        name,
        training.net(),
        training.recipe(),
        DataReference.of(training.data()),
        training.seed().value(),
        ExecutionSpec.of(training.execution()));
  }

  /**
   * The SHA-256 of all that the result depends on, in hexadecimal: equal trials have equal results
   * on one machine.
   *
   * @throws IllegalArgumentException if the recipe has no text form
   */
  public String digest() {
    Identity identity = new Identity(net, recipe, data.digests(), seed, computation);
    return Sha256.of(ExperimentJson.JSON.line(identity));
  }

  /** The beginning of the digest, enough to name a folder by. */
  public String shortDigest() {
    return digest().substring(0, SHORT);
  }

  /** For example {@code "resnet20, seed 3"}. */
  public String title() {
    return name + ", seed " + seed;
  }

  /** The epochs that it has unless it ends early. */
  public int epochs() {
    return recipe.length().epochs(recipe.batches(data.training().images()));
  }

  /** Whether a history is that of all its epochs, or of as many as its patience left. */
  public boolean endsWith(History history) {
    int there = history.epochs().size();
    int patience = recipe.extras().patience();
    boolean mayEndEarly = patience > 0 && there > 0 && there < epochs();
    return there == epochs()
        || (mayEndEarly
            && history.best().map(best -> best.epoch() <= there - patience).orElse(false));
  }

  /** The training that carries it out. */
  public Training training(DataSplit split) {
    return Training.of(net).on(split).recipe(recipe).seed(seed).execution(computation.execution());
  }
}
