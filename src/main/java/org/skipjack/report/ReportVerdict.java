package org.skipjack.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.store.Environment;
import org.skipjack.io.Sha256;

/**
 * What somebody who verified a report came to, in a line that can be kept and passed on.
 *
 * <p>Its seal finds slips, not forgers: it is the word of whoever wrote it, and verifying the
 * report again is how to check it.
 *
 * @param format what this is, and of which version
 * @param report the seal of the report that was judged
 * @param plan the digest of its plan
 * @param runs the digest of its runs, without where they were made
 * @param madeOn the processors that it names as those of its runs
 * @param claims what it says became of its claims
 * @param found what the verification came to
 * @param quick whether only the first epoch of one seed of each net was made again
 * @param processor where it was verified
 * @param version of Skipjack that verified it
 * @param date when
 * @param seal the digest of all of this
 */
record ReportVerdict(
    String format,
    String report,
    String plan,
    String runs,
    List<String> madeOn,
    List<ClaimOutcome> claims,
    ReportVerification.Outcome found,
    boolean quick,
    String processor,
    String version,
    String date,
    String seal) {
  private static final String FORMAT = "skipjack-verdict/1";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Copies the lists. */
  ReportVerdict {
    madeOn = List.copyOf(madeOn);
    claims = List.copyOf(claims);
  }

  /** What became of a claim, by what it tests. */
  record ClaimOutcome(String statement, Claim.Outcome outcome) {}

  /** The verdict on a report that was verified here, on a day. */
  static ReportVerdict of(
      ReportFile report,
      String reportSeal,
      ReportVerification verified,
      boolean quick,
      LocalDate day) {
    Environment here = Environment.here();
    ReportData data = report.data();
    return new ReportVerdict(
            FORMAT,
            reportSeal,
            data.plan().digest(),
            runs(data),
            data.environments().stream().map(ReportVerdict::processor).distinct().sorted().toList(),
            claims(data),
            verified.outcome(),
            quick,
            processor(here),
            here.versions().getOrDefault("skipjack", "unknown"),
            day.toString(),
            "")
        .sealed();
  }

  private static String processor(Environment environment) {
    Map<String, String> machine = environment.machine();
    return machine.getOrDefault("processor", machine.getOrDefault("arch", "unknown"));
  }

  private static List<ClaimOutcome> claims(ReportData data) {
    return data.result().claims().stream()
        .map(claim -> new ClaimOutcome(claim.claim().statement().toString(), claim.outcome()))
        .toList();
  }

  /** The digest of what runs came to, wherever they were made. */
  private static String runs(ReportData data) {
    List<ReportData.Run> placeless =
        data.runs().stream()
            .map(
                run ->
                    new ReportData.Run(
                        run.arm(), run.seed(), run.status(), 0, run.epochs(), run.gradients()))
            .toList();
    return Sha256.of(ExperimentJson.JSON.line(placeless));
  }

  /** A verdict as its line has it; nothing if it is none, or was changed. */
  static Optional<ReportVerdict> of(String line) {
    try {
      ReportVerdict verdict = ExperimentJson.JSON.read(line, ReportVerdict.class);
      return verdict.isWhole() ? Optional.of(verdict) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isWhole() {
    return format.equals(FORMAT)
        && List.of(report, plan, runs).stream().allMatch(one -> DIGEST.matcher(one).matches())
        && DATE.matcher(date).matches()
        && seal.equals(sealed().seal());
  }

  private ReportVerdict sealed() {
    return withSeal(Sha256.of(withSeal("").line()));
  }

  private ReportVerdict withSeal(String changed) {
    return new ReportVerdict(
        format, report, plan, runs, madeOn, claims, found, quick, processor, version, date,
        changed);
  }

  /** What it came to, in words. */
  String finding() {
    return switch (found) {
      case HOLDS -> "holds";
      case UNCONFIRMED -> "near its threshold";
      case FAILS -> "does not hold";
      case STOPPED -> "stopped";
    };
  }

  /** In a line of JSON. */
  String line() {
    return ExperimentJson.JSON.line(this);
  }

  /** Whether another says the same of the same, be it on another day. */
  boolean isSameAs(ReportVerdict other) {
    return withSeal("").on("").equals(other.withSeal("").on(""));
  }

  private ReportVerdict on(String day) {
    return new ReportVerdict(
        format, report, plan, runs, madeOn, claims, found, quick, processor, version, day, seal);
  }

  /** Whether it tells of a report what that says itself. */
  boolean isOf(ReportData data) {
    return plan.equals(data.plan().digest())
        && runs.equals(runs(data))
        && claims.equals(claims(data));
  }

  /** Whether its claims are those of a plan. */
  boolean isOfPlan(String digest, List<Claim> planned) {
    return plan.equals(digest)
        && claims.stream()
            .map(ClaimOutcome::statement)
            .toList()
            .equals(planned.stream().map(claim -> claim.statement().toString()).toList());
  }
}
