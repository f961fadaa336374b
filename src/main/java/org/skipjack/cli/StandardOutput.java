package org.skipjack.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers what it could not write: Java's own forgets that, and a command
 * whose words went to a full disk would end as if somebody had them.
 */
final class StandardOutput extends OutputStream {
  private static final Path ON_LINUX = Path.of("/proc/self/fd/1");

  private final OutputStream target;
  private @Nullable IOException failure;

  private StandardOutput(OutputStream target) {
    this.target = target;
  }

  /**
   * Takes the place of the process's standard output, and lets standard error have the same
   * letters.
   */
  static StandardOutput install() {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(output, true, charset()));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset()));
    return output;
  }

  /**
   * The encoding of the terminal. A locale of nothing but ASCII, {@code LC_ALL=C}, is mostly one
   * that nobody chose; as in Python, UTF-8 is taken there.
   */
  static Charset charset() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    Charset chosen = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    return chosen.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : chosen;
  }

  /**
   * The exit code of a command, now that all is written: 1 in place of 0 if its words are lost,
   * which standard error then says. A reader that went away, such as {@code head}, wants no more.
   */
  int exitCode(int code) {
    System.out.flush();
    IOException lost = failure();
    if (lost == null || readerLeft(lost)) {
      return code;
    }
    System.err.printf(
        Locale.ROOT,
        "skipjack: standard output was not written: %s%nFix: free some space, or send it elsewhere%n",
        lost.getMessage());
    return code == 0 ? 1 : code;
  }

  private synchronized @Nullable IOException failure() {
    return failure;
  }

  /** A pipe fails for no other reason; the words of the failure may be in any language. */
  private static boolean readerLeft(IOException lost) {
    if (String.valueOf(lost.getMessage()).contains("roken pipe")) {
      return true;
    }
    try {
      return Files.readSymbolicLink(ON_LINUX).toString().matches("(pipe|socket):.*");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) throws IOException {
    try {
      target.write(bytes, from, count);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }
}
