package org.skipjack.cli;

import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.skipjack.data.DataSplit;
import org.skipjack.graph.Graph;
import org.skipjack.train.Checkpoints;
import org.skipjack.train.Training;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipePrinter;
import org.skipjack.train.recipe.Regularization;

/** What a training will do, for a person to read before it does. */
final class TrainingPlan {
  /** Of so many rates the highest is found in a moment. */
  private static final long MOST_LOOKED_AT = 100_000;

  private final StringBuilder lines = new StringBuilder();

  private TrainingPlan() {}

  /**
   * The plan, some lines with a new line at the end of each.
   *
   * @param name what the net was called
   */
  static String of(String name, Training training) {
    TrainingPlan plan = new TrainingPlan();
    Recipe recipe = training.recipe();
    plan.line("net", net(name, training.graph()));
    plan.line("data", data(training.data()));
    plan.line("length", length(training));
    plan.line("rate", rate(training));
    plan.line("optimizer", RecipePrinter.of(recipe.optimizer()));
    plan.line("augmentation", recipe.augmentation().toString());
    if (!recipe.extras().equals(Regularization.NONE)) {
      plan.line("extras", RecipePrinter.of(recipe.extras()));
    }
    plan.line("engine", engine(training));
    training.checkpoints().ifPresent(kept -> plan.line("folder", folder(kept)));
    return plan.lines.toString();
  }

  private void line(String what, String text) {
    lines.append(String.format(Locale.ROOT, "%-13s%s%n", what, text));
  }

  private static String net(String name, Graph graph) {
    return String.format(
        Locale.ROOT,
        "%s: %,d parameters, %,d multiply-accumulates an image",
        name,
        graph.parameterCount(),
        graph.macs());
  }

  private static String data(DataSplit data) {
    return String.format(
        Locale.ROOT,
        "%s: %,d training%s and %,d test images, [%d, %d, %d], %d classes",
        data.name(),
        data.training().size(),
        data.validation()
            .map(set -> String.format(Locale.ROOT, ", %,d validation", set.size()))
            .orElse(""),
        data.test().size(),
        data.channels(),
        data.height(),
        data.width(),
        data.classes());
  }

  private static String length(Training training) {
    int epochs = training.epochCount();
    int asked = training.recipe().batchSize();
    int images = training.data().training().size();
    return String.format(
        Locale.ROOT,
        "%d epoch%s, %,d updates of %d images%s",
        epochs,
        epochs == 1 ? "" : "s",
        updates(training),
        Math.min(asked, images),
        asked > images
            ? String.format(Locale.ROOT, ", the whole set: a batch was to have %d", asked)
            : "");
  }

  private static long updates(Training training) {
    return training.recipe().iterations(training.data().training().size());
  }

  /** The rates as they are if none depends on how the training goes. */
  private static String rate(Training training) {
    long updates = updates(training);
    var schedule = training.recipe().schedule();
    DoubleSummaryStatistics rates = new DoubleSummaryStatistics();
    long apart = Math.max(1, updates / MOST_LOOKED_AT);
    for (long i = 0; i < updates; i += apart) {
      rates.accept(schedule.learningRate(i, updates));
    }
    return String.format(
        Locale.ROOT,
        "%s: %.3g first, %.3g highest, %.3g last",
        RecipePrinter.of(schedule),
        schedule.learningRate(0, updates),
        rates.getMax(),
        schedule.learningRate(updates - 1, updates));
  }

  private static String engine(Training training) {
    return String.format(
        Locale.ROOT,
        "%s on %d threads in %s, seed %d",
        training.execution().engine().name(),
        training.execution().threads(),
        training.execution().precision(),
        training.seed().value());
  }

  private static String folder(Checkpoints kept) {
    Path folder = kept.folder();
    String within =
        kept.everySteps() > 0
            ? String.format(Locale.ROOT, " and every %,d updates", kept.everySteps())
            : kept.everySeconds() > 0
                ? String.format(Locale.ROOT, " and every %.0f seconds", kept.everySeconds())
                : "";
    return "%s: history, charts, figures; a checkpoint after each epoch%s"
        .formatted(folder, within);
  }
}
