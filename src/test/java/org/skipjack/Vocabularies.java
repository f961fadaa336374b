package org.skipjack;

import static org.skipjack.net.Net.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.augmentation.Augmentation;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Execution;
import org.skipjack.engine.ExecutionChoice;
import org.skipjack.engine.Precision;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.experiment.runner.ExperimentListener;
import org.skipjack.experiment.runner.Runner;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.experiment.sweep.SweepPoint;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.train.Checkpoints;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.optimizer.Optimizer;
import org.skipjack.train.optimizer.Sgd;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipeChange;
import org.skipjack.train.recipe.RecipeChoice;
import org.skipjack.train.recipe.Regularization;
import org.skipjack.train.recipe.Schedule;
import org.skipjack.train.recipe.TrainingLength;

/** The words of the interface that set a value, with values for them. */
final class Vocabularies {
  private static final DataSplit DATA = Shapes.split(16, 32, 20, Seed.of(1));
  private static final Net NET = net().flatten().dense(10);
  private static final Recipe TWO = new Recipe(2, 4, Schedule.constant(0.2), Sgd.HE);
  private static final Engine FAST = StubEngine.FAST;
  private static final Engine EXACT = StubEngine.EXACT;
  private static final Axis DEPTHS = Axis.depth(8, 14);
  private static final Claim.Statement ABOVE = new Claim.Side(Metric.TEST_ERROR, "1").above("2");
  private static final Claim.Statement BELOW = new Claim.Side(Metric.TEST_ERROR, "2").above("1");

  private Vocabularies() {}

  static List<Vocabulary<?>> all() {
    List<Vocabulary<?>> all = new ArrayList<>();
    all.add(training());
    all.add(WordsOfStarts.subject());
    all.add(recipe());
    all.add(comparison());
    all.addAll(execution());
    all.addAll(recipes());
    all.addAll(sweep());
    all.addAll(WordsOfValues.charts());
    all.addAll(WordsOfValues.values());
    return all;
  }

  private static Vocabulary<Training> training() {
    TrainingListener first = new TrainingListener() {};
    TrainingListener second = new TrainingListener() {};
    return Vocabulary.of(Training.class, Training.of(NET).on(DATA).execution(Execution.on(FAST)))
        .sets("recipe", "recipe(Recipe)", t -> t.recipe(Recipe.he()), t -> t.recipe(TWO))
        .sets("length", "epochs(int)", t -> t.epochs(1), t -> t.epochs(5))
        .sets("length", "iterations(long)", t -> t.iterations(1), t -> t.iterations(50))
        .sets("rate", "learningRate(double)", t -> t.learningRate(0.3), t -> t.learningRate(0.4))
        .sets("warm-up", "warmUp(long)", t -> t.warmUp(3), t -> t.warmUp(4))
        .sets(
            "optimizer",
            "optimizer(Optimizer)",
            t -> t.optimizer(Optimizer.adam()),
            t -> t.optimizer(Sgd.HE))
        .sets("decay", "weightDecay(double)", t -> t.weightDecay(0.3), t -> t.weightDecay(0))
        .sets(
            "extras",
            "extras(Regularization)",
            t -> t.extras(Regularization.NONE.withMixup(1)),
            t -> t.extras(Regularization.NONE))
        .sets("batch size", "batchSize(int)", t -> t.batchSize(7), t -> t.batchSize(9))
        .sets(
            "schedule",
            "schedule(Schedule)",
            t -> t.schedule(Schedule.constant(1)),
            t -> t.schedule(Schedule.cosine(3)))
        .sets(
            "augmentation",
            "augmentation(Augmentation)",
            t -> t.augmentation(Augmentation.flip()),
            t -> t.augmentation(Augmentation.none()))
        .sets("seed", "seed(long)", t -> t.seed(3), t -> t.seed(4))
        .sets(
            "execution",
            "execution(Execution)",
            t -> t.execution(Execution.on(FAST)),
            t -> t.execution(new Execution(EXACT, 3, Precision.BF16)))
        .sets("engine", "engine(Engine)", t -> t.engine(FAST), t -> t.engine(EXACT))
        .sets("threads", "threads(int)", t -> t.threads(1), t -> t.threads(2))
        .sets(
            "precision",
            "precision(Precision)",
            t -> t.precision(Precision.BF16),
            t -> t.precision(Precision.FP32))
        .sets(
            "checkpoints",
            "checkpoints(Path)",
            t -> t.checkpoints(Path.of("a")),
            t -> t.checkpoints(Path.of("b")))
        .sets(
            "checkpoints",
            "checkpoints(Checkpoints)",
            t -> t.checkpoints(Checkpoints.in(Path.of("a")).everySteps(5)),
            t -> t.checkpoints(Checkpoints.in(Path.of("b")).everySeconds(7)))
        .sets(
            "start",
            "from(TrainedNet)",
            t -> t.from(WordsOfStarts.ZEROS.model()),
            t -> t.from(WordsOfStarts.ONES.model()))
        .sets(
            "start", "from(Run)", t -> t.from(WordsOfStarts.ZEROS), t -> t.from(WordsOfStarts.ONES))
        .sets(
            "start",
            "from(Path)",
            t -> t.from(WordsOfStarts.FILE_OF_ZEROS),
            t -> t.from(WordsOfStarts.FILE_OF_ONES))
        .adds(
            "listener",
            "listener(TrainingListener)",
            t -> t.listener(first),
            t -> t.listener(second));
  }

