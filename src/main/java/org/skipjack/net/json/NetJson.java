package org.skipjack.net.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.skipjack.net.Net;

/**
 * Writes nets as JSON and reads them: what is read equals what was written.
 *
 * <pre>{@code
 * {
 *   "format": "skipjack-net",
 *   "version": 2,
 *   "layers": [
 *     {"layer": "conv", "filters": 16, "name": "stem"},
 *     {"layer": "residual", "shortcut": "zeroPad", "body": [{"layer": "conv", "filters": 32, "stride": 2}]}
 *   ]
 * }
 * }</pre>
 */
public final class NetJson {
  /** What the member {@code format} says. */
  public static final String FORMAT = "skipjack-net";

  /** The version that is written, and the one that is read. */
  public static final int VERSION = 2;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private NetJson() {}

  /** A net as JSON, indented, with a new line at its end. */
  public static String write(Net net) {
    JsonObject document = new JsonObject();
    document.addProperty("format", FORMAT);
    document.addProperty("version", VERSION);
    document.add("layers", CallWriter.layers(net));
    return GSON.toJson(document) + "\n";
  }

  /**
   * The net of some JSON.
   *
   * @throws IllegalArgumentException if it is not in this form, or of another version: the message
   *     says where and what to write instead
   */
  public static Net read(String json) {
    try {
      return CallReader.document(JsonText.read(json));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "this is no JSON: %s%nFix: start from what `skipjack summary NET --write net.json` writes"
              .formatted(where(e)),
          e);
    }
  }

  /** What the reader says, without its advice to programmers. */
  private static String where(IOException malformed) {
    String first = String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
    return first
        .replaceFirst("Use JsonReader\\S* to accept malformed JSON", "something else is expected")
        .replaceFirst(" path \\$.*", ".");
  }

  /** The schema of the form, in JSON Schema of draft 2020-12. */
  public static String schema() {
    return GSON.toJson((JsonElement) NetSchema.document()) + "\n";
  }
}
