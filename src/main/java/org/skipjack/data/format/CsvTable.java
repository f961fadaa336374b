package org.skipjack.data.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the lines of a CSV file of images, a cell at a time, into bytes. */
final class CsvTable {
  private static final int MOST_COLUMNS = 1 << 24;
  private static final int MOST_CLASSES = 65_536;

  private final CsvErrors errors;
  private final CsvCells cells;
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final long mostPixels = Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
  private CsvFirstLine first = new CsvFirstLine(CsvFirstLine.Kind.IMAGE, 0, false);
  private int columns = -1;
  private int[] labels = new int[64];
  private byte[] pixels = new byte[1 << 12];
  private int rows;
  private int used;

  private CsvTable(CsvCells cells, CsvErrors errors) {
    this.cells = cells;
    this.errors = errors;
  }

  static CsvTable read(Path path) {
    CsvErrors errors = new CsvErrors(path);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      CsvCells cells = new CsvCells(in, errors);
      CsvTable table = new CsvTable(cells, errors);
      try {
        table.readLines();
      } catch (IOException e) {
        throw errors.failed(e, cells.offset());
      }
      return table;
    } catch (IOException e) {
      throw errors.failed(e, 0);
    }
  }

  /** The names of the classes in the order in which they were met. */
  List<String> classNames() {
    return new ArrayList<>(classes.keySet());
  }

  /** Indices into {@link #classNames()}, a line each. */
  int[] labels() {
    return Arrays.copyOf(labels, rows);
  }

  byte[] pixels() {
    return pixels.length == used ? pixels : Arrays.copyOf(pixels, used);
  }

  /** The number of pixel values of a line. */
  int columns() {
    return columns;
  }

  /** Whether the file says in which column the class is; else it is taken to be the first. */
  boolean isClassNamed() {
    return first.isNamed();
  }

  private void readLines() throws IOException {
    cells.passMark();
    int end = cells.next();
    while (end == '\n' && cells.isEmpty()) {
      end = next();
    }
    List<String> line = new ArrayList<>();
    while (end != CsvCells.END || !cells.isEmpty()) {
      line.add(cells.text());
      if (end != ',') {
        break;
      }
      refuseTooMany(line.size());
      end = cells.next();
    }
    if (line.size() == 1) {
      refuseOneCell();
    }
    if (!line.isEmpty()) {
      first = CsvFirstLine.of(line, errors);
    }
    List<String> image = first.kind() == CsvFirstLine.Kind.HEADER ? List.of() : line;
    readRest(image);
    if (rows == 0) {
      throw errors.noLines(cells.offset());
    }
  }

  private void readRest(List<String> image) throws IOException {
    boolean isPending = first.kind() == CsvFirstLine.Kind.EITHER;
    if (!image.isEmpty() && !isPending) {
      addLine(image);
    }
    int end = next();
    while (end != CsvCells.END) {
      if (!cells.isEmpty() || end != '\n') {
        readLine(end);
      }
      end = next();
    }
    if (isPending && (rows == 0 || classes.containsKey(image.get(0)))) {
      addLine(image);
      moveLastToFront();
    }
  }

  private int next() throws IOException {
    cells.beginLine();
    int end = cells.next();
    return end == CsvCells.END && !cells.isEmpty() ? '\n' : end;
  }

  private void refuseOneCell() {
    cells.refuseOtherSeparator();
    throw errors.badLine(cells.line(), cells.offset(), "it has one cell only");
  }

  private void refuseTooMany(int column) {
    if (column > MOST_COLUMNS) {
      throw errors.badLine(
          cells.line(), cells.offset(), "it has more than " + MOST_COLUMNS + " cells");
    }
  }

  private void addLine(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      String cell = line.get(i);
      if (i == first.label()) {
        addLabel(cell);
      } else {
        addPixel(cell.matches("0*\\d{1,3}") ? Integer.parseInt(cell) : 256, cell);
      }
    }
    end(line.size() - 1);
  }

  private void readLine(int firstEnd) throws IOException {
    if (firstEnd != ',') {
      refuseOneCell();
    }
    int column = 0;
    int end = firstEnd;
    while (true) {
      if (column == first.label()) {
        addLabel(cells.text());
      } else {
        addPixel(cells.value(), "");
      }
      column++;
      refuseTooMany(column);
      if (end != ',' || (columns >= 0 && column > columns + 1)) {
        break;
      }
      end = cells.next();
    }
    end(column - 1);
  }

  private void end(int values) {
    if (columns >= 0 && values != columns) {
      throw errors.badLine(
          cells.line(),
          cells.offset(),
          String.format(
              Locale.ROOT,
              "it has %s pixel values, the lines before have %d",
              values > columns ? "more" : values,
              columns));
    }
    columns = values;
    rows++;
  }

  private void addLabel(String name) {
    if (name.isEmpty()) {
      throw errors.badLine(cells.line(), cells.offset(), "the class is empty");
    }
    Integer label = classes.putIfAbsent(name, classes.size());
    if (classes.size() > MOST_CLASSES) {
      throw errors.tooManyClasses(cells.line(), cells.offset(), MOST_CLASSES);
    }
    if (rows == labels.length) {
      labels = Arrays.copyOf(labels, 2 * rows);
    }
    labels[rows] = label == null ? classes.size() - 1 : label;
  }

  private void addPixel(int value, String text) {
    if (value > 255) {
      String cell = text.isEmpty() ? cells.text() : text;
      throw errors.badLine(
          cells.line(),
          cells.offset(),
          "the cell \"" + cell + "\" is no whole number from 0 to 255");
    }
    if (used == pixels.length) {
      if (used >= mostPixels) {
        throw errors.tooLarge(cells.offset());
      }
      pixels = Arrays.copyOf(pixels, (int) Math.min(mostPixels, 2L * used));
    }
    pixels[used++] = (byte) value;
  }

  private void moveLastToFront() {
    byte[] image = Arrays.copyOfRange(pixels, used - columns, used);
    System.arraycopy(pixels, 0, pixels, columns, used - columns);
    System.arraycopy(image, 0, pixels, 0, columns);
    int label = labels[rows - 1];
    System.arraycopy(labels, 0, labels, 1, rows - 1);
    labels[0] = label;
  }
}