  private static Vocabulary<Recipe> recipe() {
    return Vocabulary.of(Recipe.class, Recipe.DEFAULT)
        .sets("length", "withEpochs(int)", r -> r.withEpochs(3), r -> r.withEpochs(4))
        .sets(
            "length",
            "withLength(TrainingLength)",
            r -> r.withLength(TrainingLength.ofIterations(9)),
            r -> r.withLength(TrainingLength.ofEpochs(9)))
        .sets("batch size", "withBatchSize(int)", r -> r.withBatchSize(7), r -> r.withBatchSize(9))
        .sets(
            "schedule",
            "withSchedule(Schedule)",
            r -> r.withSchedule(Schedule.constant(1)),
            r -> r.withSchedule(Schedule.cosine(3)))
        .sets(
            "optimizer",
            "withOptimizer(Optimizer)",
            r -> r.withOptimizer(Optimizer.adam()),
            r -> r.withOptimizer(Sgd.HE))
        .sets(
            "augmentation",
            "withAugmentation(Augmentation)",
            r -> r.withAugmentation(Augmentation.flip()),
            r -> r.withAugmentation(Augmentation.none()))
        .sets(
            "extras",
            "withExtras(Regularization)",
            r -> r.withExtras(Regularization.NONE.withMixup(1)),
            r -> r.withExtras(Regularization.NONE));
  }

  private static Vocabulary<Comparison> comparison() {
    ExperimentListener first = new ExperimentListener() {};
    ExperimentListener second = new ExperimentListener() {};
    Runner here = (trials, store, listener) -> {};
    Runner there = (trials, store, listener) -> {};
    return Vocabulary.of(
            Comparison.class,
            Comparison.of(Variant.of("1", NET), Variant.of("2", NET))
                .on(DATA)
                .execution(Execution.on(FAST)))
        .sets("recipe", "recipe(Recipe)", c -> c.recipe(Recipe.he()), c -> c.recipe(TWO))
        .sets("length", "epochs(int)", c -> c.epochs(1), c -> c.epochs(5))
        .sets("seeds", "seeds(int)", c -> c.seeds(2), c -> c.seeds(4))
        .sets("seeds", "seeds(long,long,long[])", c -> c.seeds(2, 3), c -> c.seeds(4, 5, 6))
        .sets(
            "seeds",
            "until(StoppingRule)",
            c -> c.until(StoppingRule.of(2, 5)),
            c -> c.until(StoppingRule.of(3, 6)))
        .sets("pairs", "againstFirst()", Comparison::againstFirst, Comparison::againstFirst)
        .sets("pairs", "pairs(Pairs)", c -> c.pairs(Pairs.ALL), c -> c.pairs(Pairs.ON_ONE_AXIS))
        .sets("question", "question(String)", c -> c.question("Why?"), c -> c.question("How?"))
        .adds(
            "claim",
            "claim(String,Statement)",
            c -> c.claim("one", ABOVE),
            c -> c.claim("other", BELOW))
        .sets(
            "execution",
            "execution(Execution)",
            c -> c.execution(Execution.on(FAST)),
            c -> c.execution(new Execution(EXACT, 3, Precision.BF16)))
        .sets("engine", "engine(Engine)", c -> c.engine(FAST), c -> c.engine(EXACT))
        .sets("threads", "threads(int)", c -> c.threads(1), c -> c.threads(2))
        .sets(
            "precision",
            "precision(Precision)",
            c -> c.precision(Precision.BF16),
            c -> c.precision(Precision.FP32))
        .sets("folder", "in(Path)", c -> c.in(Path.of("a")), c -> c.in(Path.of("b")))
        .sets("runner", "runner(Runner)", c -> c.runner(here), c -> c.runner(there))
        .adds("watch", "watch(ExperimentListener)", c -> c.watch(first), c -> c.watch(second));
  }

  private static List<Vocabulary<?>> execution() {
    return List.of(
        Vocabulary.of(Execution.class, Execution.on(FAST))
            .sets("engine", "engine(Engine)", e -> e.engine(FAST), e -> e.engine(EXACT))
            .sets("threads", "threads(int)", e -> e.threads(1), e -> e.threads(2))
            .sets(
                "precision",
                "precision(Precision)",
                e -> e.precision(Precision.BF16),
                e -> e.precision(Precision.FP32)),
        Vocabulary.of(ExecutionChoice.class, ExecutionChoice.BEST.on(Execution.on(FAST)))
            .sets(
                "execution",
                "on(Execution)",
                e -> e.on(Execution.on(EXACT)),
                e -> e.on(new Execution(FAST, 3, Precision.BF16)))
            .sets("engine", "withEngine(Engine)", e -> e.withEngine(FAST), e -> e.withEngine(EXACT))
            .sets("threads", "withThreads(int)", e -> e.withThreads(1), e -> e.withThreads(2))
            .sets(
                "precision",
                "withPrecision(Precision)",
                e -> e.withPrecision(Precision.BF16),
                e -> e.withPrecision(Precision.FP32)));
  }

