package org.skipjack.peers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What a contestant said of one task.
 *
 * @param imagesPerSecond from its median step
 * @param version of the library; of ours, empty
 * @param document all that it said, if that was JSON
 */
record Figure(double imagesPerSecond, String version, JsonObject document) {

  /** Reads the line of JSON that a peer prints last, whatever its library printed before. */
  static Figure parseLast(String output) {
    String stripped = output.strip();
    return parse(stripped.substring(stripped.lastIndexOf('\n') + 1));
  }

  /** Reads the JSON that {@code skipjack bench} prints. */
  static Figure parse(String output) {
    JsonObject document = JsonParser.parseString(output).getAsJsonObject();
    String version = document.has("version") ? document.get("version").getAsString() : "";
    return new Figure(document.get("imagesPerSecond").getAsDouble(), version, document);
  }

  /** A number of the document. */
  double number(String key) {
    return document.get(key).getAsDouble();
  }
}
