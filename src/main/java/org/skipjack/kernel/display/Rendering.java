package org.skipjack.kernel.display;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A value as a notebook shows it, in one or more forms; the client takes the richest that it can.
 *
 * <pre>{@code
 * Rendering.text("3 apples").html("<b>3</b> apples")
 * }</pre>
 *
 * @param data the forms by their MIME type, in the order in which they were added
 * @param metadata what a client should know of a form, by its MIME type
 */
public record Rendering(Map<String, JsonElement> data, Map<String, JsonElement> metadata) {
  /** The type of the form that every rendering has. */
  public static final String PLAIN = "text/plain";

  private static final int MOST_CHARACTERS = 100_000;

  /** The type of HTML. */
  public static final String HTML = "text/html";

  /** The type of PNG pictures, as Base64. */
  public static final String PNG = "image/png";

  /** Copies the maps. */
  public Rendering {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** A value in words. */
  public static Rendering text(String plain) {
    return new Rendering(Map.of(), Map.of()).with(PLAIN, plain);
  }

  /** The same value also as a piece of an HTML page. */
  public Rendering html(String html) {
    return with(HTML, html);
  }

  /** The same value also as Markdown. */
  public Rendering markdown(String markdown) {
    return with("text/markdown", markdown);
  }

  /** The same value also as LaTeX, with its {@code $} signs. */
  public Rendering latex(String latex) {
    return with("text/latex", latex);
  }

  /** The same value also as an SVG document. */
  public Rendering svg(String svg) {
    return with("image/svg+xml", svg);
  }

  /**
   * The same value also as a picture.
   *
   * @param png the file
   * @param width on the page, in pixels; the file may have more
   * @param height on the page, in pixels
   */
  public Rendering png(byte[] png, int width, int height) {
    JsonObject size = new JsonObject();
    size.addProperty("width", width);
    size.addProperty("height", height);
    return with(PNG, Base64.getEncoder().encodeToString(png)).metadata(PNG, size);
  }

  /** The same value also in another form. */
  public Rendering with(String type, String form) {
    return with(type, new JsonPrimitive(form));
  }

  /** The same value also in another form, which may be JSON if its type is. */
  public Rendering with(String type, JsonElement form) {
    Map<String, JsonElement> more = new LinkedHashMap<>(data);
    more.put(type, form);
    return new Rendering(more, metadata);
  }

  private Rendering metadata(String type, JsonElement about) {
    Map<String, JsonElement> more = new LinkedHashMap<>(metadata);
    more.put(type, about);
    return new Rendering(data, more);
  }

  /** The text form. */
  public String plain() {
    JsonElement plain = data.get(PLAIN);
    return plain == null ? "" : plain.getAsString();
  }

  /** The same, but of endless words the beginning, since pages choke on the rest. */
  public Rendering shortened() {
    String text = plain();
    if (text.length() <= MOST_CHARACTERS) {
      return this;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    int end = MOST_CHARACTERS - (halves ? 1 : 0);
    String rest = String.format(Locale.ROOT, " … and %,d more characters", text.length() - end);
    return with(PLAIN, text.substring(0, end) + rest);
  }

  /** What goes into a message or a notebook file: {@code data} and {@code metadata}. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("data", object(data));
    json.add("metadata", object(metadata));
    return json;
  }

  private static JsonObject object(Map<String, JsonElement> entries) {
    JsonObject json = new JsonObject();
    entries.forEach(json::add);
    return json;
  }
}
