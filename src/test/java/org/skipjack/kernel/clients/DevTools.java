package org.skipjack.kernel.clients;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A page of Chromium, spoken to over its DevTools protocol. */
final class DevTools implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final WebSocket socket;

  private DevTools(URI page) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, listener()).join();
  }

  /** Connects to a page by the address that Chromium names for it. */
  static DevTools of(URI page) {
    DevTools tools = new DevTools(page);
    JsonObject unused = tools.call("Runtime.enable", Map.of());
    return tools;
  }

  /** What the page's scripts threw and nobody caught. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Calls a method of the protocol, and returns its result. */
  JsonObject call(String method, Map<String, ?> parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    open.put(id, answer);
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", new com.google.gson.Gson().toJsonTree(parameters));
    socket.sendText(message.toString(), true).join();
    JsonObject heard = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (heard.has("error")) {
      throw new AssertionError(method + ": " + heard.get("error"));
    }
    return heard.getAsJsonObject("result");
  }

  private WebSocket.Listener listener() {
    return new WebSocket.Listener() {
      private final StringBuilder text = new StringBuilder();

      @Override
      public CompletionStage<?> onText(WebSocket heard, CharSequence part, boolean whole) {
        text.append(part);
        if (whole) {
          hear(JsonParser.parseString(text.toString()).getAsJsonObject());
          text.setLength(0);
        }
        heard.request(1);
        return CompletableFuture.completedFuture(null);
      }
    };
  }

  private void hear(JsonObject message) {
    if (message.has("id")) {
      CompletableFuture<JsonObject> answer = open.remove(message.get("id").getAsInt());
      if (answer != null) {
        answer.complete(message);
      }
    } else if (message.get("method").getAsString().equals("Runtime.exceptionThrown")) {
      errors.add(message.get("params").toString());
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
