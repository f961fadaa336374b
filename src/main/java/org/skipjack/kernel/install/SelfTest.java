package org.skipjack.kernel.install;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.skipjack.kernel.wire.Caller;
import org.skipjack.kernel.wire.ConnectionFile;
import org.skipjack.kernel.wire.Message;

/**
 * A start of an installed kernel as Jupyter starts it.
 *
 * @param secondsToAnswer from the start of the process to the reply to the first request
 * @param secondsToResult from there to the result of the first cell
 */
public record SelfTest(double secondsToAnswer, double secondsToResult) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final long SECONDS_TO_END = 10;

  /**
   * Starts a kernel, lets it answer and add 1 and 1, and ends it.
   *
   * @param command as {@link Installation#command} gives it
   * @throws IllegalStateException if it does not do so: the message has what it printed
   */
  public static SelfTest of(List<String> command) {
    try {
      Path folder = Files.createTempDirectory("skipjack-trial");
      try {
        return in(folder, command);
      } finally {
        Files.deleteIfExists(folder.resolve("connection.json"));
        Files.deleteIfExists(folder.resolve("log"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the kernel cannot be started: " + e.getMessage(), e);
    }
  }

  private static SelfTest in(Path folder, List<String> command) throws IOException {
    ConnectionFile connection = ConnectionFile.onFreePorts(UUID.randomUUID().toString());
    Path file = folder.resolve("connection.json");
    Files.writeString(file, connection.toJson().toString());
    Path log = folder.resolve("log");
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                command.stream().map(word -> word.replace("{connection_file}", file + "")).toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (Caller caller = new Caller(connection)) {
      return converse(caller, process, begin);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          e.getMessage() + "; it printed: " + Files.readString(log).strip(), e);
    } finally {
      end(process);
    }
  }

  private static SelfTest converse(Caller caller, Process process, long begin) {
    Message info = firstAnswer(caller, process);
    double answer = (System.nanoTime() - begin) / 1e9;
    JsonObject expressions = new JsonObject();
    expressions.addProperty("sum", "1 + 1");
    JsonObject cell = new JsonObject();
    cell.addProperty("code", "");
    cell.add("user_expressions", expressions);
    Message reply = caller.ask("execute_request", cell, PATIENCE);
    double result = (System.nanoTime() - begin) / 1e9;
    if (!info.content().has("implementation") || !reply.content().toString().contains("\"2\"")) {
      throw new IllegalStateException("the kernel answers, but 1 + 1 is not 2: " + reply.content());
    }
    Message unused = caller.ask("shutdown_request", new JsonObject(), PATIENCE);
    return new SelfTest(answer, result);
  }

  /** A process that has ended answers nothing more, so it is looked at now and then. */
  private static Message firstAnswer(Caller caller, Process process) {
    Optional<Message> answer = Optional.empty();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (answer.isEmpty()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the kernel ended with code " + process.exitValue());
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "no answer in %d s", PATIENCE.toSeconds()));
      }
      answer = caller.askBriefly("kernel_info_request", new JsonObject(), LOOK);
    }
    return answer.get();
  }

  private static void end(Process process) {
    try {
      boolean unused = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
