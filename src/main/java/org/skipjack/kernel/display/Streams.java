package org.skipjack.kernel.display;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's own streams, led to an output for as long as this is open. */
public final class Streams implements AutoCloseable {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final InputStream in = System.in;
  private final PrintStream ledOut;
  private final PrintStream ledErr;
  private final InputStream ledIn;

  private Streams(Output output) {
    ledOut = printStream(output, Output.Stream.STDOUT);
    ledErr = printStream(output, Output.Stream.STDERR);
    ledIn = new PromptingInputStream(output);
  }

  /** Leads {@code System.out}, {@code System.err} and {@code System.in} to an output. */
  public static Streams to(Output output) {
    Streams streams = new Streams(output);
    System.setOut(streams.ledOut);
    System.setErr(streams.ledErr);
    System.setIn(streams.ledIn);
    return streams;
  }

  private static PrintStream printStream(Output output, Output.Stream stream) {
    return new Lasting(new DecodingStream(output, stream));
  }

  /** Whoever closes it, as a writer around it does, others still print. */
  private static final class Lasting extends PrintStream {
    Lasting(DecodingStream stream) {
      super(stream, false, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      flush();
    }
  }

  /** The error stream that was there before. */
  public PrintStream originalErr() {
    return err;
  }

  /** Puts the streams back, but for those that somebody has led elsewhere since. */
  @Override
  public void close() {
    if (System.out == ledOut) {
      System.setOut(out);
    }
    if (System.err == ledErr) {
      System.setErr(err);
    }
    if (System.in == ledIn) {
      System.setIn(in);
    }
  }
}
