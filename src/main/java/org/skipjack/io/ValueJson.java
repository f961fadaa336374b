package org.skipjack.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The JSON of values: records, sealed interfaces of records, enums, lists, maps by name, optionals,
 * text, numbers and truth values.
 *
 * <p>A record is an object with a member for each component, in order; a record of a sealed
 * interface has its simple name as {@code "kind"} before them. An enum's constant is its name in
 * small letters with dashes. An empty optional is left out. A number that is none is null. Reading
 * takes exactly what writing gives: a member that is missing, unknown or of another kind is refused
 * by its path.
 *
 * <p>One value has one text, on every JDK, so that a digest of the text can stand for the value.
 */
public final class ValueJson {
  private static final Gson PRETTY = gson().setPrettyPrinting().create();
  private static final Gson COMPACT = gson().create();

  private final Map<Class<?>, Text<?>> texts;

  /** How the values of a type are written as one text. */
  record Text<T>(Function<T, String> write, Function<String, T> read) {}

  private ValueJson(Map<Class<?>, Text<?>> texts) {
    this.texts = texts;
  }

  private static GsonBuilder gson() {
    return new GsonBuilder().disableHtmlEscaping();
  }

  /** The JSON of values that hold nothing but the kinds above. */
  public static ValueJson plain() {
    return new ValueJson(Map.of());
  }

  /**
   * The same, for values that also hold some of a type that has a text of its own.
   *
   * @param read throws an {@link IllegalArgumentException} for a text that it does not understand
   */
  public <T> ValueJson withText(
      Class<T> type, Function<T, String> write, Function<String, T> read) {
    Map<Class<?>, Text<?>> more = new HashMap<>(texts);
    more.put(type, new Text<>(write, read));
    return new ValueJson(more);
  }

  /**
   * The JSON of a value.
   *
   * @throws IllegalArgumentException if it holds something of another kind
   */
  public JsonElement tree(Object value) {
    return new ValueJsonWriter(texts).write(value);
  }

  /** The JSON of a value, indented, with a new line at its end. */
  public String pretty(Object value) {
    return pretty(tree(value));
  }

  /** JSON, indented, with a new line at its end. */
  public static String pretty(JsonElement tree) {
    return PRETTY.toJson(tree) + "\n";
  }

  /** The JSON of a value in one line. */
  public String line(Object value) {
    return COMPACT.toJson(tree(value));
  }

  /**
   * The value of some JSON.
   *
   * @throws IllegalArgumentException if it is not what writing gives: the message says where
   */
  public <T> T read(JsonElement json, Class<T> type) {
    return type.cast(new ValueJsonReader(texts).read(json, type, ""));
  }

  /**
   * The value of a text of JSON.
   *
   * @throws IllegalArgumentException if it is not what writing gives: the message says where
   */
  public <T> T read(String json, Class<T> type) {
    try {
      return read(JsonParser.parseString(json), type);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("this is no JSON: " + e.getMessage(), e);
    }
  }
}
