package org.skipjack.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.compat.Result;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Cell;
import org.skipjack.kernel.evaluation.Failure;
import org.skipjack.kernel.execution.TaskResult;
import org.skipjack.kernel.execution.ThreadOwner;
import org.skipjack.kernel.wire.Publisher;
import org.skipjack.kernel.wire.Request;

/** Carries out requests to run a cell. */
final class ExecuteHandler {
  /** The type of these requests. */
  static final String TYPE = "execute_request";

  /** How long what was sent together with a failed cell may take to arrive. */
  private static final long ARRIVAL_MILLIS = 20;

  private final Publisher publisher;
  private final Status status;
  private final ThreadOwner<Request> threadOwner;
  private final NotebookKernel notebook;
  private final Output output;
  private final CellHistory cellHistory;
  private int count;

  /** What execution works with. */
  record Surroundings(
      Publisher publisher,
      Status status,
      ThreadOwner<Request> origin,
      Output output,
      CellHistory history) {}

  ExecuteHandler(Surroundings surroundings, NotebookKernel notebook) {
    publisher = surroundings.publisher();
    status = surroundings.status();
    threadOwner = surroundings.origin();
    output = surroundings.output();
    cellHistory = surroundings.history();
    this.notebook = notebook;
  }

  /** Runs a cell; one that fails takes with it what is queued behind it. */
  void run(Request request, CellQueue queue) {
    status.begin(request);
    threadOwner.begin(request);
    List<Request> doomed = List.of();
    try {
      TaskResult unused = notebook.session().onCellThread(this::adopt);
      boolean silent = MessageContent.flag(request.content(), "silent", false);
      boolean store = !silent && MessageContent.flag(request.content(), "store_history", true);
      count += store ? 1 : 0;
      Result result = run(request, silent);
      if (store) {
        String code = MessageContent.text(request.content(), "code", "");
        cellHistory.add(count, code, result.shown().map(Rendering::plain).orElse(null));
      }
      if (result.failure().isPresent()
          && MessageContent.flag(request.content(), "stop_on_error", true)) {
        doomed = late(queue);
      }
      request.reply("execute_reply", reply(request, result));
    } finally {
      status.end(request);
      doomed.forEach(this::abort);
    }
  }

  /** Threads that the cell starts print into it. */
  private Object adopt() {
    threadOwner.adopt();
    return threadOwner;
  }

  private Result run(Request request, boolean silent) {
    String code = MessageContent.text(request.content(), "code", "");
    if (!silent) {
      publish(request, "execute_input", counted(MessageContent.object().with("code", code)));
    }
    Result result = notebook.run(new Cell(silent ? 0 : count, code));
    if (!silent) {
      result.notes().forEach(note -> output.print(Output.Stream.STDERR, note + "\n"));
      result.shown().ifPresent(shown -> publish(request, "execute_result", shown(shown)));
      result.failure().ifPresent(failure -> publish(request, "error", error(failure)));
    }
    return result;
  }

  /**
   * Those behind a cell that failed, what is still on its way included. Taken before the reply,
   * since what a client sends after it is meant to run.
   */
  private static List<Request> late(CellQueue queue) {
    try {
      Thread.sleep(ARRIVAL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return queue.take(TYPE);
  }

  private void abort(Request request) {
    status.begin(request);
    request.reply(
        "execute_reply", counted(MessageContent.object().with("status", "aborted")).build());
    status.end(request);
  }

  private JsonObject reply(Request request, Result result) {
    return result
        .failure()
        .map(failure -> counted(error(failure).with("status", "error")))
        .orElseGet(
            () -> counted(MessageContent.ok()).with("user_expressions", expressions(request)))
        .with("payload", new JsonArray())
        .build();
  }

  private JsonObject expressions(Request request) {
    MessageContent values = MessageContent.object();
    if (request.content().get("user_expressions") instanceof JsonObject asked) {
      for (Map.Entry<String, JsonElement> entry : asked.entrySet()) {
        values.with(entry.getKey(), expression(entry.getValue().getAsString()));
      }
    }
    return values.build();
  }

  private JsonObject expression(String code) {
    Result result = notebook.run(new Cell(0, code));
    return result
        .failure()
        .map(failure -> error(failure).with("status", "error").build())
        .orElseGet(
            () -> {
              JsonObject shown = result.shown().orElse(Rendering.text("null")).toJson();
              shown.addProperty("status", "ok");
              return shown;
            });
  }

  private MessageContent shown(Rendering rendering) {
    JsonObject content = rendering.toJson();
    return counted(
        MessageContent.object()
            .with("data", content.get("data"))
            .with("metadata", content.get("metadata")));
  }

  private static MessageContent error(Failure failure) {
    return MessageContent.object()
        .with("ename", failure.name())
        .with("evalue", failure.message())
        .with("traceback", failure.traceback());
  }

  private MessageContent counted(MessageContent content) {
    return content.with("execution_count", count);
  }

  private void publish(Request request, String type, MessageContent content) {
    publisher.publish(request.message().header(), type, content.build());
  }
}
