package org.skipjack.kernel.display;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's own streams, led to an output for as long as this is open. */
public final class Streams implements AutoCloseable {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final InputStream in = System.in;

  private Streams() {}

  /** Leads {@code System.out}, {@code System.err} and {@code System.in} to an output. */
  public static Streams to(Output output) {
    Streams streams = new Streams();
    System.setOut(printStream(output, Output.Stream.STDOUT));
    System.setErr(printStream(output, Output.Stream.STDERR));
    System.setIn(new AskingStream(output));
    return streams;
  }

  private static PrintStream printStream(Output output, Output.Stream stream) {
    return new PrintStream(new DecodingStream(output, stream), false, StandardCharsets.UTF_8);
  }

  /** The error stream that was there before. */
  public PrintStream originalErr() {
    return err;
  }

  /** Puts the streams back. */
  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    System.setIn(in);
  }
}
