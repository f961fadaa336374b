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

/**
 * A run that was read from its folder.
 *
 * @param folder its folder
 * @param trial what was asked
 * @param result what came of it
 * @param fault why it is no finished run though it says so; of one that is damaged or edited
 */
public record StoredRun(Path folder, Trial trial, RunResult result, Optional<String> fault) {

  /** The file that makes a folder that of a run. */
  static final String FILE = "run.json";

  /** The member of it that has the trial, where what was asked is told in other words. */
  public static final String TRIAL = "trial";

  /**
   * The run in a folder; nothing if there is none, or it cannot be told what was asked. One that
   * says that it is finished is held against its recipe and against its sealed checkpoints.
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
    JsonElement config = record.get("config");
    if (status == null || !status.isJsonPrimitive() || config == null) {
      return Optional.empty();
    }
    Trial trial =
        ExperimentJson.JSON.read(record.has(TRIAL) ? record.get(TRIAL) : config, Trial.class);
    return RunResult.Status.of(status.getAsString())
        .map(
            known -> {
              FinishedRun found = FinishedRun.of(folder, record, trial, known);
              return new StoredRun(
                  folder,
                  trial,
                  new RunResult(
                      found.status(),
                      found.history(),
                      GradientFile.read(folder),
                      Environment.of(record)),
                  found.fault());
            });
  }
}
