package org.skipjack.net.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.skipjack.net.LayerCall;
import org.skipjack.net.LayerRegistry;
import org.skipjack.net.LayerRegistry.Kind;
import org.skipjack.net.LayerRegistry.Value;
import org.skipjack.net.LayerRegistry.Word;
import org.skipjack.net.Net;
import org.skipjack.net.Option;

/** Reads the calls that make a net; {@code at} is the path of what is read. */
final class CallReader {
  private CallReader() {}

  static Net document(JsonElement json) {
    JsonObject document = Members.object(json, "");
    Members.require(document, "format", "", List.of("format", "version", "layers"));
    String format = Members.text(document.get("format"), "format");
    if (!format.equals(NetJson.FORMAT)) {
      throw new JsonErrors(
              "format", "it is \"%s\", expected \"%s\"".formatted(format, NetJson.FORMAT))
          .fix("\"format\": \"%s\"".formatted(NetJson.FORMAT));
    }
    Members.require(document, "version", "", List.of("version"));
    int version = Members.integer(document.get("version"), "version");
    if (version != NetJson.VERSION) {
      throw new JsonErrors(
              "version",
              String.format(
                  Locale.ROOT, "it is %d, and this Skipjack reads %d", version, NetJson.VERSION))
          .fix(
              version > NetJson.VERSION
                  ? "read it with the newer Skipjack that wrote it, and give its text form"
                  : "write it anew, summary NET --write FILE.json: some words of the language have other names now");
    }
    Members.require(document, "layers", "", List.of("layers"));
    Members.refuseUnknown(
        document, new LinkedHashSet<>(List.of("format", "version", "layers")), "");
    return layers(document.get("layers"), "layers", Net.net());
  }

  private static Net layers(JsonElement json, String at, Net before) {
    Net net = before;
    int index = 0;
    for (JsonElement layer : Members.list(json, at)) {
      net = layer(Members.object(layer, at + "[" + index + "]"), at + "[" + index + "]", net);
      index++;
    }
    return net;
  }

  private static Net layer(JsonObject json, String at, Net before) {
    Members.require(json, "layer", at, List.of("layer"));
    String name = Members.text(json.get("layer"), Members.join(at, "layer"));
    Word<Net> word =
        LayerRegistry.find(NetSchema.LAYERS, name)
            .orElseThrow(
                () ->
                    new JsonErrors(
                            Members.join(at, "layer"),
                            "there is no layer \"%s\"".formatted(name)
                                + LayerRegistry.didYouMean(name, NetSchema.names()))
                        .fix("one of " + String.join(", ", NetSchema.names())));
    Map<String, Field> fields = Field.of(word);
    Members.refuseUnknown(json, known(word, fields.keySet()), at);
    LayerCall layerCall =
        LayerCall.of(name, values(word.values(), json, at)).options(options(fields, json, at));
    if (word.body()) {
      Members.require(json, "body", at, List.of("body"));
      layerCall = layerCall.body(layers(json.get("body"), Members.join(at, "body"), Net.net()));
    }
    return made(word, before, layerCall, json, at);
  }

  /** What the language itself refuses is refused at the path. */
  private static Net made(
      Word<Net> word, Net before, LayerCall layerCall, JsonObject json, String at) {
    try {
      Net net = word.apply(before, layerCall);
      return json.has("name")
          ? net.named(Members.text(json.get("name"), Members.join(at, "name")))
          : net;
    } catch (JsonErrors e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new JsonErrors(at, String.valueOf(e.getMessage()));
    }
  }

  private static Set<String> known(Word<Net> word, Set<String> options) {
    Set<String> known = new LinkedHashSet<>(List.of("layer"));
    word.values().forEach(value -> known.add(value.name()));
    known.addAll(options);
    if (word.body()) {
      known.add("body");
    }
    if (NetSchema.mayBeNamed(word)) {
      known.add("name");
    }
    return known;
  }

  private static Object[] values(List<Value> values, JsonObject json, String at) {
    List<Object> read = new ArrayList<>();
    for (Value value : values) {
      if (!value.optional()) {
        Members.require(json, value.name(), at, List.of(value.name()));
      }
      if (json.has(value.name())) {
        read.add(value(json.get(value.name()), value.kind(), Members.join(at, value.name())));
      }
    }
    return read.toArray();
  }

  private static Object value(JsonElement json, Kind kind, String at) {
    return switch (kind) {
      case INTEGER -> Members.integer(json, at);
      case NUMBER -> Members.number(json, at);
      case TEXT -> Members.text(json, at);
    };
  }

  private static List<Option> options(Map<String, Field> fields, JsonObject json, String at) {
    List<Option> options = new ArrayList<>();
    fields.forEach(
        (kind, field) -> {
          if (json.has(kind)) {
            String here = Members.join(at, kind);
            try {
              options.addAll(option(field, json.get(kind), here));
            } catch (JsonErrors e) {
              throw e;
            } catch (IllegalArgumentException e) {
              throw new JsonErrors(here, String.valueOf(e.getMessage()));
            }
          }
        });
    return options;
  }

  /** The option of a member; none where it is false. */
  private static List<Option> option(Field field, JsonElement json, String at) {
    if (field.isChoice()) {
      return List.of(choice(field, json, at));
    }
    Word<Option> word = field.words().get(0);
    if (word.values().isEmpty()) {
      return Members.truth(json, at)
          ? List.of(word.apply(Net.net(), LayerCall.of(word.name())))
          : List.of();
    }
    Object value = value(json, word.values().get(0).kind(), at);
    return List.of(word.apply(Net.net(), LayerCall.of(word.name(), value)));
  }

  private static Option choice(Field field, JsonElement json, String at) {
    boolean plain = json.isJsonPrimitive();
    String kindAt = plain ? at : Members.join(at, "kind");
    JsonObject object = plain ? new JsonObject() : Members.object(json, at);
    if (!plain) {
      Members.require(object, "kind", at, List.of("kind"));
    }
    String name = Members.text(plain ? json : object.get("kind"), kindAt);
    List<String> names = field.words().stream().map(Word::name).toList();
    Word<Option> word =
        LayerRegistry.find(field.words(), name)
            .orElseThrow(
                () ->
                    new JsonErrors(
                            kindAt,
                            "there is no %s \"%s\"".formatted(field.name(), name)
                                + LayerRegistry.didYouMean(name, names))
                        .fix("one of " + String.join(", ", names)));
    Set<String> known = new LinkedHashSet<>(List.of("kind"));
    word.values().forEach(value -> known.add(value.name()));
    if (word.options().isPresent()) {
      known.add("of");
    }
    Members.refuseUnknown(object, known, at);
    LayerCall layerCall = LayerCall.of(name, values(word.values(), object, at));
    return word.apply(
        Net.net(),
        object.has("of")
            ? layerCall.options(List.of(choice(field, object.get("of"), Members.join(at, "of"))))
            : layerCall);
  }
}
