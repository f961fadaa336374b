package org.skipjack.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skipjack.io.WholeFile;

/**
 * The folder of a run, in plain files: {@code run.json} (what was asked, provenance, result),
 * {@code history.jsonl} (a line an epoch, the same bits whenever the run is repeated) and {@code
 * timings.jsonl} (a line an epoch).
 *
 * <p>Each file is written whole, under a temporary name first, so that a run that is killed leaves
 * the epochs that had ended.
 *
 * @param path the folder
 * @param asked what the run was asked to do; a folder holds runs of one such recipe
 */
public record RunFolder(Path path, Map<String, Object> asked) {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  /** Copies the map, keeping its order. */
  public RunFolder {
    asked = new LinkedHashMap<>(asked);
  }

  /**
   * Makes the folder, or takes it again for the same recipe.
   *
   * @throws IllegalArgumentException if it holds a run that was asked for something else
   * @throws org.skipjack.io.OutputException if it cannot be written to
   */
  public static RunFolder open(Path path, Map<String, Object> asked) {
    RunFolder folder = new RunFolder(WholeFile.folder(path), asked);
    Path file = path.resolve("run.json");
    if (Files.exists(file) && !PRETTY.toJsonTree(asked).equals(earlier(file))) {
      throw new IllegalArgumentException(
          "%s holds another run, which would be lost.%nFix: choose another folder, --out DIR"
              .formatted(path));
    }
    return folder;
  }

  private static JsonElement earlier(Path file) {
    try {
      JsonElement run = JsonParser.parseString(Files.readString(file));
      JsonElement asked = run.isJsonObject() ? run.getAsJsonObject().get("asked") : null;
      return asked == null ? new JsonObject() : asked;
    } catch (IOException | JsonParseException e) {
      return new JsonObject();
    }
  }

  /**
   * Writes {@code run.json}.
   *
   * @param status {@code running}, {@code complete} or {@code stopped}
   * @param more further sections, after what was asked and the status
   */
  public void writeRun(String status, Map<String, Object> more) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("format", "skipjack-run/1");
    run.put("status", status);
    run.put("asked", asked);
    run.putAll(more);
    WholeFile.write(path.resolve("run.json"), PRETTY.toJson(run) + "\n");
  }

  /** Writes {@code history.jsonl} and {@code timings.jsonl}. */
  public void writeHistory(History history) {
    WholeFile.write(path.resolve("history.jsonl"), lines(history, RunFolder::repeatable));
    WholeFile.write(path.resolve("timings.jsonl"), lines(history, RunFolder::timing));
  }

  /**
   * The epochs of the run in a folder, without their times; empty if none has ended yet.
   *
   * @throws IllegalArgumentException if a line is not as {@link #writeHistory} writes it
   */
  public static History readHistory(Path folder) {
    Path file = folder.resolve("history.jsonl");
    if (!Files.exists(file)) {
      return History.empty();
    }
    try {
      return new History(
          Files.readAllLines(file).stream()
              .map(line -> epoch(JsonParser.parseString(line).getAsJsonObject()))
              .toList());
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "%s is damaged: %s%nFix: remove the folder, and the run is made again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static History.Epoch epoch(JsonObject line) {
    return new History.Epoch(
        line.get("epoch").getAsInt(),
        line.get("learningRate").getAsDouble(),
        score(line, "training"),
        line.has("validationLoss") ? Optional.of(score(line, "validation")) : Optional.empty(),
        score(line, "test"),
        new History.Timing(0, 0, 0, 0));
  }

  private static History.Score score(JsonObject line, String part) {
    return new History.Score(
        line.get(part + "Loss").getAsDouble(), line.get(part + "Error").getAsDouble());
  }

  private static String lines(History history, Function<History.Epoch, Map<String, Object>> line) {
    return history.epochs().stream()
        .map(epoch -> LINE.toJson(line.apply(epoch)) + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, Object> timing(History.Epoch epoch) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("epoch", epoch.epoch());
    line.put("seconds", epoch.seconds());
    line.put("waitingSeconds", epoch.timing().waiting());
    line.put("lossSeconds", epoch.timing().loss());
    line.put("updateSeconds", epoch.timing().update());
    return line;
  }

  private static Map<String, Object> repeatable(History.Epoch epoch) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("epoch", epoch.epoch());
    line.put("learningRate", epoch.learningRate());
    line.put("trainingLoss", epoch.trainingLoss());
    line.put("trainingError", epoch.trainingError());
    epoch
        .validation()
        .ifPresent(
            score -> {
              line.put("validationLoss", score.loss());
              line.put("validationError", score.error());
            });
    line.put("testLoss", epoch.testLoss());
    line.put("testError", epoch.testError());
    return line;
  }
}
