package org.skipjack.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.skipjack.bench.BenchTask;

/**
 * One contestant's turn: a process, its output, what it says.
 *
 * @param work the folder that takes the output
 */
record Turn(Path work) {
  private static final int MINUTES = 15;

  /** Why a contestant gave no figures. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    FailedException(String message) {
      super(message);
    }
  }

  /**
   * Runs a contestant.
   *
   * @throws FailedException if it ended otherwise than well
   * @throws InterruptedException if this thread was interrupted; the process is ended
   */
  Map<BenchTask, Figure> run(Contestant contestant) throws FailedException, InterruptedException {
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    try {
      int code = run(contestant, out, err);
      if (code != 0) {
        throw new FailedException(reason(code, Files.readAllLines(err)));
      }
      return contestant.reading().apply(Files.readString(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new FailedException("its output cannot be read: " + e.getMessage());
    }
  }

  private static int run(Contestant contestant, Path out, Path err)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(contestant.command())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(contestant.environment());
    Process process = builder.start();
    Thread stopper = new Thread(process::destroy, "stopper");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } finally {
      process.destroy();
      boolean unused = Runtime.getRuntime().removeShutdownHook(stopper);
    }
  }

  /** What an exception or our command says, or else the last line. */
  private static String reason(int code, List<String> lines) {
    String end = code == -1 ? "no end after " + MINUTES + " minutes" : "exit code " + code;
    List<String> telling = lines.stream().filter(line -> !line.isBlank()).toList();
    return telling.stream()
        .filter(line -> line.contains("Exception") || line.startsWith("skipjack"))
        .findFirst()
        .or(() -> telling.stream().reduce((first, last) -> last))
        .map(line -> line.strip().replaceFirst("^Exception in thread \\S+ \\S+: ", ""))
        .map(line -> line + " (" + end + ")")
        .orElse(end);
  }
}
