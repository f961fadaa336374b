package org.skipjack.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skipjack.net.Net;

/**
 * A net as a table: each layer with its output shape, parameters and multiply-accumulates.
 *
 * @param rows the rows in order
 * @param parameters learned values in all
 * @param macs multiply-accumulates for one example
 */
public record Summary(List<Row> rows, long parameters, long macs) {

  /**
   * One operation.
   *
   * @param path the node's path
   * @param operation what it computes, such as {@code conv2d}
   * @param output the shape of its output
   * @param parameters its learned values
   * @param macs its multiply-accumulates for one example
   */
  public record Row(String path, String operation, Shape output, long parameters, long macs) {}

  /** Copies the list. */
  public Summary {
    rows = List.copyOf(rows);
  }

  /** The table of a net for examples of a shape. */
  public static Summary of(Net net, Shape input) {
    return of(Graph.of(net, input));
  }

  /** The table of a graph. */
  public static Summary of(Graph graph) {
    Map<String, Long> macs = graph.macsByNode();
    List<Row> rows = new ArrayList<>();
    for (Node node : graph.nodes()) {
      long learned =
          node.parameters().stream()
              .filter(Parameter::learned)
              .mapToLong(Parameter::elements)
              .sum();
      rows.add(
          new Row(
              node.name(),
              name(node.op()),
              node.shape(),
              learned,
              macs.getOrDefault(node.name(), 0L)));
    }
    return new Summary(rows, graph.parameterCount(), graph.macs());
  }

  private static String name(Op op) {
    if (op instanceof Activation activation) {
      return activation.function().name().toLowerCase(Locale.ROOT);
    }
    if (op instanceof Pool2d pool) {
      return pool.kind() == Pool2d.Kind.MAX ? "maxPool2d" : "avgPool2d";
    }
    String name = op.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The table as text, ending with the totals. */
  @Override
  public String toString() {
    int path = rows.stream().mapToInt(row -> row.path().length()).max().orElse(0);
    String format = "%-" + Math.max(path, 5) + "s  %-13s  %-20s  %12s  %15s%n";
    StringBuilder table = new StringBuilder();
    table.append(format.formatted("layer", "operation", "output", "parameters", "MACs"));
    for (Row row : rows) {
      table.append(
          format.formatted(
              row.path(),
              row.operation(),
              row.output(),
              row.parameters() == 0 ? "" : grouped(row.parameters()),
              row.macs() == 0 ? "" : grouped(row.macs())));
    }
    return table.toString().replaceAll(" +(?=\\R)", "")
        + "%n%s parameters, %s multiply-accumulates for one example%n"
            .formatted(grouped(parameters), grouped(macs));
  }

  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
