package org.skipjack.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest that a page has of itself. It finds slips, not forgers: those are found by repeating.
 */
final class Seal {
  /** A seal that is not yet set. */
  static final String EMPTY = "<meta name=\"skipjack-seal\" content=\"\">";

  private static final Pattern SET =
      Pattern.compile("<meta name=\"skipjack-seal\" content=\"([0-9a-f]{64})\">");

  private Seal() {}

  static String seal(String unsealed) {
    return unsealed.replace(EMPTY, EMPTY.replace("\"\"", "\"" + sha256(unsealed) + "\""));
  }

  /** Whether a page is as it was sealed. */
  static boolean isWhole(String page) {
    Matcher matcher = SET.matcher(page);
    return matcher.find() && sha256(matcher.replaceFirst(EMPTY)).equals(matcher.group(1));
  }

  /** A page without its seal. */
  static String without(String page) {
    return SET.matcher(page).replaceFirst(EMPTY);
  }

  static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
    }
  }
}
