package org.skipjack.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The kind of a CSV file's first line: the names of the columns, or an image; and in which column
 * the class is.
 *
 * @param kind whether it is a header
 * @param label the column of the class
 * @param isNamed whether a header says that it is
 */
record CsvFirstLine(Kind kind, int label, boolean isNamed) {
  private static final Set<String> CERTAIN = Set.of("label", "labels", "class", "target");
  private static final Set<String> LIKELY =
      Set.of(
          "label",
          "labels",
          "class",
          "target",
          "y",
          "category",
          "digit",
          "species",
          "class_name",
          "classname",
          "class name");
  private static final Set<String> INDEX = Set.of("", "unnamed: 0", "index", "id", "idx");
  private static final int FEW_COLUMNS = 6;

  /** What the line is. */
  enum Kind {
    HEADER,
    IMAGE,

    /** A header if its class is met nowhere else. */
    EITHER
  }

  static CsvFirstLine of(List<String> cells, CsvErrors errors) {
    int last = cells.size() - 1;
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      if (!isNumber(cells.get(i))) {
        words.add(i);
      }
    }
    boolean isHeader =
        words.size() > last
            || cells.stream().anyMatch(cell -> CERTAIN.contains(lower(cell)))
            || (words.isEmpty() && counts(cells, 0) && isNoImage(cells))
            || (words.equals(List.of(0)) && counts(cells, 1) && isNoImage(cells));
    if (isHeader) {
      return header(cells, errors);
    }
    if (words.equals(List.of(last)) && last > 0) {
      return new CsvFirstLine(Kind.IMAGE, last, true);
    }
    boolean isEither = words.equals(List.of(0)) && counts(cells, 1);
    return new CsvFirstLine(isEither ? Kind.EITHER : Kind.IMAGE, 0, false);
  }

  private static CsvFirstLine header(List<String> cells, CsvErrors errors) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (LIKELY.contains(lower(cells.get(i)))) {
        labels.add(i);
      }
    }
    if (labels.size() > 1) {
      throw errors.severalClasses(cells.get(labels.get(0)), cells.get(labels.get(1)));
    }
    if (INDEX.contains(lower(cells.get(0)))) {
      throw errors.indexColumn("it is called \"" + cells.get(0) + "\"");
    }
    return labels.isEmpty()
        ? new CsvFirstLine(Kind.HEADER, 0, false)
        : new CsvFirstLine(Kind.HEADER, labels.get(0), true);
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
  }

  /** Whether the cells from one on are 0, 1, 2 and so on, or 1, 2, 3. */
  private static boolean counts(List<String> cells, int from) {
    String first = cells.size() > from + 1 ? cells.get(from) : "";
    if (!first.equals("0") && !first.equals("1")) {
      return false;
    }
    int number = Integer.parseInt(first);
    for (String cell : cells.subList(from, cells.size())) {
      if (!cell.equals(Integer.toString(number++))) {
        return false;
      }
    }
    return true;
  }

  /** Numbers that count up could be an image only if there are few of them. */
  private static boolean isNoImage(List<String> cells) {
    boolean isShort = cells.size() < FEW_COLUMNS;
    boolean isNamed = !isNumber(cells.get(0)) && !cells.get(0).isEmpty();
    return cells.size() > 257 || !(isShort || isNamed);
  }

  private static String lower(String cell) {
    return cell.toLowerCase(Locale.ROOT);
  }
}
