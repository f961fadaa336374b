package org.skipjack.data.catalog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.skipjack.data.catalog.DatasetDescription.Archive;
import org.skipjack.data.catalog.DatasetDescription.Content;
import org.skipjack.data.catalog.DatasetDescription.Half;
import org.skipjack.data.catalog.DatasetDescription.Layout;

/** Reads the JSON of a description. */
final class DescriptionReader {
  private DescriptionReader() {}

  static DatasetDescription read(String json) {
    JsonObject root = JsonParser.parseString(json).getAsJsonObject();
    return new DatasetDescription(
        text(root, "name"),
        text(root, "title"),
        text(root, "source"),
        text(root, "page"),
        text(root, "note"),
        new Layout(
            text(root, "reader"),
            text(root, "prefix"),
            list(root, "classes", JsonElement::getAsString),
            root.has("firstLabel") ? root.get("firstLabel").getAsInt() : 0),
        text(root, "folder"),
        list(root, "archives", archive -> archive(archive.getAsJsonObject())),
        list(root, "contents", content -> content(content.getAsJsonObject())),
        half(root.getAsJsonObject("training")),
        half(root.getAsJsonObject("test")),
        list(root, "mean", JsonElement::getAsDouble),
        list(root, "deviation", JsonElement::getAsDouble));
  }

  private static Archive archive(JsonObject archive) {
    return new Archive(
        text(archive, "name"),
        archive.get("bytes").getAsLong(),
        digest(archive).orElseThrow(),
        list(archive, "addresses", JsonElement::getAsString));
  }

  private static Content content(JsonObject content) {
    return new Content(
        text(content, "name"),
        text(content, "archive"),
        text(content, "entry"),
        content.get("bytes").getAsLong(),
        digest(content));
  }

  /** The stronger one where two are published. */
  private static Optional<Digest> digest(JsonObject file) {
    if (file.has("sha256")) {
      return Optional.of(new Digest("SHA-256", text(file, "sha256")));
    }
    return file.has("md5") ? Optional.of(new Digest("MD5", text(file, "md5"))) : Optional.empty();
  }

  private static Half half(JsonObject half) {
    return new Half(half.get("images").getAsInt(), list(half, "histogram", JsonElement::getAsInt));
  }

  private static String text(JsonObject object, String key) {
    return object.has(key) ? object.get(key).getAsString() : "";
  }

  private static <T> List<T> list(JsonObject object, String key, Function<JsonElement, T> element) {
    JsonArray array = object.has(key) ? object.getAsJsonArray(key) : new JsonArray();
    return StreamSupport.stream(array.spliterator(), false).map(element).toList();
  }
}
