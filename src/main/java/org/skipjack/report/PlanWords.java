package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skipjack.experiment.PublishedResults;
import org.skipjack.experiment.UsualQuestion;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.experiment.sweep.Papers;

/**
 * Holds the words of a plan against what they mean: names of nets, question, claims, published
 * errors. Words that are the author's own mean nothing here, so they are named.
 */
final class PlanWords {
  private final ExperimentPlan experimentPlan;
  private final CheckList checkList;

  PlanWords(ExperimentPlan experimentPlan, CheckList checkList) {
    this.experimentPlan = experimentPlan;
    this.checkList = checkList;
  }

  void check() {
    names();
    question();
    experimentPlan.claims().forEach(this::claim);
    published();
  }

  private void names() {
    List<String> own = new ArrayList<>();
    boolean wrong = false;
    for (Arm arm : experimentPlan.arms()) {
      ArmName name = ArmName.of(arm);
      if (name == ArmName.WRONG) {
        wrong = true;
        checkList.add(false, "name “%s”".formatted(arm.name()), "its net is " + arm.net());
      } else if (name == ArmName.FREE) {
        own.add("“%s”".formatted(arm.name()));
      }
    }
    if (!own.isEmpty()) {
      checkList.unchecked(
          "names of nets",
          "words of the author, what each means stands under Nets: " + String.join(", ", own));
    } else if (!wrong) {
      checkList.add(true, "names", "each is that of its net");
    }
  }

  private void question() {
    String usual = UsualQuestion.of(experimentPlan.arms(), experimentPlan.data());
    if (!experimentPlan.question().equals(usual)) {
      checkList.unchecked(
          "the question", "words of the author: “%s”".formatted(experimentPlan.question()));
    }
  }

  private void claim(Claim claim) {
    if (!claim.text().equals(claim.statement().words())) {
      checkList.unchecked(
          "words of claims",
          "“%s” is what the author calls “%s”".formatted(claim.text(), claim.statement()));
    }
  }

  private void published() {
    List<PublishedResult> unknown = new ArrayList<>();
    for (Arm arm : experimentPlan.arms()) {
      List<PublishedResult> known = known(arm);
      for (PublishedResult one : arm.published()) {
        if (known.contains(one)) {
          continue;
        }
        if (isKnownSource(one.source())) {
          checkList.add(
              false,
              "published errors of " + arm.name(),
              "%s says nothing of %s here".formatted(one.source(), one.text()));
        } else {
          unknown.add(one);
        }
      }
    }
    if (!unknown.isEmpty()) {
      checkList.unchecked(
          "published errors",
          "sources that the program does not know: "
              + unknown.stream()
                  .map(one -> one.source() + ", " + one.text())
                  .distinct()
                  .collect(Collectors.joining("; ")));
    }
  }

  /** A known source by any spelling: what is left of it are its letters and digits. */
  private static boolean isKnownSource(String source) {
    String letters = letters(source);
    return letters.startsWith("heetal")
        || PublishedResults.sources().stream().anyMatch(one -> letters(one).equals(letters));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static List<PublishedResult> known(Arm arm) {
    List<PublishedResult> known = new ArrayList<>(PublishedResults.of(arm.net()));
    Papers.at(arm.place()).ifPresent(variant -> known.addAll(variant.published()));
    return known;
  }
}
