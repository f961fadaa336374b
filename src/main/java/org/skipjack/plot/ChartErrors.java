package org.skipjack.plot;

import static org.skipjack.plot.Theme.LIGHT;

import java.util.Locale;

/** Messages for what a chart cannot draw. */
final class ChartErrors {
  private ChartErrors() {}

  static IllegalArgumentException refused(String what, String fix) {
    return new IllegalArgumentException("%s.%nFix: %s".formatted(what, fix));
  }

  static void checkColors(String chart, String what, int count) {
    int most = LIGHT.colors().size();
    if (count > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s tells at most %d %s apart by color, got %d.%nFix: draw two charts",
              chart,
              most,
              what,
              count));
    }
  }

  static void checkShare(String what, double error) {
    if (!(error >= 0 && error <= 1)) {
      throw new IllegalArgumentException(
          "%s is %s, expected a share in [0, 1].%nFix: divide per cent by 100"
              .formatted(what, error));
    }
  }
}
