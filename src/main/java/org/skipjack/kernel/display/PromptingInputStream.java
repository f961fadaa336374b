package org.skipjack.kernel.display;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** Input that is asked of the user, a line at a time. */
final class PromptingInputStream extends InputStream {
  private final Output output;
  private byte[] line = {};
  private int next;

  PromptingInputStream(Output output) {
    this.output = output;
  }

  @Override
  public synchronized int read() throws IOException {
    if (next == line.length) {
      ask();
    }
    return line[next++] & 0xff;
  }

  /** Reads no further than the line: a scanner asks for more than it needs. */
  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == line.length) {
      ask();
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private void ask() throws IOException {
    try {
      line = (output.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    } catch (UnsupportedOperationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
