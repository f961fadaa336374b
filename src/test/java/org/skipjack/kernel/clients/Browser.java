package org.skipjack.kernel.clients;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chromium without a window, with one page. */
final class Browser implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 300;
  private static final int SHIFT = 8;
  private static final double SCALE = 1.25;

  private final Process process;
  private final DevTools page;

  private Browser(Process process, DevTools page) {
    this.process = process;
    this.page = page;
  }

  /** Starts a browser that keeps all that it has in a folder. */
  static Browser start(Path folder) throws IOException, InterruptedException {
    Path profile = Files.createDirectories(folder.resolve("browser"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Jupyter.program("chromium"),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile());
    builder.environment().putAll(Map.of("HOME", profile.toString(), "TMPDIR", profile.toString()));
    Process process = builder.start();
    try {
      return new Browser(process, DevTools.of(firstPage(profile.resolve("DevToolsActivePort"))));
    } catch (IOException | RuntimeException | Error e) {
      end(process);
      throw e;
    }
  }

  /** Chromium writes the port that it took into a file. */
  private static URI firstPage(Path portFile) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!Files.exists(portFile) || Files.readAllLines(portFile).size() < 2) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            String.format(Locale.ROOT, "Chromium did not start in %d s", PATIENCE_SECONDS));
      }
      Thread.sleep(50);
    }
    URI list =
        URI.create("http://127.0.0.1:%s/json/list".formatted(Files.readAllLines(portFile).get(0)));
    String pages =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
            .body();
    for (JsonElement one : JsonParser.parseString(pages).getAsJsonArray()) {
      if (one.getAsJsonObject().get("type").getAsString().equals("page")) {
        return URI.create(one.getAsJsonObject().get("webSocketDebuggerUrl").getAsString());
      }
    }
    throw new AssertionError("Chromium has no page: " + pages);
  }

  /** Goes to an address, in a window of some size. */
  void open(URI address, int width, int height) {
    JsonObject unused =
        page.call(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", SCALE, "mobile", false));
    unused = page.call("Page.navigate", Map.of("url", address.toString()));
  }

  /** The value of a JavaScript expression in the page. */
  JsonElement evaluate(String expression) {
    JsonObject answer =
        page.call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    JsonObject result = answer.getAsJsonObject("result");
    return result.has("value") ? result.get("value") : com.google.gson.JsonNull.INSTANCE;
  }

  /** Waits until an expression is true; one that throws is not. */
  void await(String condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    String guarded =
        "(() => { try { return Boolean(%s) } catch (e) { return false } })()".formatted(condition);
    while (!evaluate(guarded).getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            String.format(Locale.ROOT, "not in %d s: %s", PATIENCE_SECONDS, condition));
      }
      Thread.sleep(20);
    }
  }

  /** Types text where the cursor is. */
  void type(String text) {
    JsonObject unused = page.call("Input.insertText", Map.of("text", text));
  }

  /** Presses and lets go a key, by its name. */
  void press(String key, int code, boolean shift) {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      JsonObject unused =
          page.call(
              "Input.dispatchKeyEvent",
              Map.of(
                  "type",
                  type,
                  "key",
                  key,
                  "code",
                  key,
                  "windowsVirtualKeyCode",
                  code,
                  "modifiers",
                  shift ? SHIFT : 0));
    }
  }

  /** What the page's scripts threw and nobody caught. */
  List<String> errors() {
    return page.errors();
  }

  /** Writes what the window shows as a PNG. */
  void screenshot(Path file) throws IOException {
    String png =
        page.call("Page.captureScreenshot", Map.of("format", "png")).get("data").getAsString();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path unused = Files.write(file, Base64.getDecoder().decode(png));
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    var unused = process.onExit().join();
  }

  @Override
  public void close() {
    page.close();
    end(process);
  }
}
