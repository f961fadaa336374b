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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private static final String RECORD = "run.json";
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  /** Copies the map, keeping its order. */
  public RunFolder {
    config = new LinkedHashMap<>(config);
  }

  /**
   * Makes the folder, or takes it again for the same recipe; a record that is damaged is made
   * again.
   *
   * @throws IllegalArgumentException if it holds a run that was asked for something else
   * @throws org.skipjack.io.OutputException if it cannot be written to
   */
  public static RunFolder open(Path path, Map<String, Object> config) {
    RunFolder folder = new RunFolder(AtomicFile.folder(path), config);
    Map<String, String> got = words(PRETTY.toJsonTree(config));
    Map<String, String> expected = earlier(path.resolve(RECORD)).orElse(got);
    if (!got.equals(expected)) {
      Set<String> names = new LinkedHashSet<>(got.keySet());
      names.addAll(expected.keySet());
      names.removeIf(name -> Objects.equals(got.get(name), expected.get(name)));
      throw otherRun(path, TrainingConfig.lines(names, got, expected));
    }
    return folder;
  }

  /**
   * Makes the folder of a training, or takes it again for one that gives the same.
   *
   * @param config what the record says of it
   * @param goesOn whether the training goes on from its checkpoints, which then say more exactly
   *     whether they are of it
   * @throws IllegalArgumentException if it holds another run, or one that is not known
   * @throws org.skipjack.io.OutputException if it cannot be written to
   */
  public static RunFolder open(
      Path path, Training training, Map<String, Object> config, boolean goesOn) {
    RunFolder folder = new RunFolder(AtomicFile.folder(path), config);
    Path file = path.resolve(RECORD);
    Optional<Map<String, String>> expected = earlier(file);
    boolean isKnownByCheckpoints = goesOn && hasCheckpoint(path);
    if (expected.isEmpty() && Files.exists(file) && !isKnownByCheckpoints) {
      throw new IllegalArgumentException(
          "%s is damaged, so it is not known which run the folder holds.%nFix: go on with it, --resume, if it has checkpoints, or choose another folder, --out DIR"
              .formatted(file));
    }
    Set<String> names =
        expected.map(there -> TrainingConfig.differences(training, there)).orElse(Set.of());
    boolean isOfOtherLength = names.equals(Set.of(TrainingConfig.LENGTH));
    if (!names.isEmpty() && !(isKnownByCheckpoints && isOfOtherLength)) {
      throw otherRun(
          path, TrainingConfig.lines(names, TrainingConfig.of(training), expected.orElseThrow()));
    }
    return folder;
  }

  private static IllegalArgumentException otherRun(Path path, String differences) {
    return new IllegalArgumentException(
        "%s holds another run, which would be lost.%n%n%s%nFix: choose another folder, --out DIR"
            .formatted(path, differences));
  }

  /** What the run of a record was asked to do; nothing where there is none that can be read. */
  private static Optional<Map<String, String>> earlier(Path file) {
    try {
      JsonElement run = JsonParser.parseString(Files.readString(file));
      return run.isJsonObject()
          ? Optional.ofNullable(run.getAsJsonObject().get("config"))
              .filter(JsonElement::isJsonObject)
              .map(RunFolder::words)
          : Optional.empty();
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
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
    AtomicFile.write(path.resolve(RECORD), PRETTY.toJson(run) + "\n");
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
