package org.skipjack.cli;

import java.util.List;
import java.util.Locale;
import org.skipjack.bench.Profile;

/** A profile as a table: the longest groups of operations, and the rest in one line. */
final class ProfileTable {
  /** Groups that take less than this share of the time stand together in the last line. */
  private static final double SMALL = 0.005;

  private ProfileTable() {}

  static String of(Profile profile) {
    double all = profile.seconds();
    List<Profile.Row> large =
        profile.rows().stream().filter(row -> row.seconds() >= SMALL * all).toList();
    StringBuilder table = new StringBuilder();
    table.append(format("%n%,.1f ms of a step are operations of the net:%n%n", 1000 * all));
    table.append("      ms   share  calls  GFLOP/s  operation\n");
    large.forEach(row -> table.append(line(row, all)));
    double rest = all - large.stream().mapToDouble(Profile.Row::seconds).sum();
    double calls =
        profile.rows().stream().mapToDouble(Profile.Row::calls).sum()
            - large.stream().mapToDouble(Profile.Row::calls).sum();
    return table
        .append(
            format(
                "%8.2f  %4.1f %%  %5.0f           the others%n",
                1000 * rest, 100 * rest / all, calls))
        .toString();
  }

  private static String line(Profile.Row row, double all) {
    return format(
            "%8.2f  %4.1f %%  %5.0f  %7s  %s",
            1000 * row.seconds(),
            100 * row.seconds() / all,
            row.calls(),
            row.gflops() > 0 ? format("%,.0f", row.gflops()) : "",
            String.join("  ", row.kind(), row.shape(), row.implementation())
                .replaceAll(" {3,}", "  "))
        + System.lineSeparator();
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
