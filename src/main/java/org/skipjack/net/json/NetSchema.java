package org.skipjack.net.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skipjack.net.LayerRegistry;
import org.skipjack.net.LayerRegistry.Kind;
import org.skipjack.net.LayerRegistry.Value;
import org.skipjack.net.LayerRegistry.Word;
import org.skipjack.net.Net;
import org.skipjack.net.Option;

/** Writes the schema down from the table of words. */
final class NetSchema {
  /** Words that change the net before them, and are no part of one; a name is a member. */
  private static final Set<String> NO_LAYERS = Set.of("named", "plain", "initialized");

  private static final Set<String> NAMELESS = Set.of("repeat", "silence");

  static final List<Word<Net>> LAYERS =
      LayerRegistry.LAYERS.stream().filter(word -> !NO_LAYERS.contains(word.name())).toList();

  private NetSchema() {}

  static List<String> names() {
    return LAYERS.stream().map(Word::name).toList();
  }

  /** Whether what the word makes is one layer. */
  static boolean mayBeNamed(Word<Net> word) {
    return !NAMELESS.contains(word.name());
  }

  static JsonObject document() {
    JsonObject properties = new JsonObject();
    properties.add("format", constant(NetJson.FORMAT));
    JsonObject version = new JsonObject();
    version.addProperty("const", NetJson.VERSION);
    properties.add("version", version);
    properties.add("layers", reference("layers"));
    JsonObject document = new JsonObject();
    document.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.addProperty("title", "A net of Skipjack");
    addObject(document, properties, List.of("format", "version", "layers"));
    document.add("$defs", definitions());
    return document;
  }

  private static JsonObject definitions() {
    JsonObject definitions = new JsonObject();
    JsonArray any = new JsonArray();
    names().forEach(name -> any.add(reference(name)));
    JsonObject item = new JsonObject();
    item.add("anyOf", any);
    JsonObject layers = typed("array");
    layers.add("items", item);
    definitions.add("layers", layers);
    LAYERS.forEach(word -> definitions.add(word.name(), layer(word)));
    return definitions;
  }

  private static JsonObject layer(Word<Net> word) {
    JsonObject properties = new JsonObject();
    List<String> required = new ArrayList<>(List.of("layer"));
    properties.add("layer", constant(word.name()));
    if (mayBeNamed(word)) {
      properties.add("name", typed("string"));
    }
    addValues(properties, required, word.values());
    Field.of(word).forEach((kind, field) -> properties.add(kind, field(field)));
    if (word.body()) {
      properties.add("body", reference("layers"));
      required.add("body");
    }
    JsonObject layer = new JsonObject();
    addObject(layer, properties, required);
    return layer;
  }

  private static void addValues(JsonObject properties, List<String> required, List<Value> values) {
    for (Value value : values) {
      properties.add(value.name(), typed(type(value.kind())));
      if (!value.optional()) {
        required.add(value.name());
      }
    }
  }

  private static JsonObject field(Field field) {
    if (!field.isChoice()) {
      List<Value> values = field.words().get(0).values();
      return typed(values.isEmpty() ? "boolean" : type(values.get(0).kind()));
    }
    JsonArray any = new JsonArray();
    JsonObject plain = new JsonObject();
    JsonArray names = new JsonArray();
    field.words().stream()
        .filter(word -> word.values().isEmpty())
        .forEach(word -> names.add(word.name()));
    plain.add("enum", names);
    any.add(plain);
    field.words().stream()
        .filter(word -> !word.values().isEmpty())
        .forEach(word -> any.add(choice(word, plain)));
    JsonObject choice = new JsonObject();
    choice.add("anyOf", any);
    return choice;
  }

  private static JsonObject choice(Word<Option> word, JsonObject inner) {
    JsonObject properties = new JsonObject();
    List<String> required = new ArrayList<>(List.of("kind"));
    properties.add("kind", constant(word.name()));
    addValues(properties, required, word.values());
    properties.add("of", inner);
    JsonObject choice = new JsonObject();
    addObject(choice, properties, required);
    return choice;
  }

  private static void addObject(JsonObject to, JsonObject properties, List<String> required) {
    to.addProperty("type", "object");
    to.add("properties", properties);
    JsonArray names = new JsonArray();
    required.forEach(names::add);
    to.add("required", names);
    to.addProperty("additionalProperties", false);
  }

  private static JsonObject constant(String value) {
    JsonObject constant = new JsonObject();
    constant.addProperty("const", value);
    return constant;
  }

  private static JsonObject typed(String type) {
    JsonObject typed = new JsonObject();
    typed.addProperty("type", type);
    return typed;
  }

  private static JsonObject reference(String name) {
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", "#/$defs/" + name);
    return reference;
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case TEXT -> "string";
    };
  }
}
