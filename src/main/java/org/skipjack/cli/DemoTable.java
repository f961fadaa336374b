package org.skipjack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skipjack.train.TerminalProgress;

/**
 * What the demo found: a row a net, and in how many seeds each claim held.
 *
 * @param rows plain and residual, shallow and deep
 * @param seeds seeds for which all four nets were trained
 * @param degraded of these, seeds in which the deeper plain net ended with the higher training
 *     error
 * @param cured of these, seeds in which the deeper residual net did not
 */
record DemoTable(List<Row> rows, int seeds, int degraded, int cured) {

  /** One net over all its seeds; errors in [0, 1]. */
  record Row(
      String family,
      int depth,
      long parameters,
      List<Double> trainingErrors,
      List<Double> testErrors,
      double seconds) {

    double trainingError() {
      return mean(trainingErrors);
    }

    double testError() {
      return mean(testErrors);
    }

    private static double mean(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
  }

  static DemoTable of(List<Demo.Result> results) {
    List<Row> rows = new ArrayList<>();
    for (String family : List.of("plain", "residual")) {
      for (int depth : new int[] {Demo.SHALLOW, Demo.DEEP}) {
        row(results, family, depth).ifPresent(rows::add);
      }
    }
    int seeds = 0;
    int degraded = 0;
    int cured = 0;
    for (long seed : results.stream().map(result -> result.entry().seed()).distinct().toList()) {
      List<Demo.Result> ofSeed =
          results.stream().filter(result -> result.entry().seed() == seed).toList();
      if (ofSeed.size() == 4) {
        seeds++;
        degraded += worseWhenDeeper(ofSeed, "plain") ? 1 : 0;
        cured += worseWhenDeeper(ofSeed, "residual") ? 0 : 1;
      }
    }
    return new DemoTable(rows, seeds, degraded, cured);
  }

  private static java.util.Optional<Row> row(List<Demo.Result> results, String family, int depth) {
    List<Demo.Result> own =
        results.stream()
            .filter(result -> result.entry().family().equals(family))
            .filter(result -> result.entry().depth() == depth)
            .toList();
    return own.stream()
        .findFirst()
        .map(
            first ->
                new Row(
                    family,
                    depth,
                    first.entry().parameters(),
                    own.stream().map(Demo.Result::trainingError).toList(),
                    own.stream().map(Demo.Result::testError).toList(),
                    own.stream()
                        .mapToDouble(result -> result.run().history().seconds())
                        .average()
                        .orElse(0)));
  }

  private static boolean worseWhenDeeper(List<Demo.Result> ofSeed, String family) {
    return error(ofSeed, family, Demo.DEEP) > error(ofSeed, family, Demo.SHALLOW);
  }

  private static double error(List<Demo.Result> ofSeed, String family, int depth) {
    return ofSeed.stream()
        .filter(result -> result.entry().family().equals(family))
        .filter(result -> result.entry().depth() == depth)
        .mapToDouble(Demo.Result::trainingError)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** What may be said, in two sentences. */
  List<String> findings() {
    return List.of(
        "In %d of %d seeds the plain net of %d layers ended with a higher training error than the one of %d: the degradation."
            .formatted(degraded, seeds, Demo.DEEP, Demo.SHALLOW),
        "In %d of %d seeds the residual net of %d layers did not."
            .formatted(cured, seeds, Demo.DEEP));
  }

  @Override
  public String toString() {
    String lines =
        rows.stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%-9s %5d  %,10d  %12.1f %%  %8.1f %%  %8s",
                        row.family(),
                        row.depth(),
                        row.parameters(),
                        100 * row.trainingError(),
                        100 * row.testError(),
                        TerminalProgress.duration(row.seconds())))
            .collect(Collectors.joining(System.lineSeparator()));
    return "net       depth  parameters  training error  test error      time%n%s%n%nMean of %s. %s%n"
        .formatted(lines, seeds == 1 ? "1 seed" : seeds + " seeds", String.join(" ", findings()));
  }
}
