package org.skipjack.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;

/** What is written, held against Jupyter's own schema by Debian's python3-nbformat. */
@Tag("jupyter")
class NotebookSchemaTest {
  private static final String CHECK =
      """
      import sys, nbformat
      book = nbformat.read(sys.argv[1], 4)
      nbformat.validate(book)
      text = nbformat.writes(book) + "\\n"
      same = text == open(sys.argv[1], encoding="utf-8").read()
      print(book.nbformat, book.nbformat_minor, [c.cell_type for c in book.cells], same)
      """;

  @TempDir Path folder;

  /** Hears nothing. */
  private record Deaf() implements RunListener {
    @Override
    public void began(Step step) {}

    @Override
    public void ended(Step step, double seconds, Notebook soFar) {}

    @Override
    public void printed(Output.Stream stream, String text) {}

    @Override
    public void shown(Rendering rendering) {}
  }

  @Test
  void an_executed_notebook_is_valid_and_jupyter_would_write_the_same_letters() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("a.jsh"),
            """
            // %% [markdown]
            // # Ünïcode
            // %% tags=["parameters"]
            int a = 1;
            // %%
            System.out.println("a\\nb"); System.err.print("c");
            display("<b>x</b>", "text/html");
            a
            // %%
            throw new IllegalStateException("end");
            """);
    Path written = folder.resolve("out.ipynb");
    try (NotebookRun run = NotebookRun.open(script, Map.of("a", "2"), new Deaf())) {
      NotebookWriter.write(run.run().notebook(), written);
    }
    Process python =
        new ProcessBuilder("/usr/bin/python3", "-c", CHECK, written.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).endsWith("4 5 ['markdown', 'code', 'code', 'code', 'code'] True\n");
  }
}
