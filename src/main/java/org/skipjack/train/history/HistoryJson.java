package org.skipjack.train.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/** Reads and writes histories as JSON. */
public final class HistoryJson {
  private HistoryJson() {}

  /** The metrics of an epoch, which a repeated run has to the bit. */
  public static JsonObject scores(History.Epoch epoch) {
    JsonObject line = new JsonObject();
    line.addProperty("epoch", epoch.epoch());
    line.addProperty("learningRate", epoch.learningRate());
    put(line, "training", epoch.training());
    epoch.validation().ifPresent(score -> put(line, "validation", score));
    put(line, "test", epoch.test());
    return line;
  }

  private static void put(JsonObject line, String set, History.Score score) {
    line.addProperty(set + "Loss", score.loss());
    line.addProperty(set + "Error", score.error());
  }

  /** Where the time of an epoch went. */
  public static JsonObject timing(History.Epoch epoch) {
    JsonObject line = new JsonObject();
    line.addProperty("epoch", epoch.epoch());
    line.addProperty("seconds", epoch.timing().seconds());
    line.addProperty("waitingSeconds", epoch.timing().waiting());
    line.addProperty("lossSeconds", epoch.timing().loss());
    line.addProperty("updateSeconds", epoch.timing().update());
    return line;
  }

  static JsonObject note(TrainingNote trainingNote) {
    JsonObject line = new JsonObject();
    line.addProperty("kind", trainingNote.kind().name());
    line.addProperty("epoch", trainingNote.epoch());
    line.addProperty("iteration", trainingNote.iteration());
    line.addProperty("text", trainingNote.text());
    return line;
  }

  /** All of a history: {@code epochs}, {@code timings}, {@code notes}. */
  public static JsonObject of(History history) {
    JsonArray epochs = new JsonArray();
    JsonArray timings = new JsonArray();
    JsonArray notes = new JsonArray();
    history.epochs().forEach(epoch -> epochs.add(scores(epoch)));
    history.epochs().forEach(epoch -> timings.add(timing(epoch)));
    history.notes().forEach(trainingNote -> notes.add(note(trainingNote)));
    JsonObject all = new JsonObject();
    all.add("epochs", epochs);
    all.add("timings", timings);
    all.add("notes", notes);
    return all;
  }

  /** Reads a history that {@link #of} wrote. */
  public static History read(JsonObject all) {
    History history = History.empty();
    JsonArray timings = all.getAsJsonArray("timings");
    int place = 0;
    for (JsonElement scores : all.getAsJsonArray("epochs")) {
      history =
          history.with(
              epoch(scores.getAsJsonObject(), timing(timings.get(place).getAsJsonObject())));
      place++;
    }
    for (JsonElement note : all.getAsJsonArray("notes")) {
      history = history.with(note(note.getAsJsonObject()));
    }
    return history;
  }

  /** Reads an epoch that {@link #scores} wrote, without its times. */
  public static History.Epoch epoch(JsonObject scores) {
    return epoch(scores, new History.Timing(0, 0, 0, 0));
  }

  private static History.Epoch epoch(JsonObject scores, History.Timing timing) {
    return new History.Epoch(
        scores.get("epoch").getAsInt(),
        scores.get("learningRate").getAsDouble(),
        score(scores, "training"),
        scores.has("validationLoss") ? Optional.of(score(scores, "validation")) : Optional.empty(),
        score(scores, "test"),
        timing);
  }

  private static History.Timing timing(JsonObject line) {
    return new History.Timing(
        line.get("seconds").getAsDouble(),
        line.get("waitingSeconds").getAsDouble(),
        line.get("lossSeconds").getAsDouble(),
        line.get("updateSeconds").getAsDouble());
  }

  private static History.Score score(JsonObject line, String set) {
    return new History.Score(
        line.get(set + "Loss").getAsDouble(), line.get(set + "Error").getAsDouble());
  }

  private static TrainingNote note(JsonObject line) {
    return new TrainingNote(
        TrainingNote.Kind.valueOf(line.get("kind").getAsString()),
        line.get("epoch").getAsInt(),
        line.get("iteration").getAsLong(),
        line.get("text").getAsString());
  }
}
