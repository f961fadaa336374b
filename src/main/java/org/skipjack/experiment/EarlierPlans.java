package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.skipjack.data.Seed;
import org.skipjack.experiment.analysis.Levels;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.experiment.plan.Seeds;
import org.skipjack.experiment.statistics.SeveralTests;

/** What a plan is worth that came after results which could have suggested it, in sentences. */
final class EarlierPlans {
  private static final int MOST_CHOICES = 1_000;

  private final ExperimentPlan plan;
  private final PlanHistory history;
  private final Set<Long> seen;

  private EarlierPlans(ComparisonResult result) {
    this.plan = result.plan();
    this.history = result.history();
    this.seen = new LinkedHashSet<>(history.seen());
  }

  static List<String> sentences(ComparisonResult result) {
    return new EarlierPlans(result).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!history.whole()) {
      sentences.add(
          "The store's list of plans, plans.jsonl, is damaged or was edited: nothing shows which plans came before this one, nor that it was fixed beforehand.");
    }
    if (!history.unlisted().isEmpty()) {
      sentences.add(
          "Results of seeds %s were there before this plan, and no plan on the store's list, plans.jsonl, accounts for them: the list was removed or cut, or the runs come from elsewhere, so nothing shows that this plan was fixed beforehand."
              .formatted(joined(history.unlisted())));
    }
    List<String> changes = changes();
    if (!history.earlier().isEmpty() && !changes.isEmpty()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "This is plan number %d of these nets in its store, and was not fixed beforehand: it was made when there were results of seeds %s, which could have suggested it. %s. %s A rule that says beforehand when to look, until(decided(3, 20)), keeps its level.",
              history.earlier().size() + 1,
              joined(history.seen()),
              String.join("; ", changes),
              level()
                  .map(EarlierPlans::ofLevel)
                  .orElse("What level all of them have together is not known.")));
    }
    return sentences;
  }

  private static String ofLevel(double level) {
    return String.format(
        Locale.ROOT,
        "Where two nets do not differ, a figure is told apart by one of them or more with a chance of about %d %%, not 5 %% (simulated, of normal differences).",
        Math.round(100 * level));
  }

  /** What changed, each with a capital where a sentence begins. */
  private List<String> changes() {
    List<String> changes = new ArrayList<>();
    Set<Seeds> seeds =
        history.earlier().stream()
            .map(PlanHistory.Earlier::seeds)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!seeds.equals(Set.of(plan.seeds()))) {
      changes.add(ofSeeds());
    }
    Set<Claim.Statement> now = statements(plan.claims());
    for (PlanHistory.Earlier earlier : history.earlier()) {
      Set<Claim.Statement> then = statements(earlier.claims());
      now.stream()
          .filter(claim -> !then.contains(claim))
          .forEach(claim -> changes.add("its claim “%s” was added since".formatted(claim)));
      then.stream()
          .filter(claim -> !now.contains(claim))
          .forEach(claim -> changes.add("the claim “%s” was left out".formatted(claim)));
    }
    if (!sameArms()) {
      changes.add("before, other nets were compared beside these");
    }
    List<String> each = changes.stream().distinct().collect(Collectors.toList());
    if (!each.isEmpty()) {
      each.set(0, each.get(0).substring(0, 1).toUpperCase(Locale.ROOT) + each.get(0).substring(1));
    }
    return each;
  }

  private String ofSeeds() {
    if (plan.seeds() instanceof Seeds.UntilDecided) {
      return history.earlier().stream().allMatch(one -> one.seeds() instanceof Seeds.UntilDecided)
          ? "its rule goes on where another ended"
          : "its rule came after seeds that were fixed";
    }
    List<Long> own = plan.seeds().all();
    if (seen.containsAll(own)) {
      return String.format(
          Locale.ROOT,
          "its %d seeds were chosen from %d that had results",
          own.size(),
          seen.size());
    }
    return own.stream().anyMatch(seen::contains)
        ? "its seeds are some that had results and some that were added"
        : "its seeds are other ones";
  }

  private static Set<Claim.Statement> statements(List<Claim> claims) {
    return claims.stream()
        .map(Claim::statement)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean sameArms() {
    return history.earlier().stream().allMatch(one -> one.arms() == plan.arms().size());
  }

  /** The level of all plans together for one pair and figure, where it can be known. */
  private Optional<Double> level() {
    boolean known =
        history.whole()
            && history.unlisted().isEmpty()
            && sameArms()
            && plan.pairs().of(plan.arms()).size() == 1;
    boolean seedsChanged =
        history.earlier().stream().anyMatch(one -> !one.seeds().equals(plan.seeds()));
    if (!known || !seedsChanged) {
      return Optional.empty();
    }
    List<Long> all = new ArrayList<>(new LinkedHashSet<>(allSeeds()));
    List<SeveralTests.Test> tests = new ArrayList<>();
    history.earlier().forEach(one -> tests.addAll(tests(one.seeds(), all)));
    List<Long> own = plan.seeds().all();
    if (plan.seeds() instanceof Seeds.Fixed && seen.containsAll(own)) {
      if (choices(seen.size(), own.size()) > MOST_CHOICES) {
        return Optional.empty();
      }
      choose(new ArrayList<>(seen), own.size(), 0, new ArrayList<>(), all, tests);
    } else {
      tests.addAll(tests(plan.seeds(), all));
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(SeveralTests.level(tests, Seed.of(0).split("several tests").random()));
  }

  private List<Long> allSeeds() {
    List<Long> all = new ArrayList<>();
    history.earlier().forEach(one -> all.addAll(one.seeds().all()));
    all.addAll(plan.seeds().all());
    return all;
  }

  private static List<SeveralTests.Test> tests(Seeds seeds, List<Long> all) {
    double level =
        seeds instanceof Seeds.UntilDecided until ? until.rule().nominalLevel() : Levels.LEVEL;
    return seeds.looks().stream()
        .filter(look -> look > 1)
        .map(look -> test(seeds.all().subList(0, look), all, level))
        .toList();
  }

  private static SeveralTests.Test test(List<Long> seeds, List<Long> all, double level) {
    return new SeveralTests.Test(seeds.stream().map(all::indexOf).toList(), level);
  }

  private static double choices(int of, int some) {
    double choices = 1;
    for (int i = 0; i < some; i++) {
      choices *= (double) (of - i) / (i + 1);
    }
    return choices;
  }

  /** Each choice of so many seeds, for whoever takes the best has looked at them all. */
  private static void choose(
      List<Long> from,
      int some,
      int start,
      List<Long> chosen,
      List<Long> all,
      List<SeveralTests.Test> tests) {
    if (chosen.size() == some) {
      if (some > 1) {
        tests.add(test(chosen, all, Levels.LEVEL));
      }
      return;
    }
    for (int i = start; i < from.size(); i++) {
      chosen.add(from.get(i));
      choose(from, some, i + 1, chosen, all, tests);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static String joined(List<Long> seeds) {
    return seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
