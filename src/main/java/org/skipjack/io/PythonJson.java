package org.skipjack.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/**
 * JSON as Python's programs write it, which is more than JSON: {@code NaN} and {@code Infinity}
 * stand among the numbers, and half of a surrogate pair, {@code "\ud83d"}, among the letters.
 *
 * <p>Numbers that JSON has no form for become {@code null}, in what is read and in what is written.
 * A lone surrogate stays, and is written as the escape that it was: UTF-8 has no form for it.
 */
public final class PythonJson {
  private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity", "-Infinity");

  /** Writes on one line. */
  private static final Gson GSON = writer().create();

  private PythonJson() {}

  /** What writes values of which {@link #written} makes JSON. */
  public static GsonBuilder writer() {
    return new GsonBuilder()
        .serializeNulls()
        .disableHtmlEscaping()
        .serializeSpecialFloatingPointValues();
  }

  /**
   * Reads a text that is one value.
   *
   * @throws JsonParseException if it is none
   * @throws IOException if it ends too early, or goes on behind it
   */
  public static JsonElement read(String text) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(strict(text)))) {
      reader.setStrictness(Strictness.LEGACY_STRICT); // the newer one has no lone surrogates
      JsonElement json = GSON.getAdapter(JsonElement.class).read(reader);
      JsonToken unused = reader.peek(); // throws if there is more
      return json;
    }
  }

  /** A value as JSON, on one line. */
  public static String written(JsonElement json) {
    return written(json, GSON);
  }

  /**
   * A value as JSON.
   *
   * @param gson of a {@link #writer}
   */
  public static String written(JsonElement json, Gson gson) {
    return strict(gson.toJson(json));
  }

  /** A text in which each lone surrogate is the sign for what cannot be shown. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        shown.setCharAt(i, '\uFFFD');
      }
    }
    return shown.toString();
  }

  /** The text as JSON proper; the same one if it is that already. */
  private static String strict(String text) {
    StringBuilder strict = new StringBuilder();
    int copied = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String instead = "";
      int length = 1;
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (isLone(text, i)) {
        instead = String.format(Locale.ROOT, "\\u%04x", (int) c);
      } else if (!quoted && (c == 'N' || c == 'I' || c == '-')) {
        length = noNumber(text, i);
        instead = length == 0 ? "" : "null";
      }
      if (!instead.isEmpty()) {
        strict.append(text, copied, i).append(instead);
        copied = i + length;
        i = copied - 1;
      }
    }
    return copied == 0 ? text : strict.append(text, copied, text.length()).toString();
  }

  /** The length of the word at a position if it is a number that JSON does not have. */
  private static int noNumber(String text, int at) {
    boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    for (String word : NO_NUMBERS) {
      int end = at + word.length();
      if (begins
          && text.startsWith(word, at)
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return word.length();
      }
    }
    return 0;
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
