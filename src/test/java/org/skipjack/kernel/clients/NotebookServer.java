package org.skipjack.kernel.clients;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A {@code jupyter notebook} of the test's own, whose notebooks stand in its folder. */
record NotebookServer(Process process, Path folder, int port, String token)
    implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  /** Starts a server, and waits until it answers. */
  static NotebookServer start(Jupyter jupyter, String... options)
      throws IOException, InterruptedException {
    int port = freePort();
    String token = "a-token-of-the-test";
    Path log = jupyter.folder().resolve("server.log");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Jupyter.program("jupyter"),
                "notebook",
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                "--port=" + port,
                "--NotebookApp.port_retries=0",
                "--NotebookApp.token=" + token));
    command.addAll(List.of(options));
    Process process = jupyter.start(log, command.toArray(String[]::new));
    NotebookServer server = new NotebookServer(process, jupyter.folder(), port, token);
    try {
      server.awaitAnswer(log);
      return server;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer(Path log) throws IOException, InterruptedException {
    HttpRequest status = HttpRequest.newBuilder(address("api/status")).build();
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (true) {
      try {
        if (HttpClient.newHttpClient().send(status, BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet
      }
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the server does not answer:\n" + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  /** The root of the server's addresses. */
  URI root() {
    return URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d/", port));
  }

  /** An address of the server, with what it wants to be asked with. */
  URI address(String path) {
    return root().resolve(path + "?token=" + token);
  }

  /** Writes a notebook, and returns where a browser opens it. */
  URI notebook(String name, String... cells) throws IOException {
    JsonArray all = new JsonArray();
    for (String code : cells) {
      JsonObject cell = new JsonObject();
      cell.addProperty("cell_type", "code");
      cell.add("execution_count", com.google.gson.JsonNull.INSTANCE);
      cell.add("metadata", new JsonObject());
      cell.add("outputs", new JsonArray());
      cell.addProperty("source", code);
      all.add(cell);
    }
    JsonObject kernel = new JsonObject();
    kernel.addProperty("name", "skipjack");
    kernel.addProperty("display_name", "Skipjack (Java)");
    JsonObject metadata = new JsonObject();
    metadata.add("kernelspec", kernel);
    JsonObject notebook = new JsonObject();
    notebook.add("cells", all);
    notebook.add("metadata", metadata);
    notebook.addProperty("nbformat", 4);
    notebook.addProperty("nbformat_minor", 4);
    Path unused = Files.writeString(folder.resolve(name + ".ipynb"), notebook.toString());
    return address("notebooks/" + name + ".ipynb");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    var unused = process.onExit().join();
  }
}
