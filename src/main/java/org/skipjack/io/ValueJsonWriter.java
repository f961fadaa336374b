package org.skipjack.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes values as JSON, see {@link ValueJson}. */
final class ValueJsonWriter {
  private static final int MOST_DIGITS = 17;
  private static final double LARGEST_WHOLE = 1e15;

  private final Map<Class<?>, ValueJson.Text<?>> texts;

  ValueJsonWriter(Map<Class<?>, ValueJson.Text<?>> texts) {
    this.texts = texts;
  }

  JsonElement write(Object value) {
    for (Map.Entry<Class<?>, ValueJson.Text<?>> text : texts.entrySet()) {
      if (text.getKey().isInstance(value)) {
        return new JsonPrimitive(written(text.getValue(), value));
      }
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    if (value instanceof String text) {
      return new JsonPrimitive(text);
    }
    if (value instanceof Enum<?> constant) {
      return new JsonPrimitive(name(constant));
    }
    return compound(value);
  }

  private JsonElement compound(Object value) {
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(element -> array.add(write(element)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((key, element) -> object.add((String) key, write(element)));
      return object;
    }
    if (value instanceof Record) {
      return record(value);
    }
    throw new IllegalArgumentException(
        "%s cannot be written down: it is of %s.%nFix: use what has a text form"
            .formatted(value, value.getClass()));
  }

  private JsonObject record(Object value) {
    JsonObject object = new JsonObject();
    if (sealedAbove(value.getClass()).isPresent()) {
      object.addProperty("kind", kind(value.getClass()));
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object element = get(component, value);
      if (element instanceof Optional<?> optional) {
        optional.ifPresent(e -> object.add(component.getName(), write(e)));
      } else {
        object.add(component.getName(), write(element));
      }
    }
    return object;
  }

  @SuppressWarnings("unchecked")
  private static <T> String written(ValueJson.Text<T> text, Object value) {
    return text.write().apply((T) value);
  }

  private static Object get(RecordComponent component, Object value) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sealed interface that a record belongs to. */
  static Optional<Class<?>> sealedAbove(Class<?> type) {
    for (Class<?> above : type.getInterfaces()) {
      if (above.isSealed()) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  static String kind(Class<?> type) {
    return dashed(type.getSimpleName());
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The shortest decimal that reads back as the number; Double.toString gives others by JDK. */
  private static JsonElement number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNull.INSTANCE;
    }
    if (value == 0 && 1 / value < 0) {
      return new JsonPrimitive(-0.0);
    }
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
      return new JsonPrimitive((long) value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return new JsonPrimitive(rounded);
      }
    }
    return new JsonPrimitive(exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)));
  }
}
