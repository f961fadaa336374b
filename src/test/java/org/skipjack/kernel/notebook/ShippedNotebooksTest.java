package org.skipjack.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;

/** The notebooks that come with Skipjack, run from the first cell to the last. */
class ShippedNotebooksTest {
  private static final Path FOLDER = Path.of("notebooks");

  @TempDir Path folder;

  /** Hears nothing. */
  private record Silent() implements RunListener {
    @Override
    public void began(Step step) {}

    @Override
    public void ended(Step step, double seconds, Notebook soFar) {}

    @Override
    public void printed(Output.Stream stream, String text) {}

    @Override
    public void shown(Rendering rendering) {}
  }

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void every_notebook_runs_and_shows_its_charts(Path file) {
    Map<String, String> small =
        Map.of(
            "epochs", "1", "seeds", "2", "images", "200", "folder", folder.resolve("r").toString());
    try (NotebookRun run = NotebookRun.open(file, small, new Silent())) {
      NotebookRun.Ended ended = run.run();
      assertThat(ended.failure()).as("%s", file).isEmpty();
      String written = NotebookWriter.text(ended.notebook());
      assertThat(written.split("image/png", -1)).as("pictures").hasSizeGreaterThan(33);
      assertThat(written)
          .contains("cannot add its two branches", "resnet-32", "the plain net learns worse [");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void they_are_kept_without_outputs_and_as_jupyter_writes_them(Path file) throws IOException {
    Notebook notebook = NotebookReader.read(file);
    assertThat(notebook).isEqualTo(notebook.withoutResults());
    assertThat(NotebookWriter.text(notebook)).isEqualTo(Files.readString(file));
  }
}
