package org.skipjack.kernel.compat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommFactory;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The open conversations between code here and code in the page, such as those of widgets. */
public final class Comms extends CommManager {
  private final Conversation conversation;
  private final NotebookIO io;

  Comms(Conversation conversation, NotebookIO io) {
    this.conversation = conversation;
    this.io = io;
    targets = new ConcurrentHashMap<>();
    comms = new ConcurrentHashMap<>();
  }

  /**
   * Takes what the page says.
   *
   * @param type {@code comm_open}, {@code comm_msg} or {@code comm_close}
   */
  public void heard(String type, JsonObject content, List<byte[]> buffers) {
    String id = text(content, "comm_id");
    JsonObject data = content.get("data") instanceof JsonObject object ? object : new JsonObject();
    switch (type) {
      case "comm_open" ->
          open(new CommOpenCommand(id, text(content, "target_name"), data), buffers);
      case "comm_msg" ->
          handleCommMsgCommand(
              io.environment(),
              message(CommMsgCommand.MESSAGE_TYPE, new CommMsgCommand(id, data), buffers));
      case "comm_close" ->
          handleCommCloseCommand(
              io.environment(),
              message(CommCloseCommand.MESSAGE_TYPE, new CommCloseCommand(id, data), buffers));
      default -> throw new IllegalArgumentException(type);
    }
  }

  /** The names of the targets of the open comms by their id. */
  public Map<String, String> open() {
    Map<String, String> open = new ConcurrentHashMap<>();
    forEach(comm -> open.put(comm.getID(), comm.getTargetName()));
    return open;
  }

  private void open(CommOpenCommand command, List<byte[]> buffers) {
    if (getTarget(command.getTargetName()) == null) {
      JsonObject content = new JsonObject();
      content.addProperty("comm_id", command.getCommID());
      content.add("data", new JsonObject());
      conversation.say("comm_close", content, List.of());
      return;
    }
    connect();
    handleCommOpenCommand(
        io.environment(), message(CommOpenCommand.MESSAGE_TYPE, command, buffers));
  }

  @Override
  public <T extends Comm> T openComm(String targetName, CommFactory<T> factory) {
    connect();
    return super.openComm(targetName, factory);
  }

  /** JJava's manager speaks to a socket; it gets one that is none. */
  private synchronized void connect() {
    if (iopub == null) {
      setIOPubChannel(new Mouthpiece(conversation));
    }
  }

  private static <T> Message<T> message(MessageType<T> type, T content, List<byte[]> buffers) {
    return new Message<>(new Header<>(type), content, Map.of(), buffers);
  }

  private static String text(JsonObject content, String name) {
    return content.has(name) ? content.get(name).getAsString() : "";
  }

  /** Hands what is sent to the conversation. */
  private static final class Mouthpiece extends JupyterSocket {
    private final Conversation conversation;

    Mouthpiece(Conversation conversation) {
      super(
          ZMQ.context(1),
          SocketType.PUB,
          HMACGenerator.NO_AUTH_INSTANCE,
          LoggerFactory.getLogger(Comms.class));
      this.conversation = conversation;
    }

    @Override
    public void bind(KernelConnectionProperties properties) {}

    @Override
    public synchronized void sendMessage(Message<?> message) {
      conversation.say(
          message.getHeader().getType().getName(),
          Bridge.content(message.getContent()),
          message.getBlobs() == null ? List.of() : message.getBlobs());
    }
  }
}
