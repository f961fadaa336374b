package org.skipjack.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.DataSplit;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.Seed;
import org.skipjack.data.catalog.DataLocator;
import picocli.CommandLine.Option;

/** The options that say what a net is trained on, validated with and tested with. */
final class DataOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "D",
      description =
          "shapes, shapes32, a name of `skipjack data list`, or a path: CIFAR, IDX or image folder,"
              + " CSV")
  private String data = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "N images of each set only, of each class its share: the first ones")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--validation",
      paramLabel = "N",
      description = "hold N training images out, to choose the best epoch and when to stop by")
  private @Nullable Integer validation;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      description = "resize the images of a folder (bilinear), or what a line of a CSV file makes")
  private @Nullable String size;

  @Option(
      names = "--test-fraction",
      paramLabel = "F",
      description =
          "share of each class to test with, where the data does not say (default:"
              + " ${DEFAULT-VALUE})")
  private double testFraction = ReadOptions.DEFAULT.testFraction();

  @Option(
      names = "--split-seed",
      paramLabel = "S",
      description = "what decides which images validate and test (default: ${DEFAULT-VALUE})")
  private long splitSeed = ReadOptions.DEFAULT.splitSeed();

  /**
   * Reads the data.
   *
   * @param tell gets a line whenever archives that were put into the data folder are taken up
   * @throws org.skipjack.data.DatasetException if it is missing or damaged
   */
  DataSplit read(Consumer<String> tell) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "--limit is %d, expected 1 or more.%nFix: --limit 2000", limit));
    }
    DataSplit whole = DataLocator.ofProcess().read(data, options(), tell);
    DataSplit taken = limit == Integer.MAX_VALUE ? whole : whole.take(limit);
    return validation == null ? taken : taken.withValidation(validation, Seed.of(splitSeed));
  }

  private ReadOptions options() {
    return new ReadOptions(
        Optional.ofNullable(size).map(ReadOptions.Size::parse), testFraction, splitSeed);
  }

  /** The data in a word, for the name of a folder. */
  String name() {
    return String.valueOf(Path.of(data).getFileName());
  }

  /** What was asked for, choices where they are not the usual ones, and whether it is official. */
  Map<String, Object> config(DataSplit read) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("dataWord", data);
    if (!options().equals(ReadOptions.DEFAULT)) {
      config.put("size", size == null ? "as it is" : size);
      config.put("testFraction", Double.toString(testFraction));
      config.put("splitSeed", Long.toString(splitSeed));
    }
    config.put("dataIs", read.authenticity().toString());
    return config;
  }
}
