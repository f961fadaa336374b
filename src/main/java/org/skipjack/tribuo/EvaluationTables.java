package org.skipjack.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An evaluation as aligned text. */
final class EvaluationTables {
  private static final String GAP = "  ";

  private EvaluationTables() {}

  static String classes(Evaluation evaluation) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "images", "precision", "recall", "F1"));
    for (Evaluation.ClassFigures figures : evaluation.classes()) {
      rows.add(
          List.of(
              figures.className(),
              String.valueOf(figures.images()),
              share(figures.precision()),
              share(figures.recall()),
              share(figures.f1())));
    }
    return aligned(rows)
        + String.format(
            Locale.ROOT,
            "accuracy %s on %d images%n",
            share(evaluation.accuracy()),
            evaluation.images());
  }

  static String confusion(Evaluation evaluation) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names = evaluation.classNames();
    List<String> header = new ArrayList<>(List.of("true \\ predicted"));
    header.addAll(names);
    rows.add(header);
    double[][] confusion = evaluation.confusion();
    for (int row = 0; row < confusion.length; row++) {
      List<String> cells = new ArrayList<>(List.of(names.get(row)));
      Arrays.stream(confusion[row]).forEach(count -> cells.add(String.valueOf((long) count)));
      rows.add(cells);
    }
    return aligned(rows);
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** The first column to the left, the others to the right. */
  private static String aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(padded(row.get(0), widths[0], true));
      for (int column = 1; column < columns; column++) {
        text.append(GAP).append(padded(row.get(column), widths[column], false));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String padded(String cell, int width, boolean left) {
    String blanks = " ".repeat(width - cell.length());
    return left ? cell + blanks : blanks + cell;
  }
}
