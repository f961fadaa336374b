package org.skipjack.kernel.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of others, with the kernel installed as the installer does it. */
@Tag("jupyter")
class RealClientsTest {
  @TempDir private Path folder;
  private Jupyter jupyter;

  @BeforeEach
  void install() {
    jupyter = Jupyter.in(folder);
  }

  @Test
  void jupyters_own_tests_pass_but_that_of_the_pager() throws Exception {
    String said = jupyter.python("kernel_test.py");
    assertThat(said).contains("Ran 12 tests", "OK (skipped=1)").contains("test_pager");
  }

  @Test
  void the_console_runs_cells_heeds_control_c_and_shows_how_far_a_training_is() throws Exception {
    assertThat(jupyter.python("console.py", Jupyter.program("jupyter"))).contains("still here");
  }

  @Test
  void nbconvert_executes_a_notebook_with_a_chart_and_a_training() throws Exception {
    Path notebook = Files.copy(Jupyter.resource("nbconvert.ipynb"), folder.resolve("in.ipynb"));
    String executed = nbconvert(notebook);
    assertThat(executed).contains("conv", "image/png", "3 epochs done", "stdout");
  }

  /** The clients' own test of what the project ships. */
  @Test
  void nbconvert_executes_every_notebook_of_the_project() throws Exception {
    Path shipped = Path.of("notebooks");
    if (!Files.isDirectory(shipped)) {
      return;
    }
    try (Stream<Path> files = Files.list(shipped)) {
      List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb")).toList();
      for (Path notebook : notebooks) {
        assertThat(nbconvert(small(notebook))).contains("\"output_type\"");
      }
    }
  }

  /** A copy that trains on few images, so that it takes seconds. */
  private Path small(Path notebook) throws IOException {
    String text = Files.readString(notebook);
    for (String size : List.of("epochs = 1", "seeds = 2", "images = 200")) {
      String name = size.substring(0, size.indexOf(' '));
      String smaller = text.replaceFirst("int " + name + " = [0-9_]+;", "int " + size + ";");
      assertThat(smaller).as("%s in %s", name, notebook).isNotEqualTo(text);
      text = smaller;
    }
    return Files.writeString(folder.resolve(notebook.getFileName()), text);
  }

  private String nbconvert(Path notebook) throws IOException, InterruptedException {
    String unused =
        jupyter.run(
            Jupyter.program("jupyter"),
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--ExecutePreprocessor.timeout=600",
            "--output-dir=" + folder,
            "--output=executed.ipynb",
            notebook.toAbsolutePath().toString());
    String executed = Files.readString(folder.resolve("executed.ipynb"));
    assertThat(JsonParser.parseString(executed).getAsJsonObject().get("nbformat").getAsInt())
        .isEqualTo(4);
    return executed;
  }
}
