package org.skipjack.peers.kernels;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kernel and how Jupyter starts it.
 *
 * @param name in the table
 * @param command with {@code {connection_file}} in the place of that file
 * @param environment what the command needs beside it
 */
record Contender(String name, List<String> command, Map<String, String> environment) {

  /** A kernel as its folder's {@code kernel.json} describes it. */
  static Contender of(String name, Path folder) throws IOException {
    Path spec = folder.resolve("kernel.json");
    if (!Files.isRegularFile(spec)) {
      throw new IllegalArgumentException(
          "%s has no kernel.json.%nFix: --beside NAME=DIR with the folder that Jupyter would be given"
              .formatted(folder));
    }
    JsonObject json = JsonParser.parseString(Files.readString(spec)).getAsJsonObject();
    List<String> command =
        json.getAsJsonArray("argv").asList().stream()
            .map(JsonElement::getAsString)
            .map(word -> word.replace("{resource_dir}", folder.toAbsolutePath().toString()))
            .toList();
    Map<String, String> environment = new LinkedHashMap<>();
    if (json.get("env") instanceof JsonObject env) {
      env.entrySet()
          .forEach(entry -> environment.put(entry.getKey(), entry.getValue().getAsString()));
    }
    return new Contender(name, command, environment);
  }

  /** The same without an option. */
  Contender without(String option, String changed) {
    return new Contender(
        changed, command.stream().filter(word -> !word.startsWith(option)).toList(), environment);
  }
}
