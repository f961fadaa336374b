package org.skipjack.peers.kernels;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.bench.StepTimes;
import org.skipjack.kernel.wire.Caller;
import org.skipjack.kernel.wire.ConnectionFile;
import org.skipjack.kernel.wire.Message;

/**
 * One start of a kernel, in seconds.
 *
 * @param answer from the start of the process to the reply to the first request
 * @param cell from there to the reply to the first cell
 * @param warm a further cell
 */
record Start(double answer, double cell, double warm) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final long SECONDS_TO_ANSWER = 15;
  private static final int WARM_CELLS = 20;

  /** Starts a kernel, asks it, and ends it; empty if it never answers. */
  static Optional<Start> of(Contender contender, Path work) throws IOException {
    ConnectionFile connection = ConnectionFile.onFreePorts("a key of this run");
    Path file = Files.writeString(work.resolve("connection.json"), connection.toJson().toString());
    ProcessBuilder builder =
        new ProcessBuilder(
                contender.command().stream()
                    .map(
                        word -> word.replace("{connection_file}", file.toAbsolutePath().toString()))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile());
    builder.environment().putAll(contender.environment());
    try (Caller caller = new Caller(connection)) {
      long begin = System.nanoTime();
      Process process = builder.start();
      try {
        return converse(caller, process, begin);
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        var unused = process.onExit().join();
      }
    }
  }

  private static Optional<Start> converse(Caller caller, Process process, long begin) {
    Optional<Message> info = Optional.empty();
    while (info.isEmpty()) {
      if (!process.isAlive() || seconds(begin) > SECONDS_TO_ANSWER) {
        return Optional.empty();
      }
      info = caller.askBriefly("kernel_info_request", new JsonObject(), LOOK);
    }
    double answer = seconds(begin);
    run(caller, 1);
    double cell = seconds(begin);
    List<Double> warm = new ArrayList<>();
    for (int i = 0; i < WARM_CELLS; i++) {
      long before = System.nanoTime();
      run(caller, i);
      warm.add(seconds(before));
    }
    return Optional.of(new Start(answer, cell, new StepTimes(warm).median()));
  }

  private static void run(Caller caller, int number) {
    JsonObject cell = new JsonObject();
    cell.addProperty("code", "1 + " + number);
    cell.addProperty("silent", false);
    cell.addProperty("store_history", true);
    cell.addProperty("allow_stdin", false);
    cell.addProperty("stop_on_error", true);
    cell.add("user_expressions", new JsonObject());
    cell.add("payload", new JsonArray());
    String status =
        caller.ask("execute_request", cell, PATIENCE).content().get("status").getAsString();
    if (!status.equals("ok")) {
      throw new IllegalStateException("the cell's status is " + status);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
