package org.skipjack.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.LineWrap;
import org.skipjack.io.Printable;

/**
 * Verdicts on reports, each once: a file of lines, or the section of a report's page.
 *
 * <p>Of one plan, it says how often each claim came out in which way. Results that are the same to
 * the bit count once, however many files hold them.
 */
public final class Ledger {
  private static final String PAGE = ".html";

  private final List<ReportVerdict> verdicts;

  private Ledger(List<ReportVerdict> verdicts) {
    this.verdicts = List.copyOf(verdicts);
  }

  /** One without a verdict. */
  public static Ledger empty() {
    return new Ledger(List.of());
  }

  /**
   * What a file holds: a report's page what it carries, any other a line each.
   *
   * @throws IllegalArgumentException if it cannot be read, or a verdict in it was changed
   */
  public static Ledger read(Path file) {
    String name = String.valueOf(file);
    try {
      String text = Files.readString(file);
      return name.endsWith(PAGE)
          ? new Ledger(VerdictSection.of(text, name).verdicts())
          : of(text, name);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read.%nFix: name a file that verify wrote, --into FILE".formatted(file), e);
    }
  }

  static Ledger of(String lines, String where) {
    Ledger ledger = empty();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      int here = number;
      if (!line.isBlank()) {
        ledger =
            ledger.with(
                ReportVerdict.of(line)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                String.format(
                                    Locale.ROOT,
                                    "verdict %d in %s was changed since it was written, or is none, or of another version.%nFix: take it out, or get it again from whoever wrote it",
                                    here,
                                    where))));
      }
    }
    return ledger;
  }

  List<ReportVerdict> verdicts() {
    return verdicts;
  }

  private Ledger with(ReportVerdict verdict) {
    if (verdicts.stream().anyMatch(verdict::isSameAs)) {
      return this;
    }
    List<ReportVerdict> more = new ArrayList<>(verdicts);
    more.add(verdict);
    return new Ledger(more);
  }

  /** The same with those of another, each once. */
  public Ledger with(Ledger other) {
    Ledger ledger = this;
    for (ReportVerdict verdict : other.verdicts) {
      ledger = ledger.with(verdict);
    }
    return ledger;
  }

  /**
   * The same with what a verification came to just now; unchanged if the file is not as it was
   * sealed, for then nothing says which report it was.
   *
   * @param quick whether only first epochs were made again
   */
  public Ledger with(Path report, ReportVerification verified, boolean quick) {
    ReportFile file = ReportFile.read(report);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return PageSeal.of(file.page())
        .map(seal -> with(ReportVerdict.of(file, seal, verified, quick, today)))
        .orElse(this);
  }

  /**
   * Sees to it that reports are of one plan, and verdicts on reports of it.
   *
   * @throws IllegalArgumentException if one is not: the message says what differs
   */
  public void requirePlan(List<Path> reports) {
    ReportFile first = ReportFile.read(reports.get(0));
    ExperimentPlan plan = first.data().plan();
    for (Path other : reports) {
      ExperimentPlan theirs = ReportFile.read(other).data().plan();
      if (!theirs.digest().equals(plan.digest())) {
        throw new IllegalArgumentException(
            "%s is not of the plan of %s, so their claims cannot be counted together. Plans have SHA-256 %s and %s:%n%s%nFix: verify them one by one, or make both by one plan"
                .formatted(
                    other,
                    reports.get(0),
                    theirs.digest(),
                    plan.digest(),
                    Printable.of(String.join("; ", PlanDifferences.of(theirs, plan)))));
      }
    }
    for (ReportVerdict verdict : verdicts) {
      require(verdict, reports.get(0), first);
    }
  }

  /** Refuses a verdict that a report cannot carry. */
  static void require(ReportVerdict verdict, Path file, ReportFile report) {
    ExperimentPlan plan = report.data().plan();
    if (!verdict.isOfPlan(plan.digest(), plan.claims())) {
      throw new IllegalArgumentException(
          "a verdict on the report %s is not of the plan of %s: its plan has SHA-256 %s, expected %s, and the claims of it.%nFix: leave its ledger out; a ledger is of one plan"
              .formatted(verdict.report(), file, verdict.plan(), plan.digest()));
    }
    boolean ofIt = PageSeal.of(report.page()).map(verdict.report()::equals).orElse(false);
    if (ofIt && !verdict.isOf(report.data())) {
      throw new IllegalArgumentException(
          "a verdict on %s says of its runs or claims what that does not say itself: it is forged.%nFix: leave its ledger out"
              .formatted(file));
    }
  }

  /**
   * Writes it: into a report's page, which otherwise stays as it is, or as lines.
   *
   * @throws org.skipjack.io.OutputException if it cannot be written; an old file is then as it was
   */
  public void save(Path file) {
    if (String.valueOf(file).endsWith(PAGE)) {
      AtomicFile.write(file, new VerdictSection(ReportFile.read(file).page(), verdicts).text());
    } else {
      AtomicFile.write(
          file,
          verdicts.stream().map(verdict -> verdict.line() + "\n").collect(Collectors.joining()));
    }
  }

  /** How often each claim came out in which way, and where, in lines of a terminal's width. */
  @Override
  public String toString() {
    Set<String> failed =
        verdicts.stream()
            .filter(verdict -> verdict.found() == ReportVerification.Outcome.FAILS)
            .map(ReportVerdict::runs)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, ReportVerdict> results = new LinkedHashMap<>();
    verdicts.stream()
        .filter(verdict -> !failed.contains(verdict.runs()))
        .forEach(verdict -> results.putIfAbsent(verdict.runs(), verdict));
    List<ReportVerdict> counted = List.copyOf(results.values());
    long reports = verdicts.stream().map(ReportVerdict::report).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(counting("Reports of one plan: %d.", reports));
    lines.add(counting("Results that differ and hold: %d.", counted.size()));
    claims(counted).forEach((claim, outcomes) -> lines.add(outcomes + ": " + claim));
    lines.add("runs made on " + times(counted, verdict -> String.join(" and ", verdict.madeOn())));
    lines.add("verified on " + times(verdicts, ReportVerdict::processor));
    if (!failed.isEmpty()) {
      lines.add(
          counting(
              "Not counted, because somebody found that they do not hold: %d of the results.",
              failed.size()));
    }
    long unconfirmed =
        verdicts.stream()
            .filter(verdict -> verdict.found() == ReportVerification.Outcome.UNCONFIRMED)
            .map(ReportVerdict::runs)
            .distinct()
            .count();
    if (unconfirmed > 0) {
      lines.add(
          counting(
              "Of %d of the results a conclusion did not come out again somewhere: it lies near its threshold.",
              unconfirmed));
    }
    long quick = counted.stream().filter(one -> isQuickAlone(one.runs())).count();
    if (quick > 0) {
      lines.add(
          counting(
              "Of %d of the results only first epochs were made again: their claims were not.",
              quick));
    }
    lines.add(
        "All are from the same seeds: that they agree says that machines matter little, not what other seeds would show.");
    return lines.stream()
        .map(line -> LineWrap.wrapped(Printable.of(line), "  "))
        .collect(Collectors.joining());
  }

  private boolean isQuickAlone(String runs) {
    return verdicts.stream().filter(one -> one.runs().equals(runs)).allMatch(ReportVerdict::quick);
  }

  /** Each claim with its outcomes, {@code "verified 2 times, refuted once"}. */
  private static Map<String, String> claims(List<ReportVerdict> counted) {
    Map<String, Map<Claim.Outcome, Integer>> outcomes = new LinkedHashMap<>();
    for (ReportVerdict verdict : counted) {
      verdict
          .claims()
          .forEach(
              claim ->
                  outcomes
                      .computeIfAbsent(claim.statement(), one -> new TreeMap<>())
                      .merge(claim.outcome(), 1, Integer::sum));
    }
    Map<String, String> words = new LinkedHashMap<>();
    outcomes.forEach((claim, times) -> words.put(claim, words(times)));
    return words;
  }

  private static String counting(String words, long number) {
    return String.format(Locale.ROOT, words, number);
  }

  private static String times(
      List<ReportVerdict> counted, Function<ReportVerdict, String> processor) {
    Map<String, Integer> times = new TreeMap<>();
    counted.forEach(verdict -> times.merge(processor.apply(verdict), 1, Integer::sum));
    return words(times);
  }

  private static String words(Map<?, Integer> times) {
    return times.isEmpty()
        ? "none"
        : times.entrySet().stream()
            .map(one -> one.getKey() + counting(" (%d)", one.getValue()))
            .collect(Collectors.joining(", "));
  }
}