  private static List<Vocabulary<?>> recipes() {
    return List.of(
        Vocabulary.of(RecipeChoice.class, RecipeChoice.of(Recipe.DEFAULT))
            .sets("recipe", "on(Recipe)", r -> r.on(Recipe.he()), r -> r.on(TWO))
            .sets(
                "batch size",
                "with(RecipeChange)",
                r -> r.with(new RecipeChange.BatchSize(7)),
                r -> r.with(new RecipeChange.BatchSize(9)))
            .sets(
                "decay",
                "with(RecipeChange)",
                r -> r.with(new RecipeChange.Decay(0.5)),
                r -> r.with(new RecipeChange.Decay(0))),
        Vocabulary.of(Schedule.class, Schedule.warmUp(5, Schedule.cosine(1)))
            .sets(
                "rate",
                "withHighestRate(double)",
                r -> r.withHighestRate(0.5),
                r -> r.withHighestRate(2)),
        Vocabulary.of(Optimizer.class, Optimizer.adam())
            .sets(
                "decay",
                "withWeightDecay(double)",
                r -> r.withWeightDecay(0.5),
                r -> r.withWeightDecay(0)),
        Vocabulary.of(Regularization.class, Regularization.NONE)
            .sets(
                "smoothing",
                "withLabelSmoothing(double)",
                r -> r.withLabelSmoothing(0.1),
                r -> r.withLabelSmoothing(0))
            .sets("mixup", "withMixup(double)", r -> r.withMixup(1), r -> r.withMixup(0))
            .sets("clip", "withClipNorm(double)", r -> r.withClipNorm(1), r -> r.withClipNorm(2))
            .sets(
                "average",
                "withAveraging(double)",
                r -> r.withAveraging(0.9),
                r -> r.withAveraging(0))
            .sets("patience", "withPatience(int)", r -> r.withPatience(3), r -> r.withPatience(0)));
  }

  private static List<Vocabulary<?>> sweep() {
    UnaryOperator<Recipe> shorter = recipe -> recipe.withEpochs(recipe.epochs() + 1);
    UnaryOperator<Recipe> longer = recipe -> recipe.withEpochs(2 * recipe.epochs());
    return List.of(
        Vocabulary.of(Sweep.class, Sweep.of(DEPTHS), WordsOfSweeps::seen)
            .adds(
                "points",
                "of(NetFamily)",
                s -> s.of(Families::preActResnet),
                s -> s.of(Families::resnet))
            .adds(
                "points",
                "each(UnaryOperator)",
                s -> s.each(point -> point.with(Option.width(4))),
                s -> s.each(point -> point.withRecipe(longer)))
            .sets("seeds", "seeds(int)", s -> s.seeds(2), s -> s.seeds(4))
            .adds(
                "finish",
                "finish(UnaryOperator)",
                s -> s.finish(variant -> variant.recipe(shorter)),
                s -> s.finish(variant -> variant.recipe(longer)))
            .sets("pairs", "pairs(Pairs)", s -> s.pairs(Pairs.ALL), s -> s.pairs(Pairs.WITH_FIRST)),
        Vocabulary.of(SweepPoint.class, WordsOfSweeps.point(), WordsOfSweeps::seen)
            .sets(
                "family",
                "withFamily(NetFamily)",
                p -> p.withFamily(Families::preActResnet),
                p -> p.withFamily(Families::resnet))
            .sets("depth", "withDepth(int)", p -> p.withDepth(8), p -> p.withDepth(20))
            .sets(
                "width",
                "with(FamilyOption)",
                p -> p.with(Option.width(4)),
                p -> p.with(Option.width(8)))
            .adds(
                "net",
                "thenNet(UnaryOperator)",
                p -> p.thenNet(Net::softmax),
                p -> p.thenNet(net -> net.dense(3)))
            .adds(
                "recipe",
                "withRecipe(UnaryOperator)",
                p -> p.withRecipe(shorter),
                p -> p.withRecipe(longer)),
        Vocabulary.of(Variant.class, Variant.of("a", NET), WordsOfSweeps::seen)
            .sets(
                "place",
                "at(Map)",
                v -> v.at(Map.of("depth", "8")),
                v -> v.at(Map.of("depth", "20")))
            .sets(
                "published",
                "published(List)",
                v -> v.published(List.of(PublishedResult.of("us", "7"))),
                v -> v.published(List.of()))
            .adds(
                "recipe", "recipe(UnaryOperator)", v -> v.recipe(shorter), v -> v.recipe(longer)));
  }
}
