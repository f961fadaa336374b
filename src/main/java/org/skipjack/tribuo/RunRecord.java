package org.skipjack.tribuo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.train.Run;
import org.skipjack.train.history.History;

/** The sections of {@code run.json} that tell where a run came from and what it gave. */
public final class RunRecord {
  private RunRecord() {}

  /** The sections {@code provenance} and {@code result}, in this order, for JSON. */
  public static Map<String, Object> of(Run run) {
    Map<String, Object> sections = new LinkedHashMap<>();
    sections.put("provenance", Provenance.of(run).toMap());
    if (!run.history().epochs().isEmpty()) {
      Map<String, Object> result = result(run.history());
      result.put("seconds", run.history().seconds());
      sections.put("result", result);
    }
    return sections;
  }

  /** What a history of one epoch or more gave, without its time. */
  public static Map<String, Object> result(History history) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("epochs", history.epochs().size());
    result.putAll(scores(history.last()));
    history.best().ifPresent(best -> result.put("bestOnValidation", scores(best)));
    result.put("lowestOnTest", lowest(history.bestOnTest()));
    return result;
  }

  private static Map<String, Object> scores(History.Epoch epoch) {
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put("epoch", epoch.epoch());
    scores.put("trainingLoss", epoch.trainingLoss());
    scores.put("trainingError", epoch.trainingError());
    epoch
        .validation()
        .ifPresent(
            score -> {
              scores.put("validationLoss", score.loss());
              scores.put("validationError", score.error());
            });
    scores.put("testLoss", epoch.testLoss());
    scores.put("testError", epoch.testError());
    return scores;
  }

  private static Map<String, Object> lowest(History.BestOnTest best) {
    Map<String, Object> lowest = new LinkedHashMap<>();
    lowest.put("epoch", best.epoch().epoch());
    lowest.put("testError", best.epoch().testError());
    lowest.put("warning", "chosen on the test set, so it flatters; quote the last epoch");
    return lowest;
  }
}
