package org.skipjack.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.store.Environment;

/**
 * The file of a report, as it is found.
 *
 * @param page its text, without verdicts that it carries
 * @param data what it holds as JSON
 * @param again the page that the data gives
 */
record ReportFile(String page, ReportData data, String again) {
  private static final Pattern PICTURE =
      Pattern.compile("data:image/svg\\+xml;base64,[A-Za-z0-9+/=]+");
  private static final int SHOWN = 120;

  static ReportFile read(Path file) {
    VerdictSection section = VerdictSection.of(text(file), String.valueOf(file));
    ReportFile report = of(section.page(), file);
    section.verdicts().forEach(verdict -> Ledger.require(verdict, file, report));
    return report;
  }

  private static ReportFile of(String page, Path file) {
    int start = page.indexOf(ReportPage.DATA);
    int end = start < 0 ? -1 : page.indexOf(ReportPage.END_OF_DATA, start);
    if (end < 0) {
      throw new IllegalArgumentException(
          "%s is no report of skipjack: it holds no data of one.%nFix: verify the report.html of a comparison's folder"
              .formatted(file));
    }
    String json = page.substring(start + ReportPage.DATA.length(), end);
    try {
      ReportData data = ExperimentJson.JSON.read(json, ReportData.class);
      return new ReportFile(page, data, new ReportPage(data).html());
    } catch (RuntimeException e) {
      // Whatever somebody wrote into it: no page can be made of it.
      throw new IllegalArgumentException(
          "the data in %s is damaged, or of another version: %s%nFix: make the report again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read.%nFix: name the report.html of a comparison's folder".formatted(file),
          e);
    }
  }

  /** Holds the page against what its data says. */
  void check(CheckList checkList) {
    checkList.add(data.format().equals(ReportData.FORMAT), "format", data.format());
    checkList.add(
        PageSeal.isWhole(page),
        "seal",
        PageSeal.isWhole(page)
            ? "the file is as it was written"
            : "the file was changed since it was written");
    String theirs = PageSeal.without(PICTURE.matcher(page).replaceAll("picture"));
    String ours = PageSeal.without(PICTURE.matcher(again).replaceAll("picture"));
    checkList.add(
        theirs.equals(ours),
        "text and tables",
        theirs.equals(ours) ? "as the data in the page says" : difference(theirs, ours));
    checkPictures(checkList);
  }

  /** The first line that differs. */
  private static String difference(String theirs, String ours) {
    List<String> found = theirs.lines().toList();
    List<String> expected = ours.lines().toList();
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        return String.format(
            Locale.ROOT,
            "line %d says %s, its data says %s",
            i + 1,
            around(found.get(i), expected.get(i)),
            around(expected.get(i), found.get(i)));
      }
    }
    return String.format(
        Locale.ROOT, "the page has %d lines, its data gives %d", found.size(), expected.size());
  }

  /** The part of a line that begins shortly before it parts from another. */
  private static String around(String line, String other) {
    int same = 0;
    while (same < Math.min(line.length(), other.length())
        && line.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - SHOWN / 4);
    return "“" + line.substring(from, Math.min(line.length(), from + SHOWN)) + "”";
  }

  private void checkPictures(CheckList checkList) {
    List<String> theirs = PICTURE.matcher(page).results().map(found -> found.group()).toList();
    List<String> ours = PICTURE.matcher(again).results().map(found -> found.group()).toList();
    if (theirs.equals(ours)) {
      checkList.add(true, "pictures", "as the data in the page draws them here");
    } else if (theirs.size() == ours.size() && PageSeal.isWhole(page) && !madeHere()) {
      checkList.unchecked(
          "pictures", "this machine draws them otherwise, as other fonts do, or another hand");
    } else {
      checkList.add(false, "pictures", "not as the data in the page draws them");
    }
  }

  /** Whether all runs were made on this machine, with these versions. */
  private boolean madeHere() {
    return data.environments().stream().allMatch(Environment.here()::equals);
  }
}
