package org.skipjack.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Pairs;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipePrinter;

/** How a comparison was made and judged, in words. */
final class Method {
  private Method() {}

  static String of(ComparisonResult result) {
    List<String> sentences = new ArrayList<>();
    result.history().words(result.plan()).ifPresent(sentences::add);
    sentences.addAll(sentences(result.plan()));
    return HtmlFragments.list(sentences) + recipes(result.plan());
  }

  private static List<String> sentences(ExperimentPlan experimentPlan) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Nets are paired by seed: from one seed all see the same images in the same order, and start from the same weights where they share a layer.");
    sentences.add(
        experimentPlan
            .seeds()
            .words()
            .replace("(Armitage, McPherson and Rowe 1969; Pocock 1977)", "[7, 8]"));
    sentences.add("Each run is computed by %s.".formatted(experimentPlan.computation()));
    sentences.add(
        "The figures that count are the errors of the last epoch. The training error of an epoch is counted on its batches as they pass, the test error after it.");
    sentences.add(
        "%s Differences are judged by the paired t test and its interval [1]; beside it stand exact signed ranks [3] and, of ten pairs or more, a bias-corrected and accelerated bootstrap of 10,000 resamples [2]. d is the mean difference over its standard deviation [4], g the same without the bias of few pairs [5]."
            .formatted(compared(experimentPlan.pairs())));
    sentences.add(
        experimentPlan.seeds() instanceof Seeds.UntilDecided
            ? "All pairs share the level of the repeated test in equal parts. All claims share another such level, each corrected for their number and for all looks."
            : "Where several pairs are compared, p is corrected for their number within each figure [6]. The intervals of several claims share their level in equal parts.");
    if (claimsEquality(experimentPlan)) {
      sentences.add(
          "That two errors are equal within a margin is tested by two one-sided t tests, each at half of the level: both reject where the interval of the difference lies within the margin [9]. That a difference is not told from none does not show it.");
    }
    return sentences;
  }

  private static boolean claimsEquality(ExperimentPlan experimentPlan) {
    return experimentPlan.claims().stream()
        .anyMatch(claim -> claim.statement() instanceof Claim.Within);
  }

  private static String compared(Pairs pairs) {
    return switch (pairs) {
      case ALL -> "Every net is compared with every other.";
      case WITH_FIRST -> "The first net is compared with each other.";
      case ON_ONE_AXIS ->
          "Those are compared that differ on one axis of the sweep alone, each value of it with its first.";
    };
  }

  private static String recipes(ExperimentPlan experimentPlan) {
    Map<Recipe, List<String>> names = new LinkedHashMap<>();
    for (Arm arm : experimentPlan.arms()) {
      names.computeIfAbsent(arm.recipe(), recipe -> new ArrayList<>()).add(arm.name());
    }
    StringBuilder html = new StringBuilder();
    names.forEach(
        (recipe, arms) ->
            html.append(
                HtmlFragments.table(
                    List.of("recipe", names.size() == 1 ? "all nets" : String.join(", ", arms)),
                    rows(recipe))));
    return html.toString();
  }

  private static List<List<String>> rows(Recipe recipe) {
    return List.of(
        List.of("length", recipe.length().toString()),
        List.of("batch size", Integer.toString(recipe.batchSize())),
        List.of("schedule", RecipePrinter.of(recipe.schedule())),
        List.of("optimizer", RecipePrinter.of(recipe.optimizer())),
        List.of("augmentation", recipe.augmentation().toString()),
        List.of("beside", RecipePrinter.of(recipe.extras())));
  }

  /** The papers and the public reproductions whose figures stand beside ours. */
  private static List<String> ofPublished(List<String> sources) {
    List<String> references = new ArrayList<>();
    if (sources.stream().anyMatch(source -> source.startsWith("He et al. 2016"))) {
      references.add(
          "K. He, X. Zhang, S. Ren, J. Sun: Identity mappings in deep residual networks. 2016, arXiv:1603.05027.");
    }
    String others =
        sources.stream()
            .filter(source -> !source.startsWith("He et al."))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      references.add(
          others
              + ": repositories of these names on GitHub that repeat the CIFAR-10 experiments of He et al. 2015; single runs, or the mean of as many as is said.");
    }
    return references;
  }

  private static boolean isReadOffACurve(Arm arm) {
    return arm.net().equals(arm.net().plain())
        && PublishedResult.sources(List.of(arm)).contains("He et al. 2015");
  }

  static List<String> references(ExperimentPlan experimentPlan) {
    List<String> references =
        new ArrayList<>(
            List.of(
                "K. He, X. Zhang, S. Ren, J. Sun: Deep residual learning for image recognition. 2015, arXiv:1512.03385.",
                "[1] Student: The probable error of a mean. Biometrika 6, 1908.",
                "[2] B. Efron: Better bootstrap confidence intervals. Journal of the American Statistical Association 82, 1987.",
                "[3] F. Wilcoxon: Individual comparisons by ranking methods. Biometrics Bulletin 1, 1945.",
                "[4] J. Cohen: Statistical power analysis for the behavioral sciences, 2nd edition. 1988.",
                "[5] L. Hedges: Distribution theory for Glass's estimator of effect size and related estimators. Journal of Educational Statistics 6, 1981.",
                "[6] S. Holm: A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 1979."));
    references.addAll(ofPublished(PublishedResult.sources(experimentPlan.arms())));
    if (experimentPlan.arms().stream().anyMatch(Method::isReadOffACurve)) {
      references.add(
          "He et al. 2015 give their plain nets as curves alone: those errors are as a-martyn read them off Fig. 6.");
    }
    if (experimentPlan.seeds() instanceof Seeds.UntilDecided) {
      references.add(
          "[7] P. Armitage, C. McPherson, B. Rowe: Repeated significance tests on accumulating data. Journal of the Royal Statistical Society A 132, 1969.");
      references.add(
          "[8] S. Pocock: Group sequential methods in the design and analysis of clinical trials. Biometrika 64, 1977.");
    }
    if (claimsEquality(experimentPlan)) {
      references.add(
          "[9] D. Schuirmann: A comparison of the two one-sided tests procedure and the power approach for assessing the equivalence of average bioavailability. Journal of Pharmacokinetics and Biopharmaceutics 15, 1987.");
    }
    return references;
  }
}
