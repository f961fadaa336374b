package org.skipjack.peers;

import static org.skipjack.peers.Contestants.FP32;
import static org.skipjack.peers.Contestants.OURS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.bench.Task;
import org.skipjack.graph.Graph;
import org.skipjack.peers.Contestant.Row;
import org.skipjack.tribuo.Machine;

/**
 * The results as Markdown.
 *
 * @param setup what each contestant was given
 * @param rounds how often each had its turn
 */
record Tables(Setup setup, int rounds, Results results) {

  String markdown() {
    return heading() + rates() + limits() + depths() + notes();
  }

  private String heading() {
    Map<String, Object> machine = Machine.toMap();
    return format(
        "ResNet-%d (He et al. 2015, option B), batch %d, %d threads. %s, %s processors, %s, JDK %s.\n",
        setup.depth(),
        setup.batch(),
        setup.threads(),
        processor(machine),
        String.valueOf(machine.get("processors")),
        String.valueOf(machine.get("os")),
        Runtime.version().feature())
        + results.versions().stream().map(version -> version + "; ").collect(Collectors.joining())
        + format("medians of %d round%s.\n\n", rounds, rounds == 1 ? "" : "s");
  }

  private static String processor(Map<String, Object> machine) {
    return String.valueOf(machine.get(machine.containsKey("processor") ? "processor" : "arch"));
  }

  private String rates() {
    StringBuilder table = new StringBuilder();
    table.append("| | | images/s | lowest to highest | Skipjack is faster by |\n");
    table.append("|---|---|--:|--:|--:|\n");
    for (Task task : Task.values()) {
      for (Row row : rows(task, setup.depth())) {
        table.append(
            format(
                "| %s, %s | %s | %,.0f | %s | %s |\n",
                task == Task.TRAIN ? "training" : "inference",
                row.precision(),
                row.name(),
                results.imagesPerSecond(row).median(),
                results.imagesPerSecond(row).range("%,.0f"),
                ratio(row)));
      }
    }
    return table.toString();
  }

  private List<Row> rows(Task task, int depth) {
    return results.rows().stream()
        .filter(row -> row.task() == task && row.depth() == depth)
        .sorted((a, b) -> b.precision().compareTo(a.precision()))
        .toList();
  }

  private String ratio(Row row) {
    if (row.name().equals(OURS)) {
      return "";
    }
    return results
        .ratio(new Row(OURS, row.depth(), row.precision(), row.task()), row)
        .map(ratio -> format("%.2f (%s)", ratio.median(), ratio.range("%.2f")))
        .orElse("–");
  }

  private String limits() {
    if (results.rows().stream().noneMatch(row -> row.name().equals(OURS))) {
      return "";
    }
    StringBuilder table = new StringBuilder();
    table.append("\n| Skipjack | GFLOP/s | limit, GFLOP/s | share of it | peak memory, MiB |\n");
    table.append("|---|--:|--:|--:|--:|\n");
    for (Task task : Task.values()) {
      for (Row row : rows(task, setup.depth())) {
        if (row.name().equals(OURS)) {
          table.append(
              format(
                  "| %s, %s | %,.0f | %,.0f | %.0f %% | %s |\n",
                  task == Task.TRAIN ? "training" : "inference",
                  row.precision(),
                  median(row, "gflops"),
                  median(row, "limitGflops"),
                  100 * median(row, "shareOfLimit"),
                  memory(row)));
        }
      }
    }
    return table.toString();
  }

  private double median(Row row, String key) {
    return Spread.of(results.of(row).stream().map(figure -> figure.number(key)).toList()).median();
  }

  private String memory(Row row) {
    boolean known = !results.of(row).get(0).document().get("peakMemoryBytes").isJsonNull();
    return known ? format("%,.0f", median(row, "peakMemoryBytes") / (1 << 20)) : "unknown";
  }

  private String depths() {
    Row base = new Row(OURS, setup.depth(), FP32, Task.TRAIN);
    List<Row> deeper =
        results.rows().stream()
            .filter(row -> row.name().equals(OURS) && row.depth() != setup.depth())
            .toList();
    if (deeper.isEmpty() || results.of(base).isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder();
    table.append(
        format(
            "\n| Skipjack, training, fp32 | a step, ms | × depth %1$d | MACs, million | × depth %1$d |\n",
            setup.depth()));
    table.append("|---|--:|--:|--:|--:|\n");
    table.append(depth(base, base));
    deeper.forEach(row -> table.append(depth(row, base)));
    return table.toString();
  }

  private String depth(Row row, Row base) {
    double macs = macs(row);
    return format(
        "| depth %d | %,.0f | %.2f | %,.1f | %.2f |\n",
        row.depth(),
        1000 * setup.batch() / results.imagesPerSecond(row).median(),
        results.ratio(base, row).map(Spread::median).orElse(Double.NaN),
        macs / 1e6,
        macs / macs(base));
  }

  private double macs(Row row) {
    Graph graph = setup.withDepth(row.depth()).graph();
    return graph.macs();
  }

  private String notes() {
    return results.failures().isEmpty()
        ? ""
        : results.failures().entrySet().stream()
            .map(failure -> format("- %s: %s\n", failure.getKey(), failure.getValue()))
            .collect(Collectors.joining("", "\nNot in the table:\n\n", ""));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
