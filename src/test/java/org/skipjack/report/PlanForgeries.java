package org.skipjack.report;

import static org.skipjack.report.Forger.arm;
import static org.skipjack.report.Forger.claim;
import static org.skipjack.report.Forger.error;
import static org.skipjack.report.Forger.exchange;
import static org.skipjack.report.Forger.last;
import static org.skipjack.report.Forger.plan;
import static org.skipjack.report.Forger.remade;
import static org.skipjack.report.Forger.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.skipjack.experiment.Small;

/** Forgeries of names, words, levels, data and recipes, with a page made anew of them. */
final class PlanForgeries extends ForgeryTable {
  PlanForgeries(String here, String ruled) {
    super(here, ruled);
    ofThePlan();
  }

  private void ofThePlan() {
    away(
        "names of two nets",
        data -> {
          exchange(arm(data, 0), arm(data, 1), "name");
          runs(data)
              .forEach(
                  one -> {
                    JsonObject run = one.getAsJsonObject();
                    boolean plain = run.get("arm").getAsString().equals("plain");
                    run.addProperty("arm", plain ? "residual" : "plain");
                  });
        },
        "  NO  name “residual”: its net is ");
    away(
        "a name of the papers",
        data -> renamed(data, "resnet110"),
        "  NO  name “resnet110”: its net is ");
    away("a name of one's own", data -> renamed(data, "the best"), "  --  names of nets: not");
    away(
        "a question that is an answer",
        data -> plan(data).addProperty("question", "Residual nets are proven better.\u001b[2J"),
        "  --  the question: not checked; words of the author: “Residual nets are");
    away(
        "words of a claim",
        data -> claim(data, 0).addProperty("text", "plain nets are better"),
        "  --  words of claims: not checked; “plain nets are better” is what the author calls");
    away(
        "an error that a paper does not have",
        data -> arm(data, 1).add("published", published("He et al. 2015", 0.91)),
        "  NO  published errors of residual: ");
    away(
        "an error of a paper by another spelling",
        data -> arm(data, 1).add("published", published("He et al.,  2015", 0.91)),
        "  NO  published errors of residual: ");
    away(
        "an error of a paper that nobody knows",
        data -> arm(data, 1).add("published", published("Nobody 2019", 0.91)),
        "  --  published errors: not checked; ");
    away(
        "data that is said to be official",
        data -> data(data).addProperty("authenticity", "official"),
        "  NO  authenticity of the data: “official” in the report, here “own data");
    away(
        "data under the name of a published set",
        data -> data(data).addProperty("name", "cifar10"),
        "  NO  name of the data: cifar10, here ");
    away(
        "data under a name of one's own",
        data -> {
          data(data).addProperty("name", "hospital scans");
          plan(data)
              .addProperty(
                  "question", "Which has the lower error on hospital scans: plain, residual?");
        },
        "  --  the name of the data: not checked; the author calls it hospital scans");
    away(
        "the digest of other data",
        data -> data(data).getAsJsonObject("test").addProperty("sha256", "0".repeat(64)),
        "is not what was planned with");
    away(
        "a recipe that is shorter",
        data -> recipe(data, 1).getAsJsonObject("length").addProperty("epochs", 5),
        "  NO  residual, seed 1: complete after 20 of 5 epochs");
    quick(
        "a learning rate",
        data -> recipe(data, 1).getAsJsonObject("schedule").addProperty("rate", 0.01),
        "  NO  residual, seed 1: differs, though");
    quick(
        "a net",
        data ->
            arm(data, 1)
                .addProperty("net", Small.RESIDUAL.toString().replace("dense", "scale(2).dense")),
        "  NO  residual, seed 1: differs, though");
    row(
        "the level of a look",
        () -> remade(ruled, data -> rule(data).addProperty("nominalLevel", 0.06)),
        "  NO  levels of the rule: ");
    row(
        "the level of a rule",
        () -> remade(ruled, data -> rule(data).addProperty("level", 0.2)),
        "  NO  levels of the rule: ");
    row(
        "a rule that went on after its end",
        () ->
            remade(
                ruled,
                data -> {
                  error(last(data, 0), "test", TEST, error -> 1);
                  error(last(data, 1), "test", TEST, error -> 1);
                  error(last(data, 3), "test", TEST, error -> 0.5);
                  error(last(data, 4), "test", TEST, error -> 0.475);
                }),
        "  NO  looks of the rule: it was decided after 2 seeds");
    row(
        "a rule that stopped before its end",
        () ->
            remade(
                ruled,
                data -> {
                  runs(data).remove(5);
                  runs(data).remove(2);
                  data.addProperty("seeds", 2);
                  for (int run = 0; run < 4; run++) {
                    error(last(data, run), "test", TEST, error -> 0.5);
                  }
                }),
        "  NO  runs: 4 are there");
  }

  private static void renamed(JsonObject data, String name) {
    arm(data, 1).addProperty("name", name);
    plan(data).add("claims", new JsonArray());
    runs(data)
        .forEach(
            one -> {
              JsonObject run = one.getAsJsonObject();
              if (run.get("arm").getAsString().equals("residual")) {
                run.addProperty("arm", name);
              }
            });
  }

  private static JsonObject data(JsonObject data) {
    return plan(data).getAsJsonObject("data");
  }

  private static JsonObject rule(JsonObject data) {
    return plan(data).getAsJsonObject("seeds").getAsJsonObject("rule");
  }

  private static JsonObject recipe(JsonObject data, int arm) {
    return arm(data, arm).getAsJsonObject("recipe");
  }

  private static JsonArray published(String source, double error) {
    JsonObject one = new JsonObject();
    one.addProperty("source", source);
    one.addProperty("text", Double.toString(100 * error));
    one.addProperty("testError", error);
    JsonArray all = new JsonArray();
    all.add(one);
    return all;
  }
}
