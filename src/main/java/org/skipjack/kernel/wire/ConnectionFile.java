package org.skipjack.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a client wants to meet a kernel, as Jupyter writes it down for each kernel it starts.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address to listen on; with {@code ipc} the beginning of a file name
 * @param shell port of the requests; 0 takes a free one
 * @param control port of the requests that may overtake others
 * @param stdin port of the kernel's questions to the user
 * @param iopub port of everything that is published
 * @param heartbeat port of the echo that shows that the kernel lives
 * @param key what signs the messages; not empty
 * @param scheme how they are signed, {@code hmac-sha256} or another hash
 */
public record ConnectionFile(
    String transport,
    String ip,
    int shell,
    int control,
    int stdin,
    int iopub,
    int heartbeat,
    String key,
    String scheme) {
  private static final int PORTS = 5;

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ConnectionFile {
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          """
          the connection file has no key, so anybody who reaches a port could run code here.
          Fix: let Jupyter make one; remove Session.key = b"" from its configuration.""");
    }
  }

  /** Free ports of this machine, reachable from it alone. */
  public static ConnectionFile local(String key) {
    return new ConnectionFile("tcp", "127.0.0.1", 0, 0, 0, 0, 0, key, "hmac-sha256");
  }

  /**
   * The same with ports that are free now, for a kernel in another process.
   *
   * @throws IOException if there are none
   */
  public static ConnectionFile onFreePorts(String key) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < PORTS; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new ConnectionFile(
          "tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], key, "hmac-sha256");
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /**
   * Reads a connection file.
   *
   * @throws IllegalArgumentException if it is not there or lacks something
   */
  public static ConnectionFile read(Path file) {
    try {
      return of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException e) {
      throw refused(file, "it cannot be read", e);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw refused(file, "it is not the JSON object that Jupyter writes", e);
    } catch (MissingEntryException e) {
      throw refused(file, "it has no " + e.getMessage(), e);
    }
  }

  /** The file's content. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("transport", transport);
    json.addProperty("ip", ip);
    json.addProperty("shell_port", shell);
    json.addProperty("control_port", control);
    json.addProperty("stdin_port", stdin);
    json.addProperty("iopub_port", iopub);
    json.addProperty("hb_port", heartbeat);
    json.addProperty("key", key);
    json.addProperty("signature_scheme", scheme);
    return json;
  }

  /** What a socket binds or connects to. */
  String address(int port) {
    if (transport.equals("tcp")) {
      return "tcp://" + ip + ":" + (port == 0 ? "*" : Integer.toString(port));
    }
    return transport + "://" + ip + "-" + port;
  }

  private static ConnectionFile of(JsonObject json) {
    return new ConnectionFile(
        json.has("transport") ? json.get("transport").getAsString() : "tcp",
        entry(json, "ip").getAsString(),
        entry(json, "shell_port").getAsInt(),
        entry(json, "control_port").getAsInt(),
        entry(json, "stdin_port").getAsInt(),
        entry(json, "iopub_port").getAsInt(),
        entry(json, "hb_port").getAsInt(),
        entry(json, "key").getAsString(),
        json.has("signature_scheme") ? json.get("signature_scheme").getAsString() : "hmac-sha256");
  }

  private static JsonElement entry(JsonObject json, String name) {
    if (!json.has(name)) {
      throw new MissingEntryException(name);
    }
    return json.get(name);
  }

  private static IllegalArgumentException refused(Path file, String why, Exception cause) {
    return new IllegalArgumentException(
        "the connection file %s is of no use: %s.%nFix: start the kernel from Jupyter, which writes that file."
            .formatted(file, why),
        cause);
  }

  private static final class MissingEntryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingEntryException(String name) {
      super(name);
    }
  }
}
