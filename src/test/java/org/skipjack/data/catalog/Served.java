package org.skipjack.data.catalog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of one file on this machine, which can misbehave as servers do. */
final class Served implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] file;
  private final List<String> ranges = new ArrayList<>();
  private volatile int status = 200;
  private volatile boolean knowsRanges = true;
  private volatile int breaksAfter = Integer.MAX_VALUE;
  private volatile boolean hangs;
  private volatile boolean drips;
  private volatile boolean refusesRanges;

  Served(byte[] file) throws IOException {
    this.file = file;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/file.gz";
  }

  /** Answers with this status and nothing else. */
  @CanIgnoreReturnValue
  Served status(int refusal) {
    status = refusal;
    return this;
  }

  @CanIgnoreReturnValue
  Served withoutRanges() {
    knowsRanges = false;
    return this;
  }

  /** Breaks the next connection after that many bytes. */
  @CanIgnoreReturnValue
  Served breakAfter(int bytes) {
    breaksAfter = bytes;
    return this;
  }

  /** Breaks off without closing: nothing comes any more. */
  @CanIgnoreReturnValue
  Served hang() {
    hangs = true;
    return this;
  }

  /** Sends a byte now and then, and never all. */
  @CanIgnoreReturnValue
  Served drip() {
    drips = true;
    return this;
  }

  /** Answers that there is no such range, whatever the range. */
  @CanIgnoreReturnValue
  Served refuseRanges() {
    refusesRanges = true;
    return this;
  }

  /** The Range header of each request, or "none". */
  synchronized List<String> ranges() {
    return List.copyOf(ranges);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    synchronized (this) {
      ranges.add(range == null ? "none" : range);
    }
    if (status != 200 || (refusesRanges && range != null)) {
      exchange.sendResponseHeaders(status != 200 ? status : 416, -1);
      exchange.close();
      return;
    }
    int from = 0;
    if (range != null && knowsRanges) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
    }
    byte[] body = Arrays.copyOfRange(file, from, file.length);
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, body.length);
    for (int i = 0; drips; i++) {
      exchange.getResponseBody().write(body, i, 1);
      exchange.getResponseBody().flush();
      pause();
    }
    int sent = Math.min(body.length, breaksAfter);
    breaksAfter = Integer.MAX_VALUE;
    exchange.getResponseBody().write(body, 0, sent);
    exchange.getResponseBody().flush();
    if (sent < body.length && hangs) {
      return;
    }
    exchange.close();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException("the server is closed", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
