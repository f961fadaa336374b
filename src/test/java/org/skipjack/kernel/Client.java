package org.skipjack.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.skipjack.kernel.wire.ConnectionFile;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A Jupyter client for tests, written from the protocol's description and not with the kernel's own
 * classes, so that an error in those is not made twice.
 */
final class Client implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  private static final Pattern HALVES = Pattern.compile("[\\ud800-\\udfff]");

  private final ZContext context = new ZContext(1);
  private final String session = UUID.randomUUID().toString();
  private final JsonObject file;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket iopub;
  private final ZMQ.Socket heartbeat;

  /** What came in. */
  record Received(JsonObject header, JsonObject parent, JsonObject content, List<byte[]> buffers) {
    String type() {
      return header.get("msg_type").getAsString();
    }

    String parentId() {
      return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    }

    String text(String name) {
      return content.get(name).getAsString();
    }

    @Override
    public String toString() {
      return type() + " " + content;
    }
  }

  Client(ConnectionFile connection) {
    file = connection.toJson();
    shell = connect(SocketType.DEALER, "shell_port");
    control = connect(SocketType.DEALER, "control_port");
    stdin = connect(SocketType.DEALER, "stdin_port");
    iopub = context.createSocket(SocketType.SUB);
    iopub.setRcvHWM(0);
    iopub.subscribe(new byte[0]);
    iopub.connect(address("iopub_port"));
    heartbeat = connect(SocketType.REQ, "hb_port");
    awaitPublications();
  }

  private ZMQ.Socket connect(SocketType type, String port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
    socket.setLinger(0);
    boolean unused = socket.connect(address(port));
    return socket;
  }

  private String address(String port) {
    return "tcp://" + file.get("ip").getAsString() + ":" + file.get(port).getAsInt();
  }

  /** What is published before a subscriber is known is lost, so ask until something is heard. */
  private void awaitPublications() {
    Instant end = Instant.now().plus(PATIENCE);
    boolean heard = false;
    while (!heard) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("the kernel published nothing in " + PATIENCE);
      }
      String id = send("kernel_info_request", new JsonObject());
      Received unused = reply(id);
      iopub.setReceiveTimeOut(200);
      byte[] topic = iopub.recv();
      while (topic != null) {
        heard = true;
        drain(iopub);
        iopub.setReceiveTimeOut(50);
        topic = iopub.recv();
      }
    }
  }

  private static void drain(ZMQ.Socket socket) {
    while (socket.hasReceiveMore()) {
      byte[] unused = socket.recv();
    }
  }

  /** Sends a request on the shell channel and returns its id. */
  String send(String type, JsonObject content) {
    return send(shell, type, content);
  }

  /** Sends a request on the control channel and returns its id. */
  String sendControl(String type, JsonObject content) {
    return send(control, type, content);
  }

  /** Answers a question of the kernel. */
  void answer(String value) {
    JsonObject content = new JsonObject();
    content.addProperty("value", value);
    String unused = send(stdin, "input_reply", content);
  }

  private String send(ZMQ.Socket socket, String type, JsonObject content) {
    JsonObject header = header(type);
    byte[][] signed = {
      bytes(header), bytes(new JsonObject()), bytes(new JsonObject()), bytes(content)
    };
    sendFrames(socket, sign(signed), signed);
    return header.get("msg_id").getAsString();
  }

  /** Sends a message with a signature of the caller's. */
  void sendSigned(String signature, String type, JsonObject content) {
    byte[][] signed = {
      bytes(header(type)), bytes(new JsonObject()), bytes(new JsonObject()), bytes(content)
    };
    sendFrames(shell, signature, signed);
  }

  /** Sends frames that are no message. */
  void sendRaw(byte[]... frames) {
    for (int i = 0; i < frames.length; i++) {
      boolean unused = shell.send(frames[i], i + 1 < frames.length ? ZMQ.SNDMORE : 0);
    }
  }

  /** Sends a cell twice, as one who overheard it would; returns its id. */
  String sendTwice(JsonObject content) {
    JsonObject header = header("execute_request");
    byte[][] signed = {
      bytes(header), bytes(new JsonObject()), bytes(new JsonObject()), bytes(content)
    };
    sendFrames(shell, sign(signed), signed);
    sendFrames(shell, sign(signed), signed);
    return header.get("msg_id").getAsString();
  }

  private void sendFrames(ZMQ.Socket socket, String signature, byte[][] signed) {
    boolean unused = socket.sendMore(DELIMITER);
    unused = socket.sendMore(signature);
    for (int i = 0; i < signed.length; i++) {
      unused = socket.send(signed[i], i + 1 < signed.length ? ZMQ.SNDMORE : 0);
    }
  }

  private JsonObject header(String type) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("msg_type", type);
    header.addProperty("session", session);
    header.addProperty("username", "test");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("version", "5.3");
    return header;
  }

  /** The reply to a request of the shell channel; other replies on the way are an error. */
  Received reply(String id) {
    Received received = receive(shell, PATIENCE);
    if (!received.parentId().equals(id)) {
      throw new AssertionError("a reply to another request: " + received);
    }
    return received;
  }

  /** The next reply on the shell channel. */
  Received nextReply() {
    return receive(shell, PATIENCE);
  }

  /** The next reply on the control channel. */
  Received nextControlReply() {
    return receive(control, PATIENCE);
  }

  /** The kernel's next question. */
  Received question() {
    return receive(stdin, PATIENCE);
  }

  /** Whether nothing comes in on the shell channel for a while. */
  boolean silent(Duration duration) {
    return poll(shell, duration).isEmpty();
  }

  /** What is published until the kernel says that it is done with a request, that included. */
  List<Received> published(String id) {
    return publishedUntil(
        message -> message.parentId().equals(id) && message.toString().contains("\"idle\""));
  }

  /** What is published until something meets a condition, that included. */
  List<Received> publishedUntil(Predicate<Received> condition) {
    List<Received> all = new ArrayList<>();
    do {
      all.add(receive(iopub, PATIENCE));
    } while (!condition.test(all.get(all.size() - 1)));
    return all;
  }

  /** Whether the heartbeat echoes. */
  boolean beats() {
    heartbeat.setReceiveTimeOut((int) PATIENCE.toMillis());
    byte[] ping = "ping".getBytes(StandardCharsets.US_ASCII);
    return heartbeat.send(ping) && Arrays.equals(ping, heartbeat.recv());
  }

  private Received receive(ZMQ.Socket socket, Duration patience) {
    List<byte[]> frames = poll(socket, patience);
    if (frames.isEmpty()) {
      throw new AssertionError("nothing came in " + patience);
    }
    int delimiter = 0;
    while (!Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    List<byte[]> signed = frames.subList(delimiter + 2, delimiter + 6);
    String expected = sign(signed.toArray(byte[][]::new));
    String actual = new String(frames.get(delimiter + 1), StandardCharsets.US_ASCII);
    if (!expected.equals(actual)) {
      throw new AssertionError("a message with a wrong signature");
    }
    return new Received(
        object(signed.get(0)),
        object(signed.get(1)),
        object(signed.get(3)),
        frames.subList(delimiter + 6, frames.size()));
  }

  private static List<byte[]> poll(ZMQ.Socket socket, Duration patience) {
    socket.setReceiveTimeOut((int) patience.toMillis());
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv();
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv() : null;
    }
    return frames;
  }

  private String sign(byte[]... frames) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = file.get("key").getAsString().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] frame : frames) {
        mac.update(frame);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** As Python writes it. */
  private static byte[] bytes(JsonObject json) {
    String text = GSON.toJson(json);
    return HALVES
        .matcher(text)
        .replaceAll(
            half -> String.format(Locale.ROOT, "\\\\u%04x", (int) text.charAt(half.start())))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject object(byte[] json) {
    return JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  @Override
  public void close() {
    context.close();
  }
}
