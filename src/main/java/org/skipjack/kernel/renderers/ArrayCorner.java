package org.skipjack.kernel.renderers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The first rows and columns of an array of numbers, those of its first matrix if it has more axes.
 *
 * @param array the array
 */
record ArrayCorner(INDArray array) {
  private static final int MOST = 6;

  static ArrayCorner of(INDArray array) {
    return new ArrayCorner(array);
  }

  /** Shape, type, and range. */
  String about() {
    String shape = "%s %s".formatted(Arrays.toString(array.shape()), array.dataType());
    if (array.isEmpty() || !array.dataType().isNumerical()) {
      return shape;
    }
    INDArray numbers = array.dataType().isFPType() ? array : array.castTo(DataType.DOUBLE);
    return "%s, from %s to %s, mean %s"
        .formatted(
            shape,
            number(numbers.minNumber().doubleValue()),
            number(numbers.maxNumber().doubleValue()),
            number(numbers.meanNumber().doubleValue()));
  }

  /** The values, a head with the columns' indices above them. */
  Table table() {
    if (array.isEmpty()) {
      return Table.of("no values");
    }
    int rank = array.rank();
    long rows = rank < 2 ? 1 : array.size(rank - 2);
    long columns = rank == 0 ? 1 : array.size(rank - 1);
    List<String> head =
        new ArrayList<>(List.of(rank > 2 ? "[" + "0, ".repeat(rank - 2) + "…]" : ""));
    for (int column = 0; column < Math.min(columns, MOST); column++) {
      head.add(Integer.toString(column));
    }
    Table table = Table.of(ended(head, columns));
    for (int row = 0; row < Math.min(rows, MOST); row++) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(row)));
      for (int column = 0; column < Math.min(columns, MOST); column++) {
        cells.add(value(row, column));
      }
      table = table.with((Object[]) ended(cells, columns));
    }
    if (rows > MOST) {
      List<String> more = new ArrayList<>(List.of("⋮"));
      head.stream().skip(1).forEach(column -> more.add("⋮"));
      table = table.with((Object[]) ended(more, columns));
    }
    return table;
  }

  private static String[] ended(List<String> cells, long columns) {
    List<String> ended = new ArrayList<>(cells);
    if (columns > MOST) {
      ended.add("…");
    }
    return ended.toArray(String[]::new);
  }

  private String value(int row, int column) {
    int rank = array.rank();
    long[] index = new long[Math.max(1, rank)];
    if (rank >= 2) {
      index[rank - 2] = row;
    }
    index[index.length - 1] = column;
    return number(rank == 0 ? array.getDouble(0) : array.getDouble(index));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
