package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.skipjack.kernel.Client.Received;
import org.skipjack.kernel.wire.ConnectionFile;
import org.skipjack.kernel.wire.Request;

/** A kernel in this process and a client of it, used as a person does: a cell after the other. */
final class Cells implements AutoCloseable {
  /** What {@code display} and its like need. */
  static final String STATICS =
      "import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;";

  final Kernel kernel;
  final Client client;
  int exitCode = -1;

  Cells() {
    this("");
  }

  Cells(String startup) {
    this(startup, request -> {});
  }

  /** A kernel that shows each request to {@code first}, before it carries it out. */
  Cells(String startup, Consumer<Request> first) {
    kernel = Kernel.start(ConnectionFile.local("secret"), startup, code -> exitCode = code, first);
    client = new Client(kernel.connection());
  }

  /** What came of a cell: the reply, and everything published under it. */
  record Cell(Received reply, List<Received> published) {
    String status() {
      return reply.text("status");
    }

    List<String> types() {
      return published.stream().map(Received::type).toList();
    }

    /** What it printed. */
    String printed(String stream) {
      return all("stream").stream()
          .filter(one -> one.text("name").equals(stream))
          .map(one -> one.text("text"))
          .collect(Collectors.joining());
    }

    List<Received> all(String type) {
      return published.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** The text form of its value. */
    String value() {
      List<Received> results = all("execute_result");
      assertThat(results).as("results of " + published).hasSize(1);
      return results.get(0).content().getAsJsonObject("data").get("text/plain").getAsString();
    }

    /** The traceback without its colors. */
    String traceback() {
      StringBuilder text = new StringBuilder();
      reply
          .content()
          .getAsJsonArray("traceback")
          .forEach(line -> text.append(line.getAsString()).append('\n'));
      return text.toString().replaceAll("\u001b\\[[0-9;]*m", "");
    }
  }

  static JsonObject request(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.addProperty("allow_stdin", true);
    content.addProperty("stop_on_error", true);
    content.add("user_expressions", new JsonObject());
    return content;
  }

  String send(String code) {
    return client.send("execute_request", request(code));
  }

  /** What came of a request that was sent. */
  Cell await(String id) {
    Received reply = client.reply(id);
    return new Cell(
        reply, client.published(id).stream().filter(one -> one.parentId().equals(id)).toList());
  }

  Cell attempt(String code) {
    return await(send(code));
  }

  /** Runs a cell that must not fail. */
  @CanIgnoreReturnValue
  Cell run(String code) {
    Cell cell = attempt(code);
    assertThat(cell.status()).as("%s: %s", code, cell.reply()).isEqualTo("ok");
    return cell;
  }

  /** Sends a request that is no cell, and returns its reply. */
  Received ask(String type, JsonObject content) {
    String id = client.send(type, content);
    Received reply = client.reply(id);
    List<Received> unused = client.published(id);
    return reply;
  }

  @Override
  public void close() {
    client.close();
    kernel.close();
  }
}
