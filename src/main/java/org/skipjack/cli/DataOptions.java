package org.skipjack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.ReadOptions;
import picocli.CommandLine.Option;

/** The options of a command that reads data which leaves a choice. */
final class DataOptions {
  @Option(
      names = "--size",
      paramLabel = "HxW",
      description = "resize the images of a folder (bilinear), or what a line of a CSV file makes")
  private @Nullable String size;

  @Option(
      names = "--test-fraction",
      paramLabel = "F",
      description =
          "share of each class to test with, where the data does not say (default: ${DEFAULT-VALUE})")
  private double testFraction = ReadOptions.DEFAULT.testFraction();

  @Option(
      names = "--split-seed",
      paramLabel = "S",
      description = "what decides which images test (default: ${DEFAULT-VALUE})")
  private long splitSeed = ReadOptions.DEFAULT.splitSeed();

  ReadOptions read() {
    return new ReadOptions(
        Optional.ofNullable(size).map(ReadOptions.Size::parse), testFraction, splitSeed);
  }

  /** What was asked for, where it is not the default. */
  Map<String, Object> asked() {
    Map<String, Object> asked = new LinkedHashMap<>();
    if (!read().equals(ReadOptions.DEFAULT)) {
      asked.put("size", size == null ? "as it is" : size);
      asked.put("testFraction", Double.toString(testFraction));
      asked.put("splitSeed", Long.toString(splitSeed));
    }
    return asked;
  }
}
