package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.ExperimentPlan;

/** What makes two plans two, part by part. */
final class PlanDifferences {
  private final List<String> parts = new ArrayList<>();

  private PlanDifferences() {}

  /** For example {@code "seeds: The seeds are … 1, 2. and The seeds are … 1, 2, 3."}. */
  static List<String> of(ExperimentPlan one, ExperimentPlan other) {
    PlanDifferences differences = new PlanDifferences();
    differences.add("question", one.question(), other.question());
    differences.add("nets", names(one), names(other));
    if (names(one).equals(names(other))) {
      for (Arm arm : one.arms()) {
        Arm theirs = other.arm(arm.name());
        differences.add("net of " + arm.name(), arm.net(), theirs.net());
        differences.add("recipe of " + arm.name(), arm.recipe(), theirs.recipe());
        differences.add("published of " + arm.name(), arm.published(), theirs.published());
        differences.add("place of " + arm.name(), arm.place(), theirs.place());
      }
    }
    differences.add("data", digests(one.data()), digests(other.data()));
    differences.add("data's origin", one.data().origin(), other.data().origin());
    differences.add("seeds", one.seeds().words(), other.seeds().words());
    differences.add("computation", one.computation(), other.computation());
    differences.add("pairs", one.pairs(), other.pairs());
    differences.add("claims", claims(one), claims(other));
    return differences.parts;
  }

  private void add(String part, Object one, Object other) {
    if (!one.equals(other)) {
      parts.add("%s: %s, and %s".formatted(part, one, other));
    }
  }

  private static String names(ExperimentPlan plan) {
    return plan.arms().stream().map(Arm::name).collect(Collectors.joining(", "));
  }

  private static String digests(DataReference data) {
    return "%s, training SHA-256 %s, test SHA-256 %s"
        .formatted(data, data.training().sha256(), data.test().sha256());
  }

  private static String claims(ExperimentPlan plan) {
    return plan.claims().isEmpty()
        ? "none"
        : plan.claims().stream().map(Claim::toString).collect(Collectors.joining(", "));
  }
}
