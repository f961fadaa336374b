package org.skipjack.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Failure;

class NotebookRunTest {
  @TempDir Path folder;

  /** Notes what it hears. */
  private static final class Heard implements RunListener {
    private final List<String> heard = new ArrayList<>();
    private final CountDownLatch printed = new CountDownLatch(1);

    @Override
    public void began(Step step) {
      heard.add(String.format(Locale.ROOT, "began %d/%d", step.number(), step.of()));
    }

    @Override
    public void ended(Step step, double seconds, Notebook soFar) {
      heard.add(String.format(Locale.ROOT, "ended %d/%d", step.number(), step.of()));
    }

    @Override
    public void printed(Output.Stream stream, String text) {
      printed.countDown();
    }

    @Override
    public void shown(Rendering rendering) {
      heard.add("shown " + rendering.plain());
    }
  }

  private final Heard heard = new Heard();

  private NotebookRun.Ended run(String script, Map<String, String> parameters) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsh"), script);
    try (NotebookRun run = NotebookRun.open(file, parameters, heard)) {
      return run.run();
    }
  }

  private static List<String> outputs(NotebookRun.Ended ended, int cell) {
    return ended.notebook().cells().get(cell).result().outputs().stream()
        .map(NotebookRunTest::words)
        .toList();
  }

  private static String words(JsonObject output) {
    String type = output.get("output_type").getAsString();
    return switch (type) {
      case "stream" -> output.get("name").getAsString() + " " + output.get("text").getAsString();
      case "error" -> "error " + output.get("evalue").getAsString();
      default -> type + " " + output.getAsJsonObject("data").get("text/plain").getAsString();
    };
  }

  @Test
  void outputs_stand_with_their_cell_in_the_order_in_which_they_came() throws Exception {
    PrintStream before = System.out;
    NotebookRun.Ended ended =
        run(
            """
            // %% tags=["parameters"]
            int a = 1;
            // %%
            System.out.print("x"); System.out.println("y"); System.err.println("z");
            display("first", "text/plain");
            a * 2
            // %%
            var late = new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { } \
            System.out.print("late"); });
            late.start();
            // %%
            late.join();
            // %% tags=["raises-exception"]
            throw new IllegalStateException("meant to");
            // %% tags=["skip-execution"]
            a = 0;
            // %% [markdown]
            // text
            // %%
            net().relu().conv(4).residual(b -> b.conv(4)).toString().length() > 0
            """,
            Map.of("a", "21"));
    assertThat(ended.failure()).isEmpty();
    assertThat(System.out).isSameAs(before);
    assertThat(ended.notebook().cells().get(1).source()).isEqualTo("// Parameters\na = 21;");
    assertThat(outputs(ended, 2))
        .containsExactly("stdout xy\n", "stderr z\n", "display_data first", "execute_result 42");
    assertThat(outputs(ended, 3)).containsExactly("stdout late");
    assertThat(outputs(ended, 4)).isEmpty();
    assertThat(outputs(ended, 5)).containsExactly("error meant to");
    assertThat(ended.notebook().cells())
        .extracting(cell -> cell.result().count())
        .containsExactly(1, 2, 3, 4, 5, 6, null, null, 7);
    assertThat(outputs(ended, 8)).containsExactly("execute_result true");
    assertThat(heard.heard)
        .containsSubsequence("began 1/7", "ended 1/7", "began 3/7", "shown 42", "ended 7/7");
  }

  @Test
  void what_is_shown_can_be_updated_and_cleared() throws Exception {
    NotebookRun.Ended ended =
        run(
            """
            // %%
            import org.dflib.jjava.jupyter.kernel.display.DisplayData;
            String id = display("old");
            // %%
            for (int i = 0; i < 3; i++) updateDisplay(id, new DisplayData("new " + i));
            """,
            Map.of());
    assertThat(ended.failure()).isEmpty();
    assertThat(outputs(ended, 0)).containsExactly("display_data new 2");
    assertThat(outputs(ended, 1)).isEmpty();
  }

  @Test
  void a_cell_that_fails_ends_the_run_and_leaves_what_was_done() throws Exception {
    NotebookRun.Ended ended =
        run("// %%\n1\n// %%\n\nint[] none = {};\nnone[2]\n// %%\n3\n", Map.of());
    Failure failure = ended.failure().orElseThrow();
    assertThat(failure.name()).isEqualTo("ArrayIndexOutOfBoundsException");
    assertThat(String.join("\n", failure.traceback())).contains("cell [2] line 2:  none[2]");
    assertThat(outputs(ended, 0)).containsExactly("execute_result 1");
    assertThat(outputs(ended, 1)).containsExactly("error Index 2 out of bounds for length 0");
    assertThat(ended.notebook().cells().get(2).result().count()).isNull();
  }

  @Test
  void nobody_can_be_asked_and_the_cell_says_so() throws Exception {
    NotebookRun.Ended ended = run("new Scanner(System.in).nextLine()", Map.of());
    assertThat(ended.failure()).isPresent();
  }

  @Test
  void an_interrupt_stops_the_cell_and_the_run() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("a.jsh"), "System.out.println(1); while (true) { }\n// %%\n2\n");
    Thread caller = Thread.currentThread();
    Thread stopper =
        new Thread(
            () -> {
              try {
                heard.printed.await();
                caller.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    stopper.start();
    try (NotebookRun run = NotebookRun.open(file, Map.of(), heard)) {
      NotebookRun.Ended ended = run.run();
      assertThat(ended.failure()).map(Failure::interrupted).contains(true);
      assertThat(outputs(ended, 0)).first().isEqualTo("stdout 1\n");
      assertThat(ended.notebook().cells().get(1).result().count()).isNull();
    }
  }
}
