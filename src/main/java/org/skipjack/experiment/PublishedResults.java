package org.skipjack.experiment;

import java.util.List;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.net.Net;

/**
 * Test errors on CIFAR-10 of the nets of He et al. 2015 (arXiv:1512.03385), by the paper and by
 * those who repeated it; the resource {@code published-results.csv} has them, and says where from.
 */
public final class PublishedResults {
  private static final List<List<String>> TABLE =
      Resources.lines("published-results.csv").stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",", -1)))
          .toList();

  private static final List<String> NETS = TABLE.get(0);
  private static final List<List<String>> ROWS = TABLE.subList(1, TABLE.size());

  private PublishedResults() {}

  /** What is published of a net; nothing for most. */
  public static List<PublishedResult> of(Net net) {
    return ArmNames.known(net).map(PublishedResults::of).orElse(List.of());
  }

  /** Who published them. */
  public static List<String> sources() {
    return ROWS.stream().map(row -> row.get(0)).toList();
  }

  private static List<PublishedResult> of(String name) {
    int place = NETS.indexOf(name);
    return place < 0
        ? List.of()
        : ROWS.stream()
            .filter(row -> !row.get(place).equals("-"))
            .map(row -> PublishedResult.of(row.get(0), row.get(place)))
            .toList();
  }
}
