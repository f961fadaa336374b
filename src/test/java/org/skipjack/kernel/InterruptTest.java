package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.kernel.Cells.Cell;
import org.skipjack.kernel.Client.Received;

/** Cells stop, and no thread of theirs goes on. */
class InterruptTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells("import java.util.*;");
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  /** Interrupts a cell once it says that it runs. */
  private static Cell interrupt(String id) {
    List<Received> before = cells.client.publishedUntil(InterruptTest::saysThatItRuns);
    String request = cells.client.sendControl("interrupt_request", new JsonObject());
    Received reply = cells.client.nextControlReply();
    assertThat(reply.type()).isEqualTo("interrupt_reply");
    assertThat(reply.parentId()).isEqualTo(request);
    Received ofCell = cells.client.reply(id);
    List<Received> after = new ArrayList<>(before);
    after.addAll(cells.client.published(id));
    return new Cell(ofCell, after);
  }

  private static boolean saysThatItRuns(Received message) {
    return message.type().equals("stream") && message.text("text").contains("running");
  }

  private static String running(String code) {
    return "{ System.out.println(\"running\"); " + code + " }";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (long i = 0; ; i++) { double x = Math.sqrt(i); }",
        "Thread.sleep(1_000_000);",
        "new Object() { int f(int n) { return n < 1 ? n : f(n - 1) + f(n - 2); } }.f(100);",
        "while (true) { try { while (true) {} } catch (Throwable t) {} }",
        "java.util.stream.IntStream.range(0, 64).parallel().forEach(i -> { while (true) {} });",
        "new Scanner(System.in).nextLine();",
        "synchronized (Object.class) { Object.class.wait(); }",
      })
  void a_cell_stops_and_leaves_no_thread_at_work(String code) throws InterruptedException {
    Cell cell = interrupt(cells.send(running(code)));
    assertThat(cell.status()).isEqualTo("error");
    assertThat(cell.reply().text("ename")).isEqualTo("Interrupted");
    assertThat(cell.traceback()).contains("cell [").contains("line 1");
    assertThat(spinning()).isEmpty();
    assertThat(cells.run("1 + 1").value()).isEqualTo("2");
  }

  /** Threads of cells, and of pools that they used, that are on a processor for a while. */
  private static List<String> spinning() throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] ids =
        Thread.getAllStackTraces().keySet().stream()
            .filter(one -> one.getName().equals("cell") || one.getName().startsWith("ForkJoin"))
            .mapToLong(Thread::getId)
            .toArray();
    long[] before = Arrays.stream(ids).map(threads::getThreadCpuTime).toArray();
    Thread.sleep(300);
    return IntStream.range(0, ids.length)
        .filter(i -> threads.getThreadCpuTime(ids[i]) - before[i] > 30_000_000)
        .mapToObj(i -> Arrays.toString(threads.getThreadInfo(ids[i], 5).getStackTrace()))
        .toList();
  }

  @Test
  void queued_cells_are_aborted() {
    String first = cells.send(running("while (true) {}"));
    String second = cells.send("int never = 1;");
    String third = cells.send("int never = 2;");
    assertThat(interrupt(first).reply().text("ename")).isEqualTo("Interrupted");
    assertThat(cells.await(second).status()).isEqualTo("aborted");
    assertThat(cells.await(third).status()).isEqualTo("aborted");
    assertThat(cells.attempt("never").status()).isEqualTo("error");
  }

  @Test
  void what_the_cell_did_before_is_kept() {
    cells.run("int steps = 0;");
    Cell cell = interrupt(cells.send("steps = 5;\n" + running("while (true) {}") + "\nsteps = 6;"));
    assertThat(cell.traceback()).contains("line 2");
    assertThat(cells.run("steps").value()).isEqualTo("5");
  }

  @Test
  void code_that_ends_by_itself_when_interrupted_keeps_its_result() {
    cells.run(
        """
        int heeding() {
          System.out.println("running");
          try {
            Thread.sleep(1_000_000);
          } catch (InterruptedException e) {
            // as a training does, which then gives what it has
          }
          return 7;
        }""");
    Cell cell = interrupt(cells.send("var kept = heeding();\nkept = 8;"));
    assertThat(cell.reply().text("ename")).isEqualTo("Interrupted");
    assertThat(cells.run("kept").value()).isEqualTo("7");
  }

  @Test
  void an_interrupt_that_is_swallowed_is_repeated_until_the_cell_ends() {
    cells.run("int stops = 0;");
    String swallowing =
        """
        try { Thread.sleep(1_000_000); } catch (InterruptedException e) { stops = 1; }
        try { new java.util.concurrent.CountDownLatch(1).await(); }
        catch (InterruptedException e) { stops = 2; }
        """;
    Cell cell = interrupt(cells.send(running("{" + swallowing + "}")));
    assertThat(cell.reply().text("ename")).isEqualTo("Interrupted");
    assertThat(cells.run("stops").value()).isEqualTo("2");
  }

  @Test
  void an_interrupt_of_nothing_does_nothing() {
    String unused = cells.client.sendControl("interrupt_request", new JsonObject());
    assertThat(cells.client.nextControlReply().type()).isEqualTo("interrupt_reply");
    assertThat(cells.run("2 + 2").value()).isEqualTo("4");
  }

  @Test
  void an_interrupt_while_the_compiler_comes_up_leaves_a_session_that_works() {
    try (Cells fresh = new Cells("")) {
      fresh.kernel.interrupt();
      assertThat(fresh.run("3 + 3").value()).isEqualTo("6");
    }
  }

  @Test
  void questions_are_answered_while_a_cell_runs() {
    String id = cells.send(running("while (true) {}"));
    List<Received> unused = cells.client.publishedUntil(InterruptTest::saysThatItRuns);
    JsonObject complete = new JsonObject();
    complete.addProperty("code", "Math.ab");
    complete.addProperty("cursor_pos", 7);
    String asked = cells.client.send("complete_request", complete);
    Received reply = cells.client.reply(asked);
    assertThat(reply.content().getAsJsonArray("matches").toString()).contains("abs(");
    // The last word is that the kernel is busy
    List<Received> states = cells.client.publishedUntil(message -> message.parentId().equals(id));
    assertThat(states.get(states.size() - 1).text("execution_state")).isEqualTo("busy");
    String info = cells.client.sendControl("kernel_info_request", new JsonObject());
    assertThat(cells.client.nextControlReply().parentId()).isEqualTo(info);
    cells.kernel.interrupt();
    assertThat(cells.client.reply(id).text("ename")).isEqualTo("Interrupted");
    unused = cells.client.published(id);
  }
}
