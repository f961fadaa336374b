package org.skipjack.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads values from JSON, see {@link ValueJson}; {@code at} is the path of what is read. */
final class ValueJsonReader {
  private final Map<Class<?>, ValueJson.Text<?>> texts;

  ValueJsonReader(Map<Class<?>, ValueJson.Text<?>> texts) {
    this.texts = texts;
  }

  Object read(JsonElement json, Type type, String at) {
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    ValueJson.Text<?> text = texts.get(raw);
    if (text != null) {
      return readText(text, string(json, at), at);
    }
    if (raw == List.class) {
      return list(json, argument(type, 0), at);
    }
    if (raw == Map.class) {
      return map(json, argument(type, 1), at);
    }
    if (raw.isEnum()) {
      return constant(raw, string(json, at), at);
    }
    if (raw.isRecord() || raw.isSealed()) {
      return record(object(json, at), raw, at);
    }
    return primitive(json, raw, at);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static Object readText(ValueJson.Text<?> text, String written, String at) {
    try {
      return text.read().apply(written);
    } catch (IllegalArgumentException e) {
      throw refused(at, String.valueOf(e.getMessage()), e);
    }
  }

  private List<Object> list(JsonElement json, Type element, String at) {
    if (!json.isJsonArray()) {
      throw wrong(at, "a list", json);
    }
    List<Object> list = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray()) {
      list.add(read(one, element, at + "[" + list.size() + "]"));
    }
    return Collections.unmodifiableList(list);
  }

  private Map<String, Object> map(JsonElement json, Type element, String at) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : object(json, at).entrySet()) {
      map.put(entry.getKey(), read(entry.getValue(), element, join(at, entry.getKey())));
    }
    return Collections.unmodifiableMap(map);
  }

  private Object record(JsonObject json, Class<?> type, String at) {
    Set<String> unread = new LinkedHashSet<>(json.keySet());
    Class<?> found = type;
    if (type.isSealed() || ValueJsonWriter.sealedAbove(type).isPresent()) {
      found = ofKind(type, string(member(json, "kind", at), join(at, "kind")), at);
      unread.remove("kind");
    }
    RecordComponent[] components = found.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(json, components[i], at);
      unread.remove(components[i].getName());
    }
    if (!unread.isEmpty()) {
      throw refused(join(at, unread.iterator().next()), "nothing of that name is known here", null);
    }
    return construct(found, components, values, at);
  }

  private Object component(JsonObject json, RecordComponent component, String at) {
    String name = component.getName();
    if (component.getType() != Optional.class) {
      return read(member(json, name, at), component.getGenericType(), join(at, name));
    }
    Type inner = argument(component.getGenericType(), 0);
    return json.has(name)
        ? Optional.of(read(json.get(name), inner, join(at, name)))
        : Optional.empty();
  }

  private static Object construct(
      Class<?> type, RecordComponent[] components, Object[] values, String at) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw refused(at, String.valueOf(cause.getMessage()), cause);
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> ofKind(Class<?> type, String kind, String at) {
    List<Class<?>> permitted =
        type.isSealed() ? Arrays.asList(type.getPermittedSubclasses()) : List.of(type);
    return permitted.stream()
        .filter(one -> ValueJsonWriter.kind(one).equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    join(at, "kind"),
                    permitted.stream()
                        .map(ValueJsonWriter::kind)
                        .collect(Collectors.joining(" or ")),
                    "\"" + kind + "\""));
  }

  private static Object constant(Class<?> type, String name, String at) {
    List<Enum<?>> constants =
        Arrays.stream(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList();
    return constants.stream()
        .filter(constant -> ValueJsonWriter.name(constant).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    at,
                    constants.stream()
                        .map(ValueJsonWriter::name)
                        .collect(Collectors.joining(" or ")),
                    "\"" + name + "\""));
  }

  private static Object primitive(JsonElement json, Class<?> type, String at) {
    if (type == String.class) {
      return string(json, at);
    }
    if (type == boolean.class || type == Boolean.class) {
      if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isBoolean()) {
        throw wrong(at, "true or false", json);
      }
      return json.getAsBoolean();
    }
    if (type == double.class || type == Double.class) {
      return json.isJsonNull() ? Double.NaN : number(json, at).getAsDouble();
    }
    try {
      if (type == int.class || type == Integer.class) {
        return number(json, at).getAsBigDecimal().intValueExact();
      }
      if (type == long.class || type == Long.class) {
        return number(json, at).getAsBigDecimal().longValueExact();
      }
    } catch (ArithmeticException e) {
      throw wrong(at, "a whole number", json);
    }
    throw new IllegalArgumentException(type + " cannot be read at " + at);
  }

  private static JsonElement number(JsonElement json, String at) {
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isNumber()) {
      throw wrong(at, "a number", json);
    }
    return json;
  }

  private static String string(JsonElement json, String at) {
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isString()) {
      throw wrong(at, "a text", json);
    }
    return json.getAsString();
  }

  private static JsonObject object(JsonElement json, String at) {
    if (!json.isJsonObject()) {
      throw wrong(at, "an object", json);
    }
    return json.getAsJsonObject();
  }

  private static JsonElement member(JsonObject json, String name, String at) {
    if (!json.has(name)) {
      throw refused(join(at, name), "it is missing", null);
    }
    return json.get(name);
  }

  private static String join(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private static IllegalArgumentException wrong(String at, String expected, Object got) {
    return refused(at, "it is %s, expected %s".formatted(got, expected), null);
  }

  private static IllegalArgumentException refused(
      String at, String what, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "at %s: %s".formatted(at.isEmpty() ? "the top" : at, what), cause);
  }
}
