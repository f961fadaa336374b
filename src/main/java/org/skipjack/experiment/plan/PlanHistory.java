package org.skipjack.experiment.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the list of plans of a store tells of a plan: what was there when it was written.
 *
 * @param listed whether the store's list has the plan; if not, nothing is known of it
 * @param whole whether the list is as it was written
 * @param registered whether the plan was written without being run, to be run later
 * @param seen the seeds that had finished runs of two of its arms
 * @param unlisted those of them that no plan on the list accounts for
 * @param earlier the plans of two of its arms or more that had such runs, in order
 */
public record PlanHistory(
    boolean listed,
    boolean whole,
    boolean registered,
    List<Long> seen,
    List<Long> unlisted,
    List<Earlier> earlier) {

  /**
   * A plan that came before.
   *
   * @param digest of the plan
   * @param arms how many it had
   * @param seeds its seeds
   * @param claims its claims
   */
  public record Earlier(String digest, int arms, Seeds seeds, List<Claim> claims) {
    /** Copies the list. */
    public Earlier {
      claims = List.copyOf(claims);
    }

    static Earlier of(ExperimentPlan plan) {
      return new Earlier(plan.digest(), plan.arms().size(), plan.seeds(), plan.claims());
    }
  }

  /** Of a plan that is on no list. */
  public static final PlanHistory UNKNOWN =
      new PlanHistory(false, true, false, List.of(), List.of(), List.of());

  /** Copies the lists. */
  public PlanHistory {
    seen = List.copyOf(seen);
    unlisted = List.copyOf(unlisted);
    earlier = List.copyOf(earlier);
  }

  /**
   * The history of a plan that comes after others.
   *
   * @param seen the seeds that have finished runs of two of its arms
   * @param before all plans of the list before it
   */
  public static PlanHistory of(
      ExperimentPlan plan,
      boolean whole,
      boolean registered,
      List<Long> seen,
      List<ExperimentPlan> before) {
    List<ExperimentPlan> related =
        before.stream().filter(one -> shared(one, plan) > 1).collect(Collectors.toList());
    List<Long> unlisted = new ArrayList<>(seen);
    related.forEach(one -> unlisted.removeAll(one.seeds().all()));
    List<Earlier> earlier =
        related.stream()
            .filter(one -> one.seeds().all().stream().anyMatch(seen::contains))
            .map(Earlier::of)
            .toList();
    return new PlanHistory(true, whole, registered, seen, unlisted, earlier);
  }

  /** The number of arms of a plan that another has too, under whatever names. */
  private static long shared(ExperimentPlan one, ExperimentPlan other) {
    boolean same =
        one.data().hasContentOf(other.data()) && one.computation().equals(other.computation());
    return same
        ? other.arms().stream()
            .filter(
                arm ->
                    one.arms().stream()
                        .anyMatch(
                            its ->
                                its.net().equals(arm.net()) && its.recipe().equals(arm.recipe())))
            .count()
        : 0;
  }

  /** Whether it is shown that no result was there when the plan was written. */
  public boolean isBeforehand() {
    return listed && whole && seen.isEmpty();
  }

  /** That the plan was fixed beforehand, where it was. */
  public Optional<String> words(ExperimentPlan plan) {
    if (!isBeforehand()) {
      return Optional.empty();
    }
    return Optional.of(
        (registered
                ? "Pre-registered: the plan of SHA-256 %s was written before it was run, and the store's list has it before the first run of its nets."
                : "The plan of SHA-256 %s was fixed beforehand: the store's list has it before the first run of its nets.")
            .formatted(plan.digest()));
  }
}
