package org.skipjack.kernel.compat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a magic's line; one with spaces stands in quotes. */
final class MagicWords {
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  private MagicWords() {}

  static List<String> of(String line) {
    return WORD.matcher(line).results().map(MagicWords::word).toList();
  }

  private static String word(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1).replaceAll("\\\\(.)", "$1");
  }
}
