package org.skipjack.kernel.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pictures that a cell's Markdown names, as addresses that hold the picture itself.
 *
 * @param folder where files are looked for
 * @param attachments those that the cell brings along
 */
record EmbeddedPictures(Path folder, JsonObject attachments) {
  private static final String ATTACHMENT = "attachment:";
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "svg", "image/svg+xml",
          "webp", "image/webp");

  /** The address that holds a picture; nothing if it is not here. */
  Optional<String> inside(String address) {
    if (address.startsWith("data:")) {
      return Optional.of(address);
    }
    String name = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    return name.startsWith(ATTACHMENT) ? attached(name.substring(ATTACHMENT.length())) : file(name);
  }

  private Optional<String> attached(String name) {
    if (attachments.get(name) instanceof JsonObject forms) {
      return forms.entrySet().stream()
          .filter(form -> !text(form.getValue()).isEmpty())
          .map(form -> data(form.getKey(), text(form.getValue())))
          .findFirst();
    }
    return Optional.empty();
  }

  /** A file has text as one, or as a list of lines. */
  private static String text(JsonElement json) {
    if (json instanceof JsonArray lines) {
      return lines.asList().stream().map(EmbeddedPictures::text).collect(Collectors.joining());
    }
    return json instanceof JsonPrimitive text ? text.getAsString() : "";
  }

  private Optional<String> file(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.get(ending);
    if (type == null || name.contains("://")) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      return Optional.of(data(type, Base64.getEncoder().encodeToString(bytes)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  static String data(String type, String base64) {
    return "data:" + type + ";base64," + base64.replaceAll("\\s", "");
  }
}
