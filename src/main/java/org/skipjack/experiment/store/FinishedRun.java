package org.skipjack.experiment.store;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.train.Checkpoint;
import org.skipjack.train.RunFolder;
import org.skipjack.train.history.History;
import org.skipjack.train.history.HistoryJson;
import org.skipjack.tribuo.RunRecord;

/**
 * Checks a run that is marked as finished: its history has the epochs of its recipe, or the run is
 * damaged; it says what the run's sealed checkpoints say, or somebody edited it.
 *
 * @param status that which it says, or {@code DAMAGED} or {@code EDITED}
 * @param history as its file has it; empty if the file cannot be read
 * @param fault what is wrong, where something is
 */
record FinishedRun(RunResult.Status status, History history, Optional<String> fault) {

  static FinishedRun of(Path folder, JsonObject record, Trial trial, RunResult.Status said) {
    History history;
    try {
      history = RunFolder.readHistory(folder);
    } catch (IllegalArgumentException e) {
      return said.isFinished()
          ? damaged(History.empty(), "a line of history.jsonl is no epoch")
          : new FinishedRun(said, History.empty(), Optional.empty());
    }
    if (!said.isFinished()) {
      return new FinishedRun(said, history, Optional.empty());
    }
    if (!GradientFile.isWhole(folder)) {
      return damaged(history, "a line of gradients.jsonl is no gradient");
    }
    Optional<String> form = form(trial, history, said);
    if (form.isPresent()) {
      return damaged(history, form.get());
    }
    for (Checkpoint checkpoint : RunFolder.checkpoints(folder)) {
      Optional<FinishedRun> fault = against(checkpoint, trial, history, said);
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    return result(record, history)
        .map(text -> edited(history, text))
        .orElseGet(() -> new FinishedRun(said, history, Optional.empty()));
  }

  /** What the history lacks. */
  private static Optional<String> form(Trial trial, History history, RunResult.Status said) {
    List<History.Epoch> epochs = history.epochs();
    for (int i = 0; i < epochs.size(); i++) {
      if (epochs.get(i).epoch() != i + 1) {
        return fault(
            "line %d of history.jsonl is epoch %d, expected epoch %d",
            i + 1, epochs.get(i).epoch(), i + 1);
      }
    }
    boolean good =
        said == RunResult.Status.COMPLETE
            ? trial.endsWith(history)
            : epochs.size() < trial.epochs();
    return good
        ? Optional.empty()
        : fault("%s, and history.jsonl has %d of %d epochs", said, epochs.size(), trial.epochs());
  }

  /** What a checkpoint says otherwise. */
  private static Optional<FinishedRun> against(
      Checkpoint checkpoint, Trial trial, History history, RunResult.Status said) {
    Path file = checkpoint.file().getFileName();
    Map<String, String> config = checkpoint.config();
    if (!trial.net().toString().equals(config.get("net"))
        || !Long.toString(trial.seed()).equals(config.get("seed"))) {
      return Optional.of(
          edited(
              history,
              "run.json is of seed %s, its sealed checkpoint %s of seed %s or of another net"
                  .formatted(trial.seed(), file, config.get("seed"))));
    }
    if (said == RunResult.Status.DIVERGED && checkpoint.end().isPresent()) {
      return Optional.of(
          edited(
              history,
              "run.json says diverged, its sealed checkpoint %s that all epochs have ended"
                  .formatted(file)));
    }
    List<History.Epoch> sealed = checkpoint.history().epochs();
    if (sealed.size() > history.epochs().size()) {
      return Optional.of(
          damaged(
              history,
              String.format(
                  Locale.ROOT,
                  "history.jsonl has %d epochs, its checkpoint %s has %d",
                  history.epochs().size(),
                  file,
                  sealed.size())));
    }
    for (int i = 0; i < sealed.size(); i++) {
      Optional<String> differs =
          difference(
              HistoryJson.scores(history.epochs().get(i)), HistoryJson.scores(sealed.get(i)));
      if (differs.isPresent()) {
        return Optional.of(
            edited(
                history,
                String.format(
                    Locale.ROOT,
                    "epoch %d of history.jsonl has %s in its sealed checkpoint %s",
                    i + 1,
                    differs.get(),
                    file)));
      }
    }
    return Optional.empty();
  }

  /** What the result in {@code run.json} says otherwise than the history. */
  private static Optional<String> result(JsonObject record, History history) {
    JsonElement found = record.get("result");
    if (found == null || !found.isJsonObject() || history.epochs().isEmpty()) {
      return Optional.empty();
    }
    Gson gson = new Gson();
    JsonObject expected =
        JsonParser.parseString(gson.toJson(RunRecord.result(history))).getAsJsonObject();
    return difference(found.getAsJsonObject(), expected)
        .map(differs -> "the result in run.json has %s by history.jsonl".formatted(differs));
  }

  /** The first member that both have and that differs: {@code testError 0.1, expected 0.4}. */
  private static Optional<String> difference(JsonObject found, JsonObject expected) {
    return expected.asMap().entrySet().stream()
        .filter(one -> found.has(one.getKey()) && !found.get(one.getKey()).equals(one.getValue()))
        .map(
            one ->
                "%s %s, expected %s"
                    .formatted(one.getKey(), found.get(one.getKey()), one.getValue()))
        .findFirst();
  }

  private static Optional<String> fault(String text, Object... values) {
    return Optional.of(String.format(Locale.ROOT, text, values));
  }

  private static FinishedRun damaged(History history, String text) {
    return new FinishedRun(RunResult.Status.DAMAGED, history, Optional.of(text));
  }

  private static FinishedRun edited(History history, String text) {
    return new FinishedRun(RunResult.Status.EDITED, history, Optional.of(text));
  }
}
