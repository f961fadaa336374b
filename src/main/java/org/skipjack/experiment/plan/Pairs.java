package org.skipjack.experiment.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which arms are compared with each other. */
public enum Pairs {
  /** Each with each. */
  ALL,

  /** The first with each other. */
  WITH_FIRST,

  /**
   * Those that stand apart on one axis of a sweep, one of them at the axis's first value, and
   * together on all others.
   */
  ON_ONE_AXIS;

  /** A pair of arms by name. */
  public record Pair(String first, String second) {}

  /** The pairs of some arms. */
  public List<Pair> of(List<Arm> arms) {
    List<Pair> pairs = new ArrayList<>();
    int firsts = this == WITH_FIRST ? Math.min(1, arms.size()) : arms.size();
    for (int first = 0; first < firsts; first++) {
      for (Arm second : arms.subList(first + 1, arms.size())) {
        if (this != ON_ONE_AXIS || isStep(arms.get(0).place(), arms.get(first), second)) {
          pairs.add(new Pair(arms.get(first).name(), second.name()));
        }
      }
    }
    return pairs;
  }

  private static boolean isStep(Map<String, String> origin, Arm one, Arm other) {
    List<String> apart =
        one.place().keySet().stream()
            .filter(axis -> !Objects.equals(one.place().get(axis), other.place().get(axis)))
            .toList();
    return apart.size() == 1
        && Objects.equals(origin.get(apart.get(0)), one.place().get(apart.get(0)));
  }
}
