package org.skipjack.report;

import static org.skipjack.report.Forger.epoch;
import static org.skipjack.report.Forger.epochs;
import static org.skipjack.report.Forger.error;
import static org.skipjack.report.Forger.exchange;
import static org.skipjack.report.Forger.last;
import static org.skipjack.report.Forger.remade;
import static org.skipjack.report.Forger.run;
import static org.skipjack.report.Forger.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.function.Consumer;

/** Forgeries of figures and runs, with a page made anew of them. */
final class RunForgeries extends ForgeryTable {
  RunForgeries(String here, String ruled) {
    super(here, ruled);
    ofFigures();
    ofRuns();
  }

  private void ofFigures() {
    away(
        "one training error",
        every(0, 1, last -> error(last, "training", TRAINING, error -> error - 0.3)),
        "  NO  plain, seed 1, training error: made elsewhere");
    away(
        "one test error",
        every(4, 5, last -> error(last, "test", TEST, error -> error + 0.3)),
        "  NO  residual, seed 2, test error: made elsewhere");
    away(
        "all test errors of a net, each by little",
        every(3, 6, last -> error(last, "test", TEST, error -> error - 0.09)),
        "  NO  test error of plain and residual: ");
    away(
        "the figures of two nets, so that the worse is the better",
        data -> {
          for (int seed = 0; seed < 3; seed++) {
            exchange(run(data, seed), run(data, seed + 3), "epochs");
          }
        },
        "  NO  plain, seed 1, training error: made elsewhere");
    away(
        "a conclusion turned round, with one run so far off that the spread is wide",
        data -> {
          error(last(data, 0), "test", TEST, error -> 0);
          every(0, 3, last -> error(last, "test", TEST, error -> error - 0.4)).accept(data);
        },
        "  NO  plain, seed 1, test error: made elsewhere");
    away(
        "the lowest test error",
        data -> error(epoch(data, 3, 2), "test", TEST, error -> 0),
        "  NO  residual, seed 1, test error: made elsewhere");
    away(
        "a curve on its way",
        data -> {
          for (int i = 0; i < epochs(data, 3).size() - 1; i++) {
            error(epoch(data, 3, i), "training", TRAINING, error -> error - 0.2);
          }
        },
        "  NO  residual, seed 1, training error: made elsewhere");
    away(
        "gradients three times as large",
        data ->
            run(data, 0)
                .getAsJsonArray("gradients")
                .forEach(
                    one ->
                        one.getAsJsonObject()
                            .addProperty(
                                "norm", 3 * one.getAsJsonObject().get("norm").getAsDouble())),
        "  NO  plain, seed 1, gradients: ");
    away(
        "no gradients",
        data -> run(data, 0).add("gradients", new JsonArray()),
        "  NO  plain, seed 1, gradients: ");
    away(
        "a validation that was none",
        data ->
            epochs(data, 0)
                .forEach(
                    one ->
                        one.getAsJsonObject().add("validation", one.getAsJsonObject().get("test"))),
        "  NO  plain, seed 1, validation error: ");
    away(
        "learning rates",
        data ->
            epochs(data, 0).forEach(one -> one.getAsJsonObject().addProperty("learningRate", 0.5)),
        "  NO  plain, seed 1, learning rate: ");
    away(
        "a share between two numbers of images",
        data -> last(data, 0).getAsJsonObject("test").addProperty("error", 0.912345),
        "  NO  plain, seed 1: the epoch in place 20");
    away(
        "more wrong than there are",
        data -> last(data, 0).getAsJsonObject("test").addProperty("error", 1.5),
        "  NO  plain, seed 1, test error: made elsewhere");
    row(
        "the last bit of a loss, where it was made",
        () ->
            remade(
                here,
                data -> {
                  JsonObject score = last(data, 0).getAsJsonObject("test");
                  score.addProperty("loss", Math.nextUp(score.get("loss").getAsDouble()));
                }),
        "  NO  plain, seed 1: differs, though machine and versions");
  }

  private void ofRuns() {
    away(
        "the last epoch is missing",
        data -> epochs(data, 0).remove(19),
        "  NO  plain, seed 1: complete after 19 of 20 epochs");
    away(
        "an epoch more",
        data -> epochs(data, 0).add(last(data, 0).deepCopy()),
        "  NO  plain, seed 1: complete after 21 of 20 epochs");
    away(
        "epochs in another order",
        data -> epochs(data, 0).add(epochs(data, 0).remove(2)),
        "  NO  plain, seed 1: the epoch in place 3");
    away(
        "a run that is said to have diverged at its end",
        data -> run(data, 1).addProperty("status", "diverged"),
        "  NO  plain, seed 2: diverged after 20 of 20 epochs");
    away(
        "a run that is said to have diverged on its way",
        data -> {
          run(data, 1).addProperty("status", "diverged");
          epochs(data, 1).remove(19);
        },
        "  NO  plain, seed 2: diverged in the report, complete now");
    away(
        "a run that is said to be under way",
        data -> run(data, 1).addProperty("status", "running"),
        "  NO  plain, seed 2: running after 20 of 20 epochs");
    away("a run less", data -> runs(data).remove(1), "  NO  runs: 5 are there");
    away(
        "a seed less",
        data -> {
          runs(data).remove(4);
          runs(data).remove(1);
          data.addProperty("seeds", 2);
        },
        "  NO  runs: 4 are there");
    away("a run twice", data -> runs(data).add(run(data, 0).deepCopy()), "  NO  data: not as");
    away(
        "a run of no seed of the plan",
        data -> {
          JsonObject more = run(data, 0).deepCopy();
          more.addProperty("seed", 9);
          runs(data).add(more);
        },
        "  NO  ");
    away("runs in another order", data -> runs(data).add(runs(data).remove(0)), "  NO  data: not");
    away("the number of seeds", data -> data.addProperty("seeds", 5), "  NO  runs: 6 are there");
    away(
        "an environment that no run used",
        data ->
            data.getAsJsonArray("environments")
                .add(
                    JsonParser.parseString(
                        "{\"versions\": {}, \"machine\": {\"processor\": \"a thousand\"}}")),
        "  NO  data: not as a report writes them");
    quick(
        "figures under another seed",
        data -> {
          run(data, 0).addProperty("seed", 2);
          run(data, 1).addProperty("seed", 1);
          runs(data).asList().add(0, runs(data).remove(1));
        },
        "  NO  plain, seed 1: differs, though");
  }

  /** The last epochs of some runs. */
  private static Consumer<JsonObject> every(int from, int to, Consumer<JsonObject> change) {
    return data -> {
      for (int run = from; run < to; run++) {
        change.accept(last(data, run));
      }
    };
  }
}
