package org.skipjack.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.skipjack.peers.Contestant.Row;

/** The figures of all rounds, and why some are missing. */
final class Results {
  private final Map<Row, List<Figure>> figures = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  void add(Row row, Figure figure) {
    figures.computeIfAbsent(row, missing -> new ArrayList<>()).add(figure);
  }

  /** Notes why a contestant took no part, or no further part. */
  void fail(String who, String reason) {
    failures.put(who, reason);
  }

  Map<String, String> failures() {
    return failures;
  }

  /** The rows in the order in which they were first run. */
  List<Row> rows() {
    return List.copyOf(figures.keySet());
  }

  /** The figures of a row, one a round; none if it never gave one. */
  List<Figure> of(Row row) {
    return figures.getOrDefault(row, List.of());
  }

  Spread imagesPerSecond(Row row) {
    return Spread.of(of(row).stream().map(Figure::imagesPerSecond).toList());
  }

  /** How many times as fast the one is as the other, round by round. */
  Optional<Spread> ratio(Row one, Row other) {
    int rounds = Math.min(of(one).size(), of(other).size());
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      ratios.add(of(one).get(i).imagesPerSecond() / of(other).get(i).imagesPerSecond());
    }
    return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
  }

  /** The libraries that gave figures, with their versions. */
  List<String> versions() {
    TreeSet<String> versions = new TreeSet<>();
    figures.values().forEach(row -> row.forEach(figure -> versions.add(figure.version())));
    versions.remove("");
    return List.copyOf(versions);
  }
}
