package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.Client.Received;
import org.skipjack.kernel.wire.ConnectionFile;

/** The kernel as the process that Jupyter starts. */
class KernelProcessTest {
  private static final long SECONDS_TO_END = 20;
  private static final int SOAK = 2000;

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:+EnableDynamicAgentLoading",
                KernelMain.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    started.add(process);
    return process;
  }

  private Process start(ConnectionFile connection) throws IOException {
    Path file = folder.resolve("connection.json");
    Files.writeString(file, connection.toJson().toString());
    return start(file.toString());
  }

  private static String run(Client client, String code) {
    String id = client.send("execute_request", Cells.request(code));
    Received reply = client.reply(id);
    assertThat(reply.text("status")).as(reply.toString()).isEqualTo("ok");
    return client.published(id).stream()
        .filter(one -> one.type().equals("execute_result"))
        .map(one -> one.content().getAsJsonObject("data").get("text/plain").getAsString())
        .findFirst()
        .orElse("");
  }

  @Test
  void the_language_is_there_and_a_shutdown_ends_the_process() throws Exception {
    ConnectionFile connection = ConnectionFile.onFreePorts("k");
    Process process = start(connection);
    try (Client client = new Client(connection)) {
      assertThat(run(client, "net().conv(16).relu()")).contains("conv");
      assertThat(run(client, "var kept = resnet(20).plain(); int twice(int n) { return 2 * n; }"))
          .isEmpty();
      assertThat(run(client, "import java.time.*;\nint twice(int n) { return n + n; }")).isEmpty();
      assertThat(run(client, "kept.equals(plain(20)) + \" \" + twice(4)")).endsWith("true 8");
      // What a session begins with stays, whichever part of it is imported again
      assertThat(run(client, "import java.io.* ;\nimport java.util.*;\nList.of(4).get(0)"))
          .isEqualTo("4");
      assertThat(run(client, "LabelFactory labels = null; kept.plain().equals(kept)"))
          .isEqualTo("true");
      JsonObject shutdown = new JsonObject();
      shutdown.addProperty("restart", true);
      String unused = client.sendControl("shutdown_request", shutdown);
      Received reply = client.nextControlReply();
      assertThat(reply.type()).isEqualTo("shutdown_reply");
      assertThat(reply.content().get("restart").getAsBoolean()).isTrue();
    }
    assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(folder.resolve("log"))).isEmpty();
  }

  @Test
  void a_shutdown_ends_a_process_whose_cell_heeds_nothing() throws Exception {
    ConnectionFile connection = ConnectionFile.onFreePorts("k");
    Process process = start(connection);
    try (Client client = new Client(connection)) {
      String endless =
          "System.out.println(\"go\"); java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()";
      String unused = client.send("execute_request", Cells.request(endless));
      List<Received> printed = client.publishedUntil(one -> one.type().equals("stream"));
      assertThat(printed).isNotEmpty();
      unused = client.sendControl("shutdown_request", new JsonObject());
      assertThat(client.nextControlReply().type()).isEqualTo("shutdown_reply");
    }
    assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interrupting_every_thread_harms_nobody_and_processes_of_cells_end_with_the_kernel()
      throws Exception {
    ConnectionFile connection = ConnectionFile.onFreePorts("k");
    Process process = start(connection);
    try (Client client = new Client(connection)) {
      String stopping =
          "for (Thread t : Thread.getAllStackTraces().keySet())"
              + " if (t.getName().matches(\"main|cells|questions\")) t.interrupt();";
      assertThat(
              client.reply(client.send("execute_request", Cells.request(stopping))).text("status"))
          .isEqualTo("ok");
      String starting = "var sleeper = new ProcessBuilder(\"sleep\", \"600\").start();";
      assertThat(
              client.reply(client.send("execute_request", Cells.request(starting))).text("status"))
          .isEqualTo("ok");
      List<ProcessHandle> children = process.descendants().toList();
      assertThat(children).isNotEmpty();
      String unused = client.sendControl("shutdown_request", new JsonObject());
      assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle child : children) {
        assertThat(child.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void the_exit_of_a_cell_ends_the_process_with_its_code() throws Exception {
    ConnectionFile connection = ConnectionFile.onFreePorts("k");
    Process process = start(connection);
    try (Client client = new Client(connection)) {
      String unused = client.send("execute_request", Cells.request("System.exit(7)"));
      assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(7);
  }

  @Test
  void a_connection_file_that_is_of_no_use_is_refused() throws Exception {
    assertThat(refused(folder.resolve("none").toString()))
        .contains("cannot be read")
        .contains("Fix:");
    Path broken = folder.resolve("broken");
    Files.writeString(broken, "{\"ip\": \"127.0.0.1\"}");
    assertThat(refused(broken.toString())).contains("it has no shell_port");
    Files.writeString(
        broken, ConnectionFile.local("k").toJson().toString().replace("\"k\"", "\"\""));
    assertThat(refused(broken.toString())).contains("no key");
    Files.writeString(broken, "[");
    assertThat(refused(broken.toString())).contains("not the JSON object");
  }

  /** The heap that is in use, in bytes, as a cell sees it. */
  private static long used(Client client) {
    String used =
        "java.lang.management.ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()";
    return Long.parseLong(run(client, "System.gc(); " + used));
  }

  @Test
  void memory_stays_flat_over_two_thousand_cells() throws Exception {
    ConnectionFile connection = ConnectionFile.onFreePorts("k");
    Process process = start(connection);
    try (Client client = new Client(connection)) {
      long before = 0;
      for (int i = 0; i < SOAK; i++) {
        if (i == SOAK / 4) {
          before = used(client);
        }
        String unused = run(client, SoakTest.cell(i));
      }
      assertThat(used(client) - before).as("bytes").isLessThan(SoakTest.MOST_GROWTH);
    }
    assertThat(process.isAlive()).isTrue();
  }

  private String refused(String file) throws Exception {
    Process process = start(file);
    assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(folder.resolve("log"));
  }
}
