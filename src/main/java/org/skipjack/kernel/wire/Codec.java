package org.skipjack.kernel.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.skipjack.io.PythonJson;

/** Messages to frames and back. */
final class Codec {
  private static final String PROTOCOL = "5.4";
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNED = 4;
  private static final int MOST_SEEN = 1 << 16;

  private final Signer signer;
  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_SEEN;
        }
      };
  private final String session = UUID.randomUUID().toString();

  Codec(Signer signer) {
    this.signer = signer;
  }

  /** A message of ours. */
  Message message(List<byte[]> identities, String type, JsonObject parent, JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("msg_type", type);
    header.addProperty("session", session);
    header.addProperty("username", "kernel");
    header.addProperty("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    header.addProperty("version", PROTOCOL);
    return new Message(identities, header, parent, new JsonObject(), content, List.of());
  }

  List<byte[]> encode(Message message) {
    List<byte[]> signed =
        List.of(
            bytes(message.header()),
            bytes(message.parent()),
            bytes(message.metadata()),
            bytes(message.content()));
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signer.sign(signed));
    frames.addAll(signed);
    frames.addAll(message.buffers());
    return frames;
  }

  /** The message, or nothing if the frames are none or bear a wrong signature. */
  Optional<Message> decode(List<byte[]> frames) {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    int first = delimiter + 2;
    if (frames.size() < first + SIGNED) {
      return Optional.empty();
    }
    List<byte[]> signed = frames.subList(first, first + SIGNED);
    byte[] signature = frames.get(delimiter + 1);
    if (!signer.verify(signature, signed) || !isNew(signature)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Message(
              frames.subList(0, delimiter),
              object(signed.get(0)),
              object(signed.get(1)),
              object(signed.get(2)),
              object(signed.get(3)),
              frames.subList(first + SIGNED, frames.size())));
    } catch (JsonParseException | IllegalStateException | IOException e) {
      return Optional.empty();
    }
  }

  /** Whether a signature comes for the first time: who sends a message again has overheard it. */
  private boolean isNew(byte[] signature) {
    synchronized (seen) {
      return seen.put(new String(signature, StandardCharsets.US_ASCII), true) == null;
    }
  }

  private static byte[] bytes(JsonObject json) {
    return PythonJson.written(json).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject object(byte[] json) throws IOException {
    return PythonJson.read(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
