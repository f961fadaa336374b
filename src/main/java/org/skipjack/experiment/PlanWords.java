package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.train.Extras;
import org.skipjack.train.Recipe;
import org.skipjack.train.RecipeWords;

/** What a plan will run and how it will judge, for a person to read before it does. */
final class PlanWords {
  private static final int MOST_NETS = 12;

  private final StringBuilder lines = new StringBuilder();
  private final Plan plan;

  private PlanWords(Plan plan) {
    this.plan = plan;
  }

  /** Some lines, with a new line at the end of each. */
  static String of(Plan plan) {
    PlanWords words = new PlanWords(plan);
    words.line("question", List.of(plan.question()));
    words.line("nets", words.nets());
    words.line("data", List.of(plan.data() + ", " + plan.data().authenticity()));
    words.line("recipe", words.recipes());
    words.line("seeds", List.of(plan.seeds().words()));
    words.line("runs", List.of(words.runs()));
    words.line("claims", plan.claims().stream().map(Claim::text).toList());
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
    List<Arm> arms = plan.arms();
    int longest = arms.stream().mapToInt(arm -> arm.name().length()).max().orElse(0);
    List<String> nets = new ArrayList<>();
    for (Arm arm : arms.subList(0, Math.min(arms.size(), MOST_NETS))) {
      nets.add(
          String.format(
              Locale.ROOT,
              "%-" + longest + "s  %,d parameters",
              arm.name(),
              plan.graph(arm).parameterCount()));
    }
    if (arms.size() > MOST_NETS) {
      nets.add(String.format(Locale.ROOT, "and %d more", arms.size() - MOST_NETS));
    }
    return nets;
  }

  /** Each recipe once, with the nets that have it where there are several. */
  private List<String> recipes() {
    Map<Recipe, List<String>> names = new LinkedHashMap<>();
    for (Arm arm : plan.arms()) {
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
    words.add(RecipeWords.of(recipe.schedule()));
    words.add(RecipeWords.of(recipe.optimiser()));
    words.add("augmentation " + recipe.augmentation());
    if (!recipe.extras().equals(Extras.NONE)) {
      words.add(RecipeWords.of(recipe.extras()));
    }
    return String.join("; ", words);
  }

  private String runs() {
    int fewest = plan.seeds().looks().get(0) * plan.arms().size();
    int most = plan.seeds().all().size() * plan.arms().size();
    return "%s, each on %s"
        .formatted(fewest == most ? most : fewest + " to " + most, plan.computation());
  }
}
