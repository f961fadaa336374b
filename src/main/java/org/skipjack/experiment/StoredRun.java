package org.skipjack.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.train.History;
import org.skipjack.train.RunFolder;

/**
 * A run as its folder holds it.
 *
 * @param folder its folder
 * @param trial what was asked
 * @param status how it stands
 * @param history the epochs that have ended
 * @param record all of {@code run.json}
 */
public record StoredRun(
    Path folder, Trial trial, Status status, History history, JsonObject record) {

  /** How a run stands. */
  public enum Status {
    /** It is under way, or was when its process was killed. */
    RUNNING,
    /** It was interrupted. */
    STOPPED,
    /** Its loss was no longer a number: it has no result, and would have none if repeated. */
    DIVERGED,
    /** All its epochs have ended. */
    COMPLETE;

    /** Whether repeating it would give nothing new. */
    public boolean isFinished() {
      return this == COMPLETE || this == DIVERGED;
    }

    /** The status of a word; nothing if there is none. */
    static Optional<Status> of(String word) {
      return Arrays.stream(values()).filter(status -> status.toString().equals(word)).findFirst();
    }

    /** In small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it has figures to compare. */
  public boolean hasResult() {
    return status == Status.COMPLETE && !history.epochs().isEmpty();
  }

  /** The run in a folder; nothing if there is none, or none of an experiment, or it is damaged. */
  static Optional<StoredRun> read(Path folder) {
    Path file = folder.resolve("run.json");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonElement json = JsonParser.parseString(Files.readString(file));
      return json.isJsonObject() ? read(folder, json.getAsJsonObject()) : Optional.empty();
    } catch (IOException | JsonParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<StoredRun> read(Path folder, JsonObject record) {
    JsonElement status = record.get("status");
    JsonElement asked = record.get("asked");
    if (status == null || !status.isJsonPrimitive() || asked == null) {
      return Optional.empty();
    }
    Trial trial = ExperimentJson.JSON.read(asked, Trial.class);
    return Status.of(status.getAsString())
        .map(known -> new StoredRun(folder, trial, known, RunFolder.readHistory(folder), record));
  }
}
