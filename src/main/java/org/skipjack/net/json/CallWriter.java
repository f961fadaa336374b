package org.skipjack.net.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.skipjack.net.Call;
import org.skipjack.net.Calls;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.net.Words;
import org.skipjack.net.Words.Value;
import org.skipjack.net.Words.Word;

/** Writes the calls that make a net. */
final class CallWriter {
  private CallWriter() {}

  static JsonArray layers(Net net) {
    JsonArray layers = new JsonArray();
    Calls.of(net).forEach(call -> layers.add(call(call)));
    return layers;
  }

  private static JsonObject call(Call call) {
    Word<Net> word = Words.find(Words.LAYERS, call.word()).orElseThrow();
    JsonObject object = new JsonObject();
    object.addProperty("layer", call.word());
    call.name().ifPresent(name -> object.addProperty("name", name));
    for (int i = 0; i < call.values().size(); i++) {
      object.add(word.values().get(i).name(), value(call.values().get(i)));
    }
    call.options().forEach(option -> object.add(option.kind(), option(option)));
    call.body().ifPresent(body -> object.add("body", layers(body)));
    return object;
  }

  private static JsonElement value(Object value) {
    return value instanceof Number number
        ? new JsonPrimitive(number)
        : new JsonPrimitive(value.toString());
  }

  private static JsonElement option(Option option) {
    boolean choice = !option.kind().equals(option.word());
    List<Object> arguments = option.arguments();
    if (!choice) {
      return arguments.isEmpty() ? new JsonPrimitive(true) : value(arguments.get(0));
    }
    if (arguments.isEmpty()) {
      return new JsonPrimitive(option.word());
    }
    Word<Option> word = Words.find(Words.OPTIONS, option.word()).orElseThrow();
    JsonObject object = new JsonObject();
    object.addProperty("kind", option.word());
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
