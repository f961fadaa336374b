package org.skipjack.experiment;

import java.util.Locale;
import java.util.stream.Collectors;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.Metric;

/** The arms of a comparison as a table of text. */
final class ComparisonTable {
  private ComparisonTable() {}

  static String of(ComparisonResult result) {
    int longest = result.arms().stream().mapToInt(arm -> arm.name().length()).max().orElse(0);
    boolean published = result.arms().stream().anyMatch(arm -> !arm.arm().published().isEmpty());
    String format =
        "%-" + Math.max(4, longest) + "s  %12s  %5s  %18s  %18s" + (published ? "  %s%n" : "%n");
    return format.formatted(
            "net", "parameters", "seeds", "training error", "test error", "published, CIFAR-10")
        + result.arms().stream().map(arm -> line(format, arm)).collect(Collectors.joining());
  }

  private static String line(String format, ArmResult arm) {
    return String.format(
        Locale.ROOT,
        format,
        arm.name(),
        String.format(Locale.ROOT, "%,d", arm.parameters()),
        arm.histories().size(),
        arm.sample(Metric.TRAINING_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"),
        arm.sample(Metric.TEST_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"),
        arm.arm().published().stream()
            .findFirst()
            .map(one -> "%s (%s)".formatted(one.text(), one.source()))
            .orElse("–"));
  }
}
