package org.skipjack.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skipjack.io.Sha256;

/**
 * The digest that a page has of itself. It finds slips, not forgers: those are found by repeating.
 */
final class PageSeal {
  /** A seal that is not yet set. */
  static final String EMPTY = "<meta name=\"skipjack-seal\" content=\"\">";

  private static final Pattern SET =
      Pattern.compile("<meta name=\"skipjack-seal\" content=\"([0-9a-f]{64})\">");

  private PageSeal() {}

  static String seal(String unsealed) {
    return unsealed.replace(EMPTY, EMPTY.replace("\"\"", "\"" + Sha256.of(unsealed) + "\""));
  }

  /** Whether a page is as it was sealed. */
  static boolean isWhole(String page) {
    Matcher matcher = SET.matcher(page);
    return matcher.find() && Sha256.of(matcher.replaceFirst(EMPTY)).equals(matcher.group(1));
  }

  /** The digest that a page was sealed with; nothing if it is not as it was sealed. */
  static Optional<String> of(String page) {
    return isWhole(page)
        ? SET.matcher(page).results().map(found -> found.group(1)).findFirst()
        : Optional.empty();
  }

  /** A page without its seal. */
  static String without(String page) {
    return SET.matcher(page).replaceFirst(EMPTY);
  }
}
