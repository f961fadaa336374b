package org.skipjack.data.format;

import java.util.Arrays;
import java.util.List;
import org.skipjack.data.DatasetException;

/** Whether the columns of a table are what they are taken for. */
final class CsvChecks {
  private static final int FEW_LINES = 4;

  private final CsvTable table;
  private final CsvErrors errors;
  private final List<String> classes;
  private final int[] labels;

  CsvChecks(CsvTable table, CsvErrors errors) {
    this.table = table;
    this.errors = errors;
    this.classes = table.classNames();
    this.labels = table.labels();
  }

  /**
   * Checks a table to learn from.
   *
   * @throws DatasetException if its first column counts the lines, or its last is rather the class
   */
  void check() {
    if (table.isClassNamed() || labels.length < FEW_LINES) {
      return;
    }
    if (countsLines()) {
      throw errors.indexColumn("it counts the lines");
    }
    if (classes.size() == labels.length) {
      throw errors.eachItsOwn(labels.length);
    }
    int last = classesOfLast();
    if (last > 1 && classes.size() > last && !isRange(classes)) {
      throw errors.classIsLast(classes.size(), last);
    }
  }

  private boolean countsLines() {
    String first = classes.get(labels[0]);
    if (!first.equals("0") && !first.equals("1")) {
      return false;
    }
    int number = Integer.parseInt(first);
    for (int label : labels) {
      if (!classes.get(label).equals(Integer.toString(number++))) {
        return false;
      }
    }
    return true;
  }

  /** How many classes the last column would make, if its values are 0 or 1 and on without a gap. */
  private int classesOfLast() {
    byte[] pixels = table.pixels();
    int[] counts = new int[256];
    for (int end = table.columns(); end <= pixels.length; end += table.columns()) {
      counts[pixels[end - 1] & 0xFF]++;
    }
    int from = counts[0] > 0 ? 0 : 1;
    int to = from;
    while (to < counts.length && counts[to] > 1) {
      to++;
    }
    return Arrays.stream(counts, to, counts.length).sum() == 0 ? to - from : 0;
  }

  /** Whether the classes are names, or the numbers from 0 or 1 on. */
  private static boolean isRange(List<String> classes) {
    if (!classes.stream().allMatch(name -> name.matches("\\d{1,3}"))) {
      return true;
    }
    int[] numbers = classes.stream().mapToInt(Integer::parseInt).sorted().toArray();
    return numbers[0] <= 1 && numbers[numbers.length - 1] - numbers[0] == numbers.length - 1;
  }
}
