package org.skipjack.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the cells of a CSV file one by one; blanks and quotes around a cell are no part of it. */
final class CsvCells {
  /** What {@link #next} returns at the end of the file. */
  static final int END = -1;

  private static final int LONGEST_CELL = 200;

  private final InputStream in;
  private final CsvErrors errors;
  private final byte[] cell = new byte[LONGEST_CELL];
  private int length;
  private long offset;
  private long line = 1;

  /**
   * @param in can go back by some bytes
   */
  CsvCells(InputStream in, CsvErrors errors) {
    this.in = in;
    this.errors = errors;
  }

  /** Passes over the mark that some programs put before UTF-8, and refuses that of UTF-16. */
  void passMark() throws IOException {
    in.mark(3);
    byte[] first = in.readNBytes(3);
    int pair = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | (first[1] & 0xFF);
    if (pair == 0xFFFE || pair == 0xFEFF) {
      throw errors.otherEncoding("UTF-16");
    }
    if (pair == 0xEFBB && first.length == 3 && (first[2] & 0xFF) == 0xBF) {
      offset = 3;
    } else {
      in.reset();
    }
  }

  /** Reads a cell and returns what ended it: a comma, a line feed, or {@link #END}. */
  int next() throws IOException {
    length = 0;
    boolean quoted = false;
    while (true) {
      int next = in.read();
      if (next == END) {
        return END;
      }
      offset++;
      if (next == '"') {
        quoted = !quoted;
      } else if (next == ',' && !quoted) {
        return next;
      } else if (next == '\n' || next == '\r') {
        passLineFeed(next);
        return '\n';
      } else if (next != ' ' || length > 0) {
        add(next);
      }
    }
  }

  private void passLineFeed(int end) throws IOException {
    if (end == '\r') {
      in.mark(1);
      if (in.read() == '\n') {
        offset++;
      } else {
        in.reset();
      }
    }
  }

  private void add(int next) {
    if (length == LONGEST_CELL) {
      refuseOtherSeparator();
      throw errors.badLine(line, offset, "a cell is longer than " + LONGEST_CELL + " bytes");
    }
    cell[length++] = (byte) next;
  }

  /** If the cell looks like a line whose values are separated otherwise. */
  void refuseOtherSeparator() {
    String text = new String(cell, 0, length, StandardCharsets.ISO_8859_1);
    for (String separator : new String[] {";", "\t", "|", " "}) {
      if (text.length() - text.replace(separator, "").length() > 1) {
        throw errors.otherSeparator(line, separator);
      }
    }
  }

  void beginLine() {
    line++;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** The cell as a whole number from 0 to 255, or 256 if it is none. */
  int value() {
    int value = length == 0 ? 256 : 0;
    for (int i = 0; i < length && value < 256; i++) {
      int digit = cell[i] - '0';
      value = digit < 0 || digit > 9 ? 256 : 10 * value + digit;
    }
    return Math.min(value, 256);
  }

  /** The cell, which must be UTF-8. */
  String text() {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cell, 0, length)).toString();
      return text.strip().replaceAll("\\p{Cntrl}", "?");
    } catch (CharacterCodingException e) {
      throw errors.notUtf8(line, offset);
    }
  }

  long line() {
    return line;
  }

  long offset() {
    return offset;
  }
}
