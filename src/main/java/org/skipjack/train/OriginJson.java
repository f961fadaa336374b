package org.skipjack.train;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import org.skipjack.data.DataOrigin;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.Seed;

/** Where data comes from, as JSON. */
final class OriginJson {
  private OriginJson() {}

  static JsonObject of(DataOrigin origin) {
    JsonObject json = new JsonObject();
    json.addProperty("word", origin.word());
    ReadOptions options = origin.options();
    options.size().ifPresent(size -> json.addProperty("size", size.toString()));
    json.addProperty("testFraction", options.testFraction());
    json.addProperty("splitSeed", options.splitSeed());
    origin.limit().ifPresent(limit -> json.addProperty("limit", limit));
    origin
        .heldOut()
        .ifPresent(
            heldOut -> {
              json.addProperty("validationImages", heldOut.images());
              json.addProperty("validationSeed", heldOut.seed().value());
            });
    return json;
  }

  /** The origin that {@link #of} made this of. */
  static DataOrigin read(JsonObject json) {
    Optional<ReadOptions.Size> size =
        json.has("size")
            ? Optional.of(ReadOptions.Size.parse(json.get("size").getAsString()))
            : Optional.empty();
    return new DataOrigin(
        json.get("word").getAsString(),
        new ReadOptions(
            size, json.get("testFraction").getAsDouble(), json.get("splitSeed").getAsLong()),
        json.has("limit") ? OptionalInt.of(json.get("limit").getAsInt()) : OptionalInt.empty(),
        json.has("validationImages") ? Optional.of(heldOut(json)) : Optional.empty());
  }

  private static DataOrigin.HeldOut heldOut(JsonObject json) {
    return new DataOrigin.HeldOut(
        json.get("validationImages").getAsInt(), Seed.of(json.get("validationSeed").getAsLong()));
  }
}
