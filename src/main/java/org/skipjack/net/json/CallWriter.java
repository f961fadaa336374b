package org.skipjack.net.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.skipjack.net.LayerCall;
import org.skipjack.net.LayerCalls;
import org.skipjack.net.LayerRegistry;
import org.skipjack.net.LayerRegistry.Value;
import org.skipjack.net.LayerRegistry.Word;
import org.skipjack.net.Net;
import org.skipjack.net.Option;

/** Writes the calls that make a net. */
final class CallWriter {
  private CallWriter() {}

  static JsonArray layers(Net net) {
    JsonArray layers = new JsonArray();
    LayerCalls.of(net).forEach(layerCall -> layers.add(call(layerCall)));
    return layers;
  }

  private static JsonObject call(LayerCall layerCall) {
    Word<Net> word = LayerRegistry.find(LayerRegistry.LAYERS, layerCall.word()).orElseThrow();
    JsonObject object = new JsonObject();
    object.addProperty("layer", layerCall.word());
    layerCall.name().ifPresent(name -> object.addProperty("name", name));
    for (int i = 0; i < layerCall.values().size(); i++) {
      object.add(word.values().get(i).name(), value(layerCall.values().get(i)));
    }
    layerCall.options().forEach(option -> object.add(option.kind(), option(option)));
    layerCall.body().ifPresent(body -> object.add("body", layers(body)));
    return object;
  }

  private static JsonElement value(Object value) {
    return value instanceof Number number
        ? new JsonPrimitive(number)
        : new JsonPrimitive(value.toString());
  }

  private static JsonElement option(Option option) {
    boolean choice = !option.kind().equals(option.keyword());
    List<Object> arguments = option.arguments();
    if (!choice) {
      return arguments.isEmpty() ? new JsonPrimitive(true) : value(arguments.get(0));
    }
    if (arguments.isEmpty()) {
      return new JsonPrimitive(option.keyword());
    }
    Word<Option> word = LayerRegistry.find(LayerRegistry.OPTIONS, option.keyword()).orElseThrow();
    JsonObject object = new JsonObject();
    object.addProperty("kind", option.keyword());
    List<Value> values = word.values();
    for (int i = 0; i < arguments.size(); i++) {
      boolean of = arguments.get(i) instanceof Option;
      object.add(
          of ? "of" : values.get(i).name(),
          arguments.get(i) instanceof Option inner ? option(inner) : value(arguments.get(i)));
    }
    return object;
  }
}
