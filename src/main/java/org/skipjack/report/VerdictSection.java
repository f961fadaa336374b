package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.io.Printable;

/**
 * What a page says of verdicts on it and on other reports of its plan. The section stands apart:
 * without it, the page is to the bit what it was before, under the seal that the verdicts name.
 *
 * @param page the text without the section
 * @param verdicts those of the section
 */
record VerdictSection(String page, List<ReportVerdict> verdicts) {
  private static final String START = "<!-- verdicts of others -->\n";
  private static final String END = "<!-- end of verdicts -->\n";
  private static final String DATA =
      "<script type=\"application/json\" id=\"skipjack-verdicts\">\n";
  private static final String BODY = "</body>";
  private static final int SHORT = 12;

  /** Copies the list. */
  VerdictSection {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Parts a page from its verdicts.
   *
   * @param where names it in a message
   * @throws IllegalArgumentException if one was changed, or stands there twice
   */
  static VerdictSection of(String text, String where) {
    int start = text.indexOf(START);
    int end = text.indexOf(END, Math.max(0, start));
    if (start < 0 || end < 0) {
      return new VerdictSection(text, List.of());
    }
    String section = text.substring(start, end + END.length());
    String page = text.substring(0, start) + text.substring(end + END.length());
    int from = section.indexOf(DATA);
    String lines =
        from < 0
            ? ""
            : section.substring(
                from + DATA.length(), section.indexOf(ReportPage.END_OF_DATA, from));
    List<ReportVerdict> verdicts = Ledger.of(lines, where).verdicts();
    VerdictSection found = new VerdictSection(page, verdicts);
    if (!found.section().equals(section)) {
      throw new IllegalArgumentException(
          "what %s says of verdicts is not what these are: it was changed since it was written.%nFix: take the section out, from “%s” to “%s”, or get the file from whoever made it"
              .formatted(where, START.strip(), END.strip()));
    }
    return found;
  }

  /** The whole text. */
  String text() {
    int place = page.lastIndexOf(BODY);
    return verdicts.isEmpty() || place < 0
        ? page
        : page.substring(0, place) + section() + page.substring(place);
  }

  private String section() {
    List<List<String>> rows = new ArrayList<>();
    String own = PageSeal.of(page).orElse("");
    for (ReportVerdict verdict : verdicts) {
      rows.add(
          List.of(
              verdict.report().equals(own) ? "this one" : verdict.report().substring(0, SHORT),
              shown(String.join(", ", verdict.madeOn())),
              shown(
                  verdict.claims().stream()
                      .map(claim -> claim.statement() + ": " + claim.outcome())
                      .collect(Collectors.joining("; "))),
              verdict.finding(),
              verdict.quick() ? "first epochs" : "all runs",
              shown(verdict.processor()),
              verdict.date()));
    }
    return START
        + "<h2>Verdicts of those who verified</h2>\n"
        + HtmlFragments.table(
            List.of(
                "report, by its seal",
                "its runs made on",
                "its claims",
                "it",
                "made again",
                "verified on",
                "day"),
            rows)
        + "<p>All reports are of this plan. A verdict is the word of whoever wrote it: its seal finds"
        + " slips, not forgers. Who has doubts verifies the report again.</p>\n"
        + DATA
        + verdicts.stream()
            .map(verdict -> verdict.line().replace("<", "\\u003c") + "\n")
            .collect(Collectors.joining())
        + ReportPage.END_OF_DATA
        + "\n"
        + END;
  }

  private static String shown(String text) {
    return Printable.of(text);
  }
}
