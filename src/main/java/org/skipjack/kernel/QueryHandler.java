package org.skipjack.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.skipjack.kernel.assist.Completeness;
import org.skipjack.kernel.assist.Completion;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.execution.Throwables;
import org.skipjack.kernel.wire.Request;

/** Handles requests that run no code: completion, inspection, history. */
final class QueryHandler {
  private final NotebookKernel notebook;
  private final CellHistory cellHistory;

  QueryHandler(NotebookKernel notebook, CellHistory cellHistory) {
    this.notebook = notebook;
    this.cellHistory = cellHistory;
  }

  /** What the kernel is; needs no compiler, so a client has it at once. */
  JsonObject info() {
    String java = Runtime.version().toString();
    JsonObject language =
        MessageContent.object()
            .with("name", "java")
            .with("version", java)
            .with("mimetype", "text/x-java")
            .with("file_extension", ".jsh")
            .with("pygments_lexer", "java")
            .with("codemirror_mode", "text/x-java")
            .build();
    return MessageContent.ok()
        .with("protocol_version", "5.4")
        .with("implementation", "skipjack")
        .with("implementation_version", notebook.getVersion())
        .with("banner", "Skipjack " + notebook.getVersion() + ", Java " + java)
        .with("language_info", language)
        .with("help_links", new JsonArray())
        .with("debugger", false)
        .with("supported_features", new JsonArray())
        .build();
  }

  /** Answers a request of the shell channel; one that nobody knows gets no answer. */
  void answer(Request request) {
    switch (request.type()) {
      case "complete_request" -> request.reply("complete_reply", complete(request.content()));
      case "inspect_request" -> request.reply("inspect_reply", inspect(request.content()));
      case "is_complete_request" ->
          request.reply("is_complete_reply", isComplete(request.content()));
      case "history_request" ->
          request.reply("history_reply", cellHistory.answer(request.content()));
      case "comm_info_request" -> request.reply("comm_info_reply", comms(request.content()));
      default -> {}
    }
  }

  /** Answers a request that could not be carried out; what is no request gets no answer. */
  static void refuse(Request request, Throwable thrown) {
    String type = request.type();
    if (type.endsWith("_request")) {
      String name = thrown.getClass().getSimpleName();
      String message = Throwables.message(thrown);
      request.reply(
          type.replaceFirst("_request$", "_reply"),
          MessageContent.object()
              .with("status", "error")
              .with("ename", name)
              .with("evalue", message)
              .with("traceback", List.of(name + ": " + message))
              .build());
    }
  }

  /** Takes what a comm in the page says. */
  void hear(Request request) {
    var unused =
        notebook
            .session()
            .onCellThread(
                () -> {
                  notebook
                      .comms()
                      .heard(request.type(), request.content(), request.message().buffers());
                  return null;
                });
  }

  private JsonObject complete(JsonObject asked) {
    String code = MessageContent.text(asked, "code", "");
    int position = CodePoints.toIndex(code, MessageContent.number(asked, "cursor_pos", -1));
    Completion completion = notebook.completion(code, position);
    int start = CodePoints.fromIndex(code, completion.start());
    int end = CodePoints.fromIndex(code, completion.end());
    JsonArray kinds = new JsonArray();
    for (String match : completion.matches()) {
      kinds.add(
          MessageContent.object()
              .with("text", match)
              .with("type", Completion.kind(match))
              .with("start", start)
              .with("end", end)
              .build());
    }
    return MessageContent.ok()
        .with("matches", completion.matches())
        .with("cursor_start", start)
        .with("cursor_end", end)
        .with(
            "metadata", MessageContent.object().with("_jupyter_types_experimental", kinds).build())
        .build();
  }

  private JsonObject inspect(JsonObject asked) {
    String code = MessageContent.text(asked, "code", "");
    int position = CodePoints.toIndex(code, MessageContent.number(asked, "cursor_pos", -1));
    MessageContent reply = MessageContent.ok();
    boolean source = MessageContent.number(asked, "detail_level", 0) > 0;
    var found = notebook.inspection().of(code, position, source);
    JsonObject shown = found.orElse(Rendering.text("")).toJson();
    return reply
        .with("found", found.isPresent())
        .with("data", found.isPresent() ? shown.get("data") : new JsonObject())
        .with("metadata", new JsonObject())
        .build();
  }

  private JsonObject isComplete(JsonObject asked) {
    Completeness judged =
        Completeness.of(notebook.session(), MessageContent.text(asked, "code", ""));
    MessageContent reply = MessageContent.object().with("status", judged.status());
    return judged.status().equals("incomplete")
        ? reply.with("indent", judged.indent()).build()
        : reply.build();
  }

  private JsonObject comms(JsonObject asked) {
    String wanted = MessageContent.text(asked, "target_name", "");
    MessageContent open = MessageContent.object();
    notebook
        .comms()
        .open()
        .forEach(
            (id, target) -> {
              if (wanted.isEmpty() || wanted.equals(target)) {
                open.with(id, MessageContent.object().with("target_name", target).build());
              }
            });
    return MessageContent.ok().with("comms", open.build()).build();
  }
}
