package org.skipjack.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.skipjack.data.DataSplit;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Precision;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.ExecutionSpec;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.LocalRunner;
import org.skipjack.experiment.runner.Runner;
import org.skipjack.experiment.store.PlanList;
import org.skipjack.experiment.store.RunStore;
import org.skipjack.net.Net;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipeChange;
import org.skipjack.train.recipe.RecipeChoice;
import org.skipjack.train.recipe.TrainingLength;

/**
 * The description of a comparison: nets, paired by seed, on the same data. An immutable value;
 * {@link #run} runs it.
 *
 * <p>The words may come in any order: {@link #recipe} and {@link #execution} are a base, on which
 * stays what was set by a word of its own. The last of the same word counts; claims and those who
 * watch are added.
 *
 * <pre>{@code
 * ComparisonResult result =
 *     Comparison.of(resnet(20), plain(20)).on(shapes()).epochs(8).seeds(5).run();
 * }</pre>
 *
 * @param variants what is compared
 * @param data what all learn and are judged by
 * @param recipeChoice how all are trained, but for what a variant changes: see {@link #recipe()}
 * @param design seeds, pairs, question and claims
 * @param place where it is carried out and kept
 */
public record Comparison(
    List<Variant> variants,
    DataSplit data,
    RecipeChoice recipeChoice,
    Design design,
    RunSettings place) {

  /** Copies the list. */
  public Comparison {
    variants = List.copyOf(variants);
  }

  /** A comparison of nets, under the names that they have or get. */
  public static Subject of(Net... nets) {
    return new Subject(ArmNames.variants(List.of(nets)), Pairs.ALL);
  }

  /** A comparison of variants. */
  public static Subject of(Variant... variants) {
    return new Subject(List.of(variants), Pairs.ALL);
  }

  /** The nets of a comparison that has no data yet. */
  public record Subject(List<Variant> variants, Pairs pairs) {
    /** The comparison on some data: 3 seeds of the default recipe. */
    public Comparison on(DataSplit data) {
      return new Comparison(
          variants,
          data,
          RecipeChoice.of(Recipe.DEFAULT),
          Design.usual(pairs),
          RunSettings.usual());
    }
  }

  /** How all are trained: the recipe, with what was set by words of their own. */
  public Recipe recipe() {
    return recipeChoice.recipe();
  }

  /** The same for another number of epochs. */
  public Comparison epochs(int epochs) {
    return recipe(recipeChoice.with(new RecipeChange.Length(TrainingLength.ofEpochs(epochs))));
  }

  /**
   * The same with another recipe, but for what was set by a word of its own: {@code
   * epochs(8).recipe(r)} is eight epochs of r.
   */
  public Comparison recipe(Recipe changed) {
    return recipe(recipeChoice.on(changed));
  }

  private Comparison recipe(RecipeChoice changed) {
    return new Comparison(variants, data, changed, design, place);
  }

  /** The same from seeds 1 to {@code count}. */
  public Comparison seeds(int count) {
    return design(design.withSeeds(Seeds.count(count)));
  }

  /** The same from these seeds. */
  public Comparison seeds(long first, long second, long... more) {
    List<Long> all =
        LongStream.concat(LongStream.of(first, second), Arrays.stream(more)).boxed().toList();
    return design(design.withSeeds(new Seeds.Fixed(all)));
  }

  /** The same from as many seeds as it takes, by a rule that is fixed beforehand. */
  public Comparison until(StoppingRule rule) {
    return design(design.withRule(rule));
  }

  /** The same with the first arm held against each other, and these not against each other. */
  public Comparison againstFirst() {
    return design(design.withPairs(Pairs.WITH_FIRST));
  }

  /** The same with these arms held against each other. */
  public Comparison pairs(Pairs changed) {
    return design(design.withPairs(changed));
  }

  /** The same, to answer a question in words. */
  public Comparison question(String words) {
    return design(design.withQuestion(words));
  }

  /** The same, to show something more. */
  public Comparison claim(String text, Claim.Statement statement) {
    return design(design.withClaim(Claim.of(text, statement)));
  }

  /**
   * The same, each run computed in this way, on this number of threads, but for what was set by a
   * word of its own.
   */
  public Comparison execution(Execution changed) {
    return place(place.withExecution(place.executionChoice().on(changed)));
  }

  /** The same on another engine. */
  public Comparison engine(Engine changed) {
    return place(place.withExecution(place.executionChoice().withEngine(changed)));
  }

  /** The same in another precision. */
  public Comparison precision(Precision changed) {
    return place(place.withExecution(place.executionChoice().withPrecision(changed)));
  }

  /**
   * The same, each run on so many threads; unless it is said, runs side by side on one thread each,
   * as many as there are processors, or on more threads where there are fewer runs.
   */
  public Comparison threads(int changed) {
    return place(place.withExecution(place.executionChoice().withThreads(changed)));
  }

  /** The same, its runs kept in a folder. */
  public Comparison in(Path folder) {
    return place(place.withFolder(folder));
  }

  /** The same, carried out elsewhere. */
  public Comparison runner(Runner changed) {
    return place(place.withRunner(changed));
  }

  /** The same, watched by one more; those added before are told first. */
  public Comparison watch(ExperimentListener added) {
    return place(place.withWatch(added));
  }

  private Comparison design(Design changed) {
    return new Comparison(variants, data, recipeChoice, changed, place);
  }

  private Comparison place(RunSettings changed) {
    return new Comparison(variants, data, recipeChoice, design, changed);
  }

  /** What will be run. */
  public ExperimentPlan plan() {
    DataReference planned = DataReference.of(data);
    List<Arm> arms = variants.stream().map(variant -> arm(variant, planned)).toList();
    return new ExperimentPlan(
        design.question().orElseGet(() -> UsualQuestion.of(arms, planned)),
        arms,
        planned,
        design.seeds(arms),
        ExecutionSpec.of(place.execution(arms.size() * design.fewestSeeds())),
        design.pairs(),
        design.claims());
  }

  /** On the papers' own data, what is published of their nets stands beside ours. */
  private Arm arm(Variant variant, DataReference planned) {
    boolean known = planned.name().equals("cifar10") && variant.published().isEmpty();
    return (known ? variant.published(PublishedResults.of(variant.net())) : variant)
        .arm(recipe(), data.classes());
  }

  /**
   * Carries it out, or as much of it as the store does not have yet.
   *
   * <p>An interrupt of the thread stops the runs at their next batch. The result then holds what is
   * finished; the same call goes on from there.
   *
   * @throws org.skipjack.graph.ShapeException if a net does not fit together, or not the data
   * @throws org.skipjack.io.OutputException if the store cannot be written to
   */
  public ComparisonResult run() {
    Runner runner = place.runner().orElseGet(() -> new LocalRunner(DataProvider.of(data)));
    return new Experiment(plan(), RunStore.in(place.folder()), runner, place.watch()).run();
  }

  /**
   * Writes its plan to the store, before any run; a comparison that asks the same is then said to
   * be of that plan, which was registered.
   *
   * @return the plan's file
   * @throws org.skipjack.io.OutputException if the store cannot be written to
   */
  public Path register() {
    ExperimentPlan planned = plan();
    planned.check();
    PlanList list = PlanList.of(RunStore.in(place.folder()));
    var unusedHistory = list.enter(planned, true);
    return list.file(planned);
  }

  /** Its plan in words. */
  @Override
  public String toString() {
    return "%sNot run yet: run() does that.".formatted(plan());
  }
}
