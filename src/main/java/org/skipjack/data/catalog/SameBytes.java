package org.skipjack.data.catalog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** An output stream that compares its bytes with those of a file. */
final class SameBytes extends OutputStream {
  private final InputStream theirs;
  private boolean same;

  private SameBytes(InputStream theirs, boolean same) {
    this.theirs = theirs;
    this.same = same;
  }

  /** Against a file; one that is not there has no bytes that are the same. */
  static SameBytes as(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? new SameBytes(new BufferedInputStream(Files.newInputStream(file), 1 << 16), true)
        : new SameBytes(InputStream.nullInputStream(), false);
  }

  /** Whether all bytes that came are those of the file and, once closed, no more of it is left. */
  boolean areSame() {
    return same;
  }

  @Override
  public void write(int value) throws IOException {
    same &= theirs.read() == (value & 0xFF);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    byte[] own = theirs.readNBytes(length);
    same &= own.length == length && Arrays.equals(own, 0, length, bytes, from, from + length);
  }

  @Override
  public void close() throws IOException {
    same &= theirs.read() < 0;
    theirs.close();
  }
}
