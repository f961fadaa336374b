package org.skipjack.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.skipjack.graph.FuzzedNets.Fuzzed;

/**
 * Ten thousand random nets: each builds, or it is refused by a message that names a layer and a
 * fix.
 */
class FuzzTest {
  private static final int NETS = 10_000;

  /** Every message begins with the layer, and ends with what mends it. */
  private static final String LAYER_AND_FIX = "(?s)[a-zA-Z]+ #\\d+ .*\\nFix: .+";

  private static Optional<Graph> built(long seed, Map<String, Integer> refusals) {
    Fuzzed fuzzed = FuzzedNets.of(seed);
    try {
      return Optional.of(Graph.of(fuzzed.net(), fuzzed.input()));
    } catch (RuntimeException e) {
      assertThat(e.getClass().getSimpleName())
          .as("what is thrown for net %d, %s: %s", seed, fuzzed, e.getMessage())
          .isIn("ShapeException", "IllegalArgumentException");
      assertThat(e.getMessage()).as("net %d, %s", seed, fuzzed).matches(LAYER_AND_FIX);
      refusals.merge(kind(String.valueOf(e.getMessage())), 1, Integer::sum);
      return Optional.empty();
    }
  }

  /** The message without what is particular to the net. */
  private static String kind(String message) {
    return message.lines().findFirst().orElse("").replaceAll("\\[[^]]*]|\\(.*?\\)|[0-9#]+", "");
  }

  @Test
  void ten_thousand_random_nets_build_or_are_refused_by_layer_and_fix() {
    Map<String, Integer> refusals = new TreeMap<>();
    long built = IntStream.range(0, NETS).filter(seed -> built(seed, refusals).isPresent()).count();

    assertThat(built).as("nets that build").isBetween(NETS / 3L, NETS - NETS / 10L);
    assertThat(refusals).as("kinds of refusals").hasSizeGreaterThan(8);
  }
}
