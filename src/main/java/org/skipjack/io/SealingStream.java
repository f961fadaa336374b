package org.skipjack.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Passes bytes on and puts their digest in the place of the last ones. */
final class SealingStream extends OutputStream {
  static final int LENGTH = 64;
  static final String PLACE = "0".repeat(LENGTH);

  private final OutputStream out;
  private final MessageDigest digest = Sha256.begin();
  private final byte[] withheld = new byte[LENGTH];
  private int count;

  SealingStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /** Passes on all but the last 64 bytes so far. */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int passed = Math.max(0, count + length - LENGTH);
    int ofWithheld = Math.min(count, passed);
    pass(withheld, 0, ofWithheld);
    System.arraycopy(withheld, ofWithheld, withheld, 0, count - ofWithheld);
    count -= ofWithheld;
    int ofBytes = passed - ofWithheld;
    pass(bytes, offset, ofBytes);
    System.arraycopy(bytes, offset + ofBytes, withheld, count, length - ofBytes);
    count += length - ofBytes;
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }

  void finish() throws IOException {
    out.write(Sha256.hexadecimal(digest).getBytes(StandardCharsets.US_ASCII));
  }

  static String digest(InputStream in, long length) throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] block = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int read = in.read(block, 0, (int) Math.min(block.length, left));
      if (read < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      digest.update(block, 0, read);
      left -= read;
    }
    return Sha256.hexadecimal(digest);
  }
}
