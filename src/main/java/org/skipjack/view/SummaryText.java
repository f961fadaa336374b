package org.skipjack.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skipjack.io.LineWrap;
import org.skipjack.net.NetNote;

/** A summary in columns of characters. */
final class SummaryText {
  private static final List<String> HEADS =
      List.of("layer", "output", "parameters", "share", "MACs", "share", "field");

  private final Summary summary;

  SummaryText(Summary summary) {
    this.summary = summary;
  }

  /** The cells of a row; a cell is empty where there is nothing to say. */
  private List<String> cells(Summary.Row row) {
    return List.of(
        "  ".repeat(row.depth()) + row.label(),
        row.output().toString(),
        Numbers.unlessZero(row.parameters()),
        Numbers.share(row.parameters(), summary.parameters()),
        Numbers.unlessZero(row.macs()),
        Numbers.share(row.macs(), summary.macs()),
        row.field().toString());
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>(List.of(HEADS));
    summary.rows().forEach(row -> lines.add(cells(row)));
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder columns = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int width = width(lines, i);
        String cell = line.get(i);
        String blank = " ".repeat(width - cell.length());
        // Names and shapes start at one edge, numbers end at one.
        columns.append(i < 2 ? cell + blank : blank + cell).append("  ");
      }
      text.append(columns.toString().stripTrailing()).append('\n');
    }
    text.append(totals());
    summary.notes().forEach(netNote -> text.append(noted(netNote)));
    return text.toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private String totals() {
    return String.format(
        Locale.ROOT,
        "\n%,d parameters, %,d multiply-accumulates for one example\n",
        summary.parameters(),
        summary.macs());
  }

  private static String noted(NetNote netNote) {
    String text =
        "note %s, %s: %s (%s) To leave this out: silence(\"%s\")"
            .formatted(
                netNote.kind().word(),
                Numbers.places(netNote.paths()),
                netNote.kind().finding(),
                netNote.kind().source(),
                netNote.kind().word());
    return "\n" + LineWrap.wrapped(text, "  ");
  }
}
