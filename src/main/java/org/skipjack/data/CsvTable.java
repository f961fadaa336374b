package org.skipjack.data;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lines of a CSV file of images, a byte at a time, into bytes. */
final class CsvTable {
  private static final int LONGEST_CELL = 200;
  private static final int MOST_COLUMNS = 1 << 24;
  private static final int MOST_CLASSES = 65_536;
  private static final int END = -1;

  private final CsvErrors errors;
  private final InputStream in;
  private final byte[] cell = new byte[LONGEST_CELL];
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final long mostPixels = Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
  private int cellLength;
  private long offset;
  private long line = 1;
  private int columns = -1;
  private int[] labels = new int[64];
  private byte[] pixels = new byte[1 << 12];
  private int rows;
  private int used;

  private CsvTable(InputStream in, CsvErrors errors) {
    this.in = in;
    this.errors = errors;
  }

  static CsvTable read(Path path) {
    CsvErrors errors = new CsvErrors(path);
    // A channel would be closed by an interrupt.
    try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16)) {
      CsvTable table = new CsvTable(in, errors);
      try {
        table.readLines();
      } catch (IOException e) {
        throw errors.failed(e, table.offset);
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

  private void readLines() throws IOException {
    int end = readCell();
    if (isHeader(end)) {
      while (end == ',') {
        end = readCell();
      }
      end = end == END ? END : next();
    }
    while (end != END) {
      if (cellLength == 0 && end == '\n') {
        end = next();
        continue;
      }
      readLine(end);
      end = next();
    }
    if (rows == 0) {
      throw errors.noLines(offset);
    }
  }

  private int next() throws IOException {
    line++;
    int end = readCell();
    return end == END && cellLength == 0 ? END : end == END ? '\n' : end;
  }

  /** The first line is a header if it begins so or its second cell begins with a letter. */
  private boolean isHeader(int end) throws IOException {
    if (end != ',' || text().matches("(?i)label|class")) {
      return true;
    }
    in.mark(LONGEST_CELL);
    int second = in.read();
    for (int i = 2; i < LONGEST_CELL && (second == ' ' || second == '"'); i++) {
      second = in.read();
    }
    in.reset();
    return Character.isLetter(second);
  }

  private void readLine(int firstEnd) throws IOException {
    if (firstEnd != ',') {
      throw errors.badLine(line, offset, "it has one cell only");
    }
    if (cellLength == 0) {
      throw errors.badLine(line, offset, "the class is empty");
    }
    addLabel(text());
    int column = 0;
    int end = ',';
    while (end == ',') {
      end = readCell();
      addPixel();
      column++;
      if (column > (columns < 0 ? MOST_COLUMNS : columns)) {
        break;
      }
    }
    if (columns >= 0 && column != columns) {
      throw errors.badLine(
          line,
          offset,
          "it has %s pixel values, the lines before have %d"
              .formatted(column > columns ? "more" : column, columns));
    }
    if (column > MOST_COLUMNS) {
      throw errors.badLine(line, offset, "it has more than " + MOST_COLUMNS + " cells");
    }
    columns = column;
    rows++;
  }

  private void addLabel(String name) {
    Integer label = classes.putIfAbsent(name, classes.size());
    if (classes.size() > MOST_CLASSES) {
      throw errors.tooManyClasses(line, offset, MOST_CLASSES);
    }
    if (rows == labels.length) {
      labels = Arrays.copyOf(labels, 2 * rows);
    }
    labels[rows] = label == null ? classes.size() - 1 : label;
  }

  private void addPixel() {
    int value = 0;
    for (int i = 0; i < cellLength; i++) {
      int digit = cell[i] - '0';
      value = digit < 0 || digit > 9 ? 256 : 10 * value + digit;
      if (value > 255) {
        break;
      }
    }
    if (cellLength == 0 || value > 255) {
      throw errors.badLine(
          line, offset, "the cell \"" + text() + "\" is no whole number from 0 to 255");
    }
    if (used == pixels.length) {
      if (used >= mostPixels) {
        throw errors.tooLarge(offset);
      }
      pixels = Arrays.copyOf(pixels, (int) Math.min(mostPixels, 2L * used));
    }
    pixels[used++] = (byte) value;
  }

  private String text() {
    String text = new String(cell, 0, cellLength, StandardCharsets.UTF_8).strip();
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** Reads a cell into the buffer and returns what ended it: a comma, a line feed or the end. */
  private int readCell() throws IOException {
    cellLength = 0;
    while (true) {
      int next = in.read();
      if (next == END) {
        return END;
      }
      offset++;
      if (next == ',' || next == '\n') {
        return next;
      }
      // Blanks, carriage returns and quotes around a cell are no part of it.
      if (next == '\r' || next == '"' || (next == ' ' && cellLength == 0)) {
        continue;
      }
      if (cellLength == LONGEST_CELL) {
        throw errors.badLine(line, offset, "a cell is longer than " + LONGEST_CELL + " bytes");
      }
      cell[cellLength++] = (byte) next;
    }
  }
}
