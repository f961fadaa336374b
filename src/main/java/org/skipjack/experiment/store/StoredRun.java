package org.skipjack.experiment.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.train.RunFolder;

/**
 * A run as its folder holds it.
 *
 * @param folder its folder
 * @param trial what was asked
 * @param result what came of it
 */
public record StoredRun(Path folder, Trial trial, RunResult result) {

  /** The file that makes a folder that of a run. */
  static final String FILE = "run.json";

  /** The member of it that has the trial, where what was asked is told in other words. */
  public static final String TRIAL = "trial";

  /**
   * The run in a folder; nothing if there is none, or its result is not known, or it is damaged.
   */
  public static Optional<StoredRun> read(Path folder) {
    Path file = folder.resolve(FILE);
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
    JsonElement asked = record.get("config");
    if (status == null || !status.isJsonPrimitive() || asked == null) {
      return Optional.empty();
    }
    Trial trial =
        ExperimentJson.JSON.read(record.has(TRIAL) ? record.get(TRIAL) : asked, Trial.class);
    return RunResult.Status.of(status.getAsString())
        .map(
            known ->
                new StoredRun(
                    folder,
                    trial,
                    new RunResult(
                        known,
                        RunFolder.readHistory(folder),
                        GradientFile.read(folder),
                        Environment.of(record))));
  }
}
