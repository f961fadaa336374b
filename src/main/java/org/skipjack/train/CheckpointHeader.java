package org.skipjack.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.skipjack.io.ValueJson;
import org.skipjack.train.history.History;
import org.skipjack.train.history.HistoryJson;
import org.skipjack.train.recipe.Recipe;
import org.skipjack.train.recipe.RecipeJson;

/**
 * The header of a checkpoint: everything but its arrays.
 *
 * @param format that of the file
 * @param config what the training was asked to do
 * @param recipe see {@link RecipeJson}; empty if the augmentation is user code and so cannot be
 *     serialized
 * @param origin how the data can be read again, empty if it cannot
 * @param input channels, height and width of the images
 * @param classNames the classes in the order of the net's outputs
 * @param status {@code running}, or how the training ended
 * @param iteration updates made
 * @param history see {@link HistoryJson}
 * @param state numbers of the state by name
 */
record CheckpointHeader(
    String format,
    Map<String, String> config,
    JsonElement recipe,
    JsonObject origin,
    List<Integer> input,
    List<String> classNames,
    String status,
    long iteration,
    JsonObject history,
    JsonObject state) {

  /** The number goes up whenever an older version would misread a file, or this one an older. */
  static final String FORMAT = "skipjack-checkpoint/3";

  private static final String RUNNING = "running";
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  /** Checks that nothing is missing. */
  CheckpointHeader {
    Stream.of(config, recipe, origin, input, classNames, status, history, state)
        .forEach(part -> Objects.requireNonNull(part, "a part of its text is missing"));
  }

  /** The header for the state of a training. */
  static CheckpointHeader of(
      Training training, History history, Optional<Run.End> end, long iteration, JsonObject state) {
    var data = training.data();
    return new CheckpointHeader(
        FORMAT,
        TrainingConfig.of(training),
        recipe(training.recipe()),
        data.origin()
            .map(origin -> ValueJson.plain().tree(origin).getAsJsonObject())
            .orElseGet(JsonObject::new),
        List.of(data.channels(), data.height(), data.width()),
        data.classNames(),
        end.map(ended -> ended.name().toLowerCase(Locale.ROOT)).orElse(RUNNING),
        iteration,
        HistoryJson.of(history),
        state);
  }

  private static JsonElement recipe(Recipe recipe) {
    try {
      return RecipeJson.write(recipe);
    } catch (IllegalArgumentException e) {
      return new JsonObject();
    }
  }

  String toJson() {
    return GSON.toJson(this) + "\n";
  }

  /**
   * Reads a header.
   *
   * @param file where it comes from
   * @throws CheckpointException if it is of another version, or none
   */
  static CheckpointHeader read(Path file, String json) {
    try {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      String format = String.valueOf(object.get("format")).replace("\"", "");
      if (!format.equals(FORMAT)) {
        throw CheckpointException.otherVersion(file, format);
      }
      return GSON.fromJson(object, CheckpointHeader.class);
    } catch (CheckpointException e) {
      throw e;
    } catch (RuntimeException e) {
      // Gson wraps what a record's constructor throws, and has many exceptions of its own.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw CheckpointException.unreadable(file, cause);
    }
  }

  /** How the training ended, if it has. */
  Optional<Run.End> end() {
    return status.equals(RUNNING)
        ? Optional.empty()
        : Optional.of(Run.End.valueOf(status.toUpperCase(Locale.ROOT)));
  }
}
