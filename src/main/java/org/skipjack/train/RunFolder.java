package org.skipjack.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.AtomicFile;
import org.skipjack.train.history.History;
import org.skipjack.train.history.HistoryJson;

/**
 * The folder of a run, in plain files: {@code run.json} (configuration, provenance, result), {@code
 * history.jsonl} (a line per epoch, the same bits in a repeated run) and {@code timings.jsonl} (a
 * line per epoch).
 *
 * <p>Each file is written whole, under a temporary name first, so that a run that is killed leaves
 * the epochs that had ended.
 *
 * @param path the folder
 * @param config what the run was asked to do; a folder holds runs of one such recipe
 */
public record RunFolder(Path path, Map<String, Object> config) {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  /** Copies the map, keeping its order. */
  public RunFolder {
    config = new LinkedHashMap<>(config);
  }

  /**
   * Makes the folder, or takes it again for the same recipe.
   *
   * @throws IllegalArgumentException if it holds a run that was asked for something else
   * @throws org.skipjack.io.OutputException if it cannot be written to
   */
  public static RunFolder open(Path path, Map<String, Object> config) {
    RunFolder folder = new RunFolder(AtomicFile.folder(path), config);
    Path file = path.resolve("run.json");
    Map<String, String> here = words(PRETTY.toJsonTree(config));
    if (Files.exists(file) && !here.equals(earlier(file))) {
      throw new IllegalArgumentException(
          "%s holds another run, which would be lost.%n%n%s%nFix: choose another folder, --out DIR"
              .formatted(path, TrainingConfig.differences(here, earlier(file))));
    }
    return folder;
  }

  private static Map<String, String> earlier(Path file) {
    try {
      JsonElement run = JsonParser.parseString(Files.readString(file));
      return run.isJsonObject() ? words(run.getAsJsonObject().get("config")) : Map.of();
    } catch (IOException | JsonParseException e) {
      return Map.of();
    }
  }

  private static Map<String, String> words(@Nullable JsonElement config) {
    Map<String, String> words = new LinkedHashMap<>();
    if (config != null && config.isJsonObject()) {
      config
          .getAsJsonObject()
          .asMap()
          .forEach(
              (name, value) ->
                  words.put(
                      name, value.isJsonPrimitive() ? value.getAsString() : value.toString()));
    }
    return words;
  }

  /**
   * Writes {@code run.json}.
   *
   * @param status {@code running}, {@code complete} or {@code stopped}
   * @param more further sections, after what was asked and the status
   */
  public void writeRun(String status, Map<String, Object> more) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("format", "skipjack-run/2");
    run.put("status", status);
    run.put("config", config);
    run.putAll(more);
    AtomicFile.write(path.resolve("run.json"), PRETTY.toJson(run) + "\n");
  }

  /** Whether a folder has a checkpoint to resume from. */
  public static boolean hasCheckpoint(Path folder) {
    return !new CheckpointFolder(folder).files().isEmpty();
  }

  /** The checkpoints in a folder that are whole, the newest first. */
  public static List<Checkpoint> checkpoints(Path folder) {
    List<Checkpoint> whole = new ArrayList<>();
    for (Path file : new CheckpointFolder(folder).files()) {
      try {
        whole.add(Checkpoint.read(file));
      } catch (CheckpointException e) {
        // What is damaged, or of another version, seals nothing.
      }
    }
    return whole;
  }

  /** Deletes the checkpoints of the run, so that it begins anew. */
  public void deleteCheckpoints() {
    try {
      for (Path file : new CheckpointFolder(path).files()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code history.jsonl} and {@code timings.jsonl}. */
  public void writeHistory(History history) {
    AtomicFile.write(path.resolve("history.jsonl"), lines(history, HistoryJson::scores));
    AtomicFile.write(path.resolve("timings.jsonl"), lines(history, HistoryJson::timing));
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
              .map(line -> HistoryJson.epoch(JsonParser.parseString(line).getAsJsonObject()))
              .toList());
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "%s is damaged: %s%nFix: remove the folder, and the run is made again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static String lines(History history, Function<History.Epoch, JsonObject> line) {
    return history.epochs().stream()
        .map(epoch -> LINE.toJson(line.apply(epoch)) + "\n")
        .collect(Collectors.joining());
  }
}
