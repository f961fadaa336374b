package org.skipjack.view;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as people read them. */
final class Numbers {
  private static final int PLACES_SHOWN = 3;

  private Numbers() {}

  /** With a comma after each third digit; nothing for zero. */
  static String unlessZero(long value) {
    return value == 0 ? "" : grouped(value);
  }

  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 12.5 %} of a whole; nothing for zero. */
  static String share(long part, long whole) {
    return part == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  /** The first few of many paths. */
  static String places(List<String> paths) {
    String shown = String.join(", ", paths.subList(0, Math.min(PLACES_SHOWN, paths.size())));
    int more = paths.size() - PLACES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
