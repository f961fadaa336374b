package org.skipjack.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.io.ValueJson;

/** Whoever has the source, changes a report, and seals it anew. */
final class Forger {
  private Forger() {}

  /** What a page holds as data. */
  static JsonObject data(String page) {
    int start = page.indexOf(ReportPage.DATA) + ReportPage.DATA.length();
    return JsonParser.parseString(
            page.substring(start, page.indexOf(ReportPage.END_OF_DATA, start)))
        .getAsJsonObject();
  }

  /** The page that some data gives, with all that follows from it. */
  static String page(JsonObject data) {
    return new ReportPage(ExperimentJson.JSON.read(data, ReportData.class)).html();
  }

  /** A page of changed data, made anew. */
  static String remade(String page, Consumer<JsonObject> change) {
    JsonObject data = data(page);
    change.accept(data);
    return page(data);
  }

  /** A page whose text alone is changed, sealed anew. */
  static String sealed(String page, UnaryOperator<String> change) {
    return PageSeal.seal(change.apply(PageSeal.without(page)));
  }

  /** A page whose data alone is changed, sealed anew. */
  static String dataOnly(String page, UnaryOperator<String> change) {
    String before = ValueJson.pretty(data(page)).strip().replace("<", "\\u003c");
    String after = change.apply(before);
    return sealed(page, text -> text.replace(before, after));
  }

  /** As if it had been made on another machine. */
  static Consumer<JsonObject> elsewhere() {
    return data ->
        data.getAsJsonArray("environments")
            .forEach(
                one ->
                    one.getAsJsonObject().getAsJsonObject("machine").addProperty("arch", "other"));
  }

  static JsonObject plan(JsonObject data) {
    return data.getAsJsonObject("plan");
  }

  static JsonObject arm(JsonObject data, int place) {
    return plan(data).getAsJsonArray("arms").get(place).getAsJsonObject();
  }

  static JsonObject claim(JsonObject data, int place) {
    return plan(data).getAsJsonArray("claims").get(place).getAsJsonObject();
  }

  static JsonArray runs(JsonObject data) {
    return data.getAsJsonArray("runs");
  }

  static JsonObject run(JsonObject data, int place) {
    return runs(data).get(place).getAsJsonObject();
  }

  static JsonArray epochs(JsonObject data, int run) {
    return run(data, run).getAsJsonArray("epochs");
  }

  static JsonObject epoch(JsonObject data, int run, int place) {
    return epochs(data, run).get(place).getAsJsonObject();
  }

  static JsonObject last(JsonObject data, int run) {
    return epoch(data, run, epochs(data, run).size() - 1);
  }

  /** Changes an error of an epoch, and keeps it a share of so many images. */
  static void error(JsonObject epoch, String part, int images, DoubleUnaryOperator change) {
    JsonObject score = epoch.getAsJsonObject(part);
    double wanted = change.applyAsDouble(score.get("error").getAsDouble());
    double counted = Math.rint(Math.max(0, Math.min(1, wanted)) * images) / images;
    score.add("error", new JsonPrimitive(counted));
  }

  /** A text with something replaced that is there. */
  static String replaced(String text, String pattern, String with) {
    String changed = text.replaceFirst(pattern, with);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("nothing to forge: " + pattern);
    }
    return changed;
  }

  /** Exchanges a member of two objects. */
  static void exchange(JsonObject one, JsonObject other, String member) {
    JsonElement kept = one.get(member);
    one.add(member, other.get(member));
    other.add(member, kept);
  }
}
