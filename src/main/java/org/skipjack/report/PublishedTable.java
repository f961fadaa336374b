package org.skipjack.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.plan.PublishedResult;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.io.Markup;

/**
 * Test errors laid out by the axes of a sweep, as a paper's table is: a row for each combination of
 * all axes but the depth, a column for each depth, and beside ours what others came to.
 */
final class PublishedTable {
  private static final String DEPTH = Axis.DEPTH;

  private final ComparisonResult result;
  private final List<String> axes;
  private final List<String> depths;
  private final List<String> sources;

  private PublishedTable(ComparisonResult result) {
    this.result = result;
    List<Arm> arms = result.plan().arms();
    List<String> all =
        arms.stream().flatMap(arm -> arm.place().keySet().stream()).distinct().toList();
    this.depths =
        all.size() < 2
            ? List.of()
            : arms.stream()
                .flatMap(arm -> Optional.ofNullable(arm.place().get(DEPTH)).stream())
                .distinct()
                .toList();
    this.axes = all.stream().filter(axis -> depths.isEmpty() || !axis.equals(DEPTH)).toList();
    this.sources = PublishedResult.sources(arms);
  }

  /** The table and what is to be said of it; nothing for nets that are in no sweep and no paper. */
  static String of(ComparisonResult result) {
    PublishedTable table = new PublishedTable(result);
    return table.axes.isEmpty() && table.sources.isEmpty() ? "" : table.html();
  }

  private String html() {
    Map<List<String>, Map<String, ArmResult>> rows = new LinkedHashMap<>();
    for (ArmResult arm : result.arms()) {
      rows.computeIfAbsent(row(arm.arm()), row -> new LinkedHashMap<>())
          .put(depths.isEmpty() ? "" : arm.arm().place().getOrDefault(DEPTH, ""), arm);
    }
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(
        (row, arms) -> {
          List<String> line = new ArrayList<>(row);
          columns().forEach(depth -> line.addAll(cells(Optional.ofNullable(arms.get(depth)))));
          cells.add(line);
        });
    return HtmlFragments.table(head(), cells) + "<p>" + Markup.escaped(note()) + "</p>\n";
  }

  private List<String> row(Arm arm) {
    return axes.isEmpty()
        ? List.of(arm.name())
        : axes.stream().map(axis -> arm.place().getOrDefault(axis, "")).toList();
  }

  private List<String> columns() {
    return depths.isEmpty() ? List.of("") : depths;
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(axes.isEmpty() ? List.of("net") : axes);
    for (String depth : columns()) {
      String before = depth.isEmpty() ? "" : "depth " + depth + ", ";
      head.add(before + "ours");
      sources.forEach(source -> head.add(before + source));
    }
    return head;
  }

  private List<String> cells(Optional<ArmResult> arm) {
    List<String> cells = new ArrayList<>();
    cells.add(
        arm.flatMap(one -> one.sample(Metric.TEST_ERROR))
            .map(FigureFormat::meanAndDeviation)
            .orElse("–"));
    for (String source : sources) {
      cells.add(
          arm.stream()
              .flatMap(one -> one.arm().published().stream())
              .filter(one -> one.source().equals(source))
              .map(one -> one.testError().isPresent() ? one.text() + " %" : one.text())
              .findFirst()
              .orElse("–"));
    }
    return cells;
  }

  private String note() {
    String ours = "Test error of the last epoch, mean ± standard deviation over seeds.";
    return sources.isEmpty()
        ? ours
        : ours
            + " Published errors are of the papers' nets on CIFAR-10, all 50,000 images, 64,000 iterations; ours of %s, %s in batches of %s."
                .formatted(
                    result.plan().data(),
                    result.plan().arms().get(0).recipe().length(),
                    result.plan().arms().get(0).recipe().batchSize());
  }
}
