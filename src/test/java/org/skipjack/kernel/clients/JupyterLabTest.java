package org.skipjack.kernel.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that JupyterLab is made with, in Node, through the machine's Jupyter server. */
@Tag("jupyterlab")
class JupyterLabTest {
  private static final Path MODULES = Path.of("target/jupyterlab/node_modules").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void jupyterlabs_client_runs_completes_interrupts_and_restarts() throws Exception {
    assertThat(MODULES.resolve("@jupyterlab/services"))
        .as("Fix: npm install --prefix target/jupyterlab, with the package.json beside lab.js")
        .isDirectory();
    Jupyter jupyter = Jupyter.in(folder);
    try (NotebookServer server = NotebookServer.start(jupyter)) {
      String said =
          jupyter.run(
              Jupyter.program("env"),
              "NODE_PATH=" + MODULES,
              Jupyter.program("node"),
              Jupyter.resource("lab.js").toString(),
              server.root().toString(),
              server.token());
      long checks =
          Files.readString(Jupyter.resource("lab.js"))
              .lines()
              .filter(line -> line.matches(" +async \".*"))
              .count();
      assertThat(said.lines().filter(line -> line.startsWith("passed: "))).hasSize((int) checks);
    }
  }
}
