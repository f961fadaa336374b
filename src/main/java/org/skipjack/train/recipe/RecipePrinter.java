package org.skipjack.train.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.skipjack.io.ValueJson;
import org.skipjack.train.optimizer.Optimizer;

/** Prints the parts of a recipe, {@code "sgd, momentum 0.9, weight decay 0.0001, decay all"}. */
public final class RecipePrinter {
  private RecipePrinter() {}

  /** The learning rate by iteration, {@code "cosine, rate 0.1"}. */
  public static String of(Schedule schedule) {
    return words(schedule);
  }

  /** The optimizer with its settings. */
  public static String of(Optimizer optimizer) {
    return words(optimizer);
  }

  /** The regularization, {@code "none"} if there is none. */
  public static String of(Regularization regularization) {
    return words(regularization);
  }

  /** What a record says, without what is zero or false. */
  private static String words(Object record) {
    return object(ValueJson.plain().tree(record).getAsJsonObject());
  }

  private static String object(JsonObject object) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      String value = value(member.getValue());
      if (member.getKey().equals("kind")) {
        words.add(spaced(value));
      } else if (value.equals("true")) {
        words.add(spaced(member.getKey()));
      } else if (!value.equals("false") && !value.equals("0")) {
        words.add(spaced(member.getKey()) + " " + value);
      }
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  private static String value(JsonElement value) {
    if (value instanceof JsonObject object) {
      return "(" + object(object) + ")";
    }
    if (value instanceof JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .map(RecipePrinter::value)
          .collect(Collectors.joining(" and "));
    }
    return value instanceof JsonPrimitive primitive && primitive.isNumber()
        ? plain(primitive)
        : value.getAsString();
  }

  private static String plain(JsonPrimitive number) {
    String text = number.getAsBigDecimal().stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }

  /** {@code weightDecay} as {@code "weight decay"}. */
  private static String spaced(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
