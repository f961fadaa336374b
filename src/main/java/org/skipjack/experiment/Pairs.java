package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;

/** Which arms are compared with each other. */
public enum Pairs {
  /** Each with each. */
  ALL,

  /** The first with each other. */
  WITH_FIRST;

  /** Two arms by name. */
  public record Pair(String first, String second) {}

  /** The pairs of some arms. */
  public List<Pair> of(List<Arm> arms) {
    List<Pair> pairs = new ArrayList<>();
    int firsts = this == ALL ? arms.size() : Math.min(1, arms.size());
    for (int first = 0; first < firsts; first++) {
      for (Arm second : arms.subList(first + 1, arms.size())) {
        pairs.add(new Pair(arms.get(first).name(), second.name()));
      }
    }
    return pairs;
  }
}
