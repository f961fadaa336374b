package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code summary} forecasts against what {@code bench} finds resident, in processes alone. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the peak of a process")
class MemoryForecastTest {
  @TempDir private Path folder;

  private JsonObject run(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.bytedeco.javacpp.logger=slf4j"));
    command.addAll(heapOptions());
    command.add("org.skipjack.cli.Main");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(() -> "exit code of " + command).isZero();
    return JsonParser.parseString(Files.readString(output, StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  /** The options for the heap that {@code ./skipjack} starts Java with. */
  private static List<String> heapOptions() throws IOException {
    String launcher = Files.readString(Path.of("skipjack"), StandardCharsets.UTF_8);
    Matcher heap = Pattern.compile("^heap='(.*)'$", Pattern.MULTILINE).matcher(launcher);
    assertThat(heap.find()).as("heap=… in ./skipjack").isTrue();
    return List.of(heap.group(1).split(" "));
  }

  private long peak(String... bench) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(bench));
    arguments.addAll(List.of("--warm-up", "1", "--steps", "2", "--json"));
    return run(arguments.toArray(String[]::new)).get("peakMemoryBytes").getAsLong();
  }

  @ParameterizedTest
  @CsvSource({
    "train, resnet20, 128, fp32, memoryBytes",
    "train, resnet56, 32, fp32, memoryBytes",
    "infer, resnet20, 128, fp32, inferenceMemoryBytes"
  })
  void it_is_within_ten_percent(String task, String net, String batch, String precision, String key)
      throws IOException, InterruptedException {
    long forecast =
        run("summary", net, "--batch", batch, "--precision", precision, "--json")
            .get(key)
            .getAsLong();

    long peak = peak("bench", task, "--net", net, "--batch", batch, "--precision", precision);

    assertThat((double) forecast).isCloseTo((double) peak, withinPercentage(10));
  }
}
