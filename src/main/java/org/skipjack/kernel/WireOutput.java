package org.skipjack.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.execution.ThreadOwner;
import org.skipjack.kernel.wire.InputPrompt;
import org.skipjack.kernel.wire.Request;
import org.skipjack.kernel.wire.Wire;

/** Publishes what cells print and show, under the request that it belongs to. */
final class WireOutput implements Output {
  private final Wire wire;
  private final ThreadOwner<Request> threadOwner;

  WireOutput(Wire wire, ThreadOwner<Request> threadOwner) {
    this.wire = wire;
    this.threadOwner = threadOwner;
  }

  @Override
  public void print(Stream stream, String text) {
    if (!silent()) {
      wire.publisher().print(parent(), stream.name().toLowerCase(Locale.ROOT), text);
    }
  }

  @Override
  public void display(Rendering rendering) {
    publish("display_data", rendering, new JsonObject());
  }

  @Override
  public void display(Rendering rendering, String id) {
    publish("display_data", rendering, named(id));
  }

  @Override
  public void update(Rendering rendering, String id) {
    publish("update_display_data", rendering, named(id));
  }

  @Override
  public void clear(boolean wait) {
    wire.publisher()
        .publish(parent(), "clear_output", MessageContent.object().with("wait", wait).build());
  }

  @Override
  public String ask(String prompt, boolean password) throws InterruptedException {
    Request asker = threadOwner.get();
    if (asker == null || !MessageContent.flag(asker.content(), "allow_stdin", false)) {
      throw new UnsupportedOperationException(
          "this client takes no input. Fix: give the value in the code.");
    }
    return wire.ask(asker, new InputPrompt(prompt, password));
  }

  /** Publishes something else that belongs to the calling thread's request. */
  void publish(String type, JsonObject content, List<byte[]> buffers) {
    wire.publisher().publish(parent(), type, content, buffers);
  }

  private void publish(String type, Rendering rendering, JsonObject transientData) {
    if (!silent()) {
      JsonObject content = rendering.toJson();
      content.add("transient", transientData);
      wire.publisher().publish(parent(), type, content);
    }
  }

  private boolean silent() {
    Request request = threadOwner.get();
    return request != null && MessageContent.flag(request.content(), "silent", false);
  }

  private JsonObject parent() {
    Request request = threadOwner.get();
    return request == null ? new JsonObject() : request.message().header();
  }

  private static JsonObject named(String id) {
    return MessageContent.object().with("display_id", id).build();
  }
}
