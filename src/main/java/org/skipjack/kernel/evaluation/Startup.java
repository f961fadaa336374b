package org.skipjack.kernel.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The code that every session begins with: {@code kernel/startup.jsh}. */
public final class Startup {
  private Startup() {}

  /** The script. */
  public static String script() {
    try (InputStream in = Startup.class.getResourceAsStream("/org/skipjack/kernel/startup.jsh")) {
      return new String(
          Objects.requireNonNull(in, "startup.jsh").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
