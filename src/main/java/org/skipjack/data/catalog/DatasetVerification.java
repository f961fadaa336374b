package org.skipjack.data.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.data.Authenticity;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelStatistics;
import org.skipjack.data.catalog.DatasetDescription.Half;

/**
 * The comparison of a local data set with its published facts.
 *
 * @param lines one line per comparison
 * @param good whether every one held
 */
public record DatasetVerification(List<String> lines, boolean good) {
  /** Published figures have four decimals. */
  private static final double TOLERANCE = 0.00015;

  /** Copies the list. */
  public DatasetVerification {
    lines = List.copyOf(lines);
  }

  static DatasetVerification of(DataFolder folder) {
    return new Checks(folder).run();
  }

  /** Collects the lines. */
  private static final class Checks {
    private final DataFolder folder;
    private final DatasetDescription datasetDescription;
    private final List<String> lines = new ArrayList<>();
    private boolean good = true;

    Checks(DataFolder folder) {
      this.folder = folder;
      this.datasetDescription = folder.description();
    }

    DatasetVerification run() {
      try {
        Optional<Path> archives = folder.archives();
        boolean official = archives.isPresent() && folder.isOfficial(archives.get(), lines::add);
        Path place =
            folder
                .unpacked()
                .orElseGet(
                    () ->
                        folder.unpack(
                            archives.orElseThrow(() -> LocatorErrors.missing(folder)), line -> {}));
        check(place, official);
        return new DatasetVerification(lines, good);
      } catch (IOException e) {
        throw LocatorErrors.notUnpacked(folder, datasetDescription.unpacked(folder.data()), e);
      }
    }

    private void check(Path place, boolean official) {
      DataSplit split = folder.open(place);
      line(true, "files", place.toString());
      check("training", split.training().images(), datasetDescription.training());
      check("test", split.test().images(), datasetDescription.test());
      PixelStatistics statistics = PixelStatistics.of(split.training().images());
      check("mean", statistics.mean(), datasetDescription.mean());
      check("deviation", statistics.deviation(), datasetDescription.deviation());
      if (!official && split.authenticity() != Authenticity.OFFICIAL) {
        lines.add(
            "without the official archive nothing shows where these files come from: "
                + "put it beside them, or run: skipjack data fetch "
                + datasetDescription.name());
      }
    }

    private void check(String half, Dataset set, Half published) {
      Authenticity authenticity = set.authenticity();
      line(authenticity == Authenticity.OFFICIAL, half + " content", authenticity.toString());
      line(
          set.size() == published.images(),
          half + " images",
          String.format(Locale.ROOT, "%,d, published %,d", set.size(), published.images()));
      if (published.histogram().isEmpty()) {
        lines.add("  –  %s labels: no counts by class are published".formatted(half));
        return;
      }
      List<Integer> counts = Arrays.stream(set.histogram()).boxed().toList();
      line(
          counts.equals(published.histogram()),
          half + " labels",
          counts.equals(published.histogram())
              ? "as many of each class as published"
              : "%s, published %s".formatted(counts, published.histogram()));
    }

    private void check(String what, List<Double> values, List<Double> published) {
      if (published.isEmpty()) {
        lines.add("  –  pixel %s: %s, none is published".formatted(what, rounded(values)));
        return;
      }
      boolean equal = values.size() == published.size();
      for (int i = 0; equal && i < values.size(); i++) {
        equal = Math.abs(values.get(i) - published.get(i)) <= TOLERANCE;
      }
      line(
          equal,
          "pixel " + what,
          "%s, published %s".formatted(rounded(values), rounded(published)));
    }

    private static List<String> rounded(List<Double> values) {
      return values.stream().map(value -> String.format(Locale.ROOT, "%.4f", value)).toList();
    }

    private void line(boolean held, String what, String found) {
      good &= held;
      lines.add((held ? "  ok " : "  NO ") + what + ": " + found);
    }
  }
}
