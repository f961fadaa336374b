package org.skipjack.peers;

import static org.skipjack.peers.Contestants.FP32;
import static org.skipjack.peers.Contestants.OURS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.bench.BenchTask;
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
    return heading() + rates() + limits() + nets() + notes();
  }

  private String heading() {
    Map<String, Object> machine = Machine.toMap();
    return format(
            "%s (He et al. 2015, option B), %d threads. %s, %s processors, %s, JDK %s.\n",
            setup.workload().title(),
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
    for (BenchTask benchTask : BenchTask.values()) {
      for (Row row : rows(benchTask)) {
        table.append(
            format(
                "| %s, %s | %s | %,.0f | %s | %s |\n",
                benchTask == BenchTask.TRAIN ? "training" : "inference",
                row.precision(),
                row.name(),
                results.imagesPerSecond(row).median(),
                results.imagesPerSecond(row).range("%,.0f"),
                ratio(row)));
      }
    }
    return table.toString();
  }

  private List<Row> rows(BenchTask benchTask) {
    return results.rows().stream()
        .filter(row -> row.task() == benchTask && row.workload().equals(setup.workload()))
        .sorted((a, b) -> b.precision().compareTo(a.precision()))
        .toList();
  }

  private String ratio(Row row) {
    if (row.name().equals(OURS)) {
      return "";
    }
    return results
        .ratio(new Row(OURS, row.workload(), row.precision(), row.task()), row)
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
    for (BenchTask benchTask : BenchTask.values()) {
      for (Row row : rows(benchTask)) {
        if (row.name().equals(OURS)) {
          table.append(
              format(
                  "| %s, %s | %,.0f | %,.0f | %.0f %% | %s |\n",
                  benchTask == BenchTask.TRAIN ? "training" : "inference",
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

  /** Training of every net, beside PyTorch's in its best layout. */
  private String nets() {
    Row base = training(OURS, setup.workload());
    List<Workload> nets =
        results.rows().stream()
            .filter(row -> row.name().equals(OURS))
            .map(Row::workload)
            .distinct()
            .toList();
    if (nets.size() < 2 || results.of(base).isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder();
    table.append(
        "\n| training, fp32 | Skipjack, images/s | PyTorch, nhwc | Skipjack is faster by"
            + " | peak memory, MiB | PyTorch's | time of a step | its MACs |\n");
    table.append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
    nets.forEach(net -> table.append(net(net, base)));
    return table.toString();
  }

  private String net(Workload net, Row base) {
    Row ours = training(OURS, net);
    Row peer = training(Contestants.PYTORCH + Contestants.NHWC, net);
    boolean alone = results.of(peer).isEmpty();
    return format(
        "| %s | %,.1f | %s | %s | %s | %s | × %.2f | × %.2f |\n",
        net.title(),
        results.imagesPerSecond(ours).median(),
        alone ? "–" : format("%,.1f", results.imagesPerSecond(peer).median()),
        ratio(peer),
        memory(ours),
        alone ? "–" : memory(peer),
        results.ratio(base, ours).map(Spread::median).orElse(Double.NaN)
            * net.batch()
            / base.workload().batch(),
        macs(net) / macs(base.workload()));
  }

  private static Row training(String name, Workload net) {
    return new Row(name, net, FP32, BenchTask.TRAIN);
  }

  /** Multiply-accumulates of a pass forward of a batch. */
  private static double macs(Workload net) {
    return (double) net.batch() * net.graph().macs();
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
