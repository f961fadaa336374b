package org.skipjack.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipePrinter;
import org.skipjack.train.recipe.Regularization;

/** Prints a plan for people: its runs and its analysis. */
final class PlanPrinter {
  private static final int MOST_NETS = 12;

  private final StringBuilder lines = new StringBuilder();
  private final ExperimentPlan experimentPlan;

  private PlanPrinter(ExperimentPlan experimentPlan) {
    this.experimentPlan = experimentPlan;
  }

  /** Some lines, with a new line at the end of each. */
  static String of(ExperimentPlan experimentPlan) {
    PlanPrinter words = new PlanPrinter(experimentPlan);
    words.line("question", List.of(experimentPlan.question()));
    words.line("nets", words.nets());
    words.line(
        "data", List.of(experimentPlan.data() + ", " + experimentPlan.data().authenticity()));
    words.line("recipe", words.recipes());
    words.line("seeds", List.of(experimentPlan.seeds().words()));
    words.line("runs", List.of(words.runs()));
    words.line("claims", experimentPlan.claims().stream().map(Claim::toString).toList());
    return words.lines.toString();
  }

  /** Something and its values, one below the other. */
  private void line(String what, List<String> values) {
    String name = what;
    for (String value : values) {
      lines.append(String.format(Locale.ROOT, "%-10s%s%n", name, value));
      name = "";
    }
  }

  private List<String> nets() {
    List<Arm> arms = experimentPlan.arms();
    int longest = arms.stream().mapToInt(arm -> arm.name().length()).max().orElse(0);
    List<String> nets = new ArrayList<>();
    for (Arm arm : arms.subList(0, Math.min(arms.size(), MOST_NETS))) {
      nets.add(
          String.format(
              Locale.ROOT,
              "%-" + longest + "s  %,d parameters",
              arm.name(),
              experimentPlan.graph(arm).parameterCount()));
    }
    if (arms.size() > MOST_NETS) {
      nets.add(String.format(Locale.ROOT, "and %d more", arms.size() - MOST_NETS));
    }
    return nets;
  }

  /** Each recipe once, with the nets that have it where there are several. */
  private List<String> recipes() {
    Map<Recipe, List<String>> names = new LinkedHashMap<>();
    for (Arm arm : experimentPlan.arms()) {
      names.computeIfAbsent(arm.recipe(), recipe -> new ArrayList<>()).add(arm.name());
    }
    return names.entrySet().stream()
        .limit(MOST_NETS)
        .map(
            entry ->
                words(entry.getKey())
                    + (names.size() == 1 ? "" : ": " + String.join(", ", entry.getValue())))
        .toList();
  }

  private static String words(Recipe recipe) {
    List<String> words = new ArrayList<>();
    words.add(recipe.length() + " of batches of " + recipe.batchSize());
    words.add(RecipePrinter.of(recipe.schedule()));
    words.add(RecipePrinter.of(recipe.optimizer()));
    words.add("augmentation " + recipe.augmentation());
    if (!recipe.extras().equals(Regularization.NONE)) {
      words.add(RecipePrinter.of(recipe.extras()));
    }
    return String.join("; ", words);
  }

  private String runs() {
    int fewest = experimentPlan.seeds().looks().get(0) * experimentPlan.arms().size();
    int most = experimentPlan.seeds().all().size() * experimentPlan.arms().size();
    return "%s, each on %s"
        .formatted(fewest == most ? most : fewest + " to " + most, experimentPlan.computation());
  }
}
