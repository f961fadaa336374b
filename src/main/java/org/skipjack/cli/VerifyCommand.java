package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.io.TemporaryFolder;
import org.skipjack.report.Ledger;
import org.skipjack.report.ReportVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack verify REPORT.html...}: does what the reports say hold? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Check a report: that its page says what its data says, and that its runs, made",
      "again, say it too: to the bit where they were made, within a stated tolerance",
      "elsewhere. Exit code 0 if the report holds, 1 if not, 3 if nothing is wrong but a",
      "conclusion near its threshold did not come out again, 130 if it was stopped.",
      "Reports of one plan, from several machines, are counted together: how often each",
      "claim came out in which way, and where. Each is held against runs made again here,",
      "the same for all; with --quick against first epochs, which repeats no claim."
    },
    footer = {
      "",
      "Examples:",
      "  skipjack verify runs/plain20-resnet20-shapes/report.html --quick",
      "  skipjack verify mine.html yours.html --into verdicts.jsonl",
      "  skipjack verify mine.html --with theirs.jsonl --into mine.html"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "REPORT.html",
      description =
          "the file that compare wrote; several of one plan are counted together, and each is held against runs that are made here once")
  private List<Path> reports = new ArrayList<>();

  @Option(
      names = "--quick",
      description = "make only the first epoch of one seed of each net again")
  private boolean quick;

  @Option(
      names = "--data",
      paramLabel = "D",
      description = "where the data is, if its name does not get it again")
  private @Nullable String data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "keep the repeated runs there, and go on with what an earlier verify left there")
  private @Nullable Path out;

  @Option(
      names = "--with",
      paramLabel = "LEDGER",
      description = "count the verdicts in it too: what others wrote by --into")
  private List<Path> ledgers = new ArrayList<>();

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description =
          "keep the verdicts there: a file of lines, or a report of that plan, whose page then shows them")
  private @Nullable Path into;

  @Override
  public Integer call() {
    Ledger ledger = Ledger.empty();
    for (Path file : ledgers) {
      ledger = ledger.with(Ledger.read(file));
    }
    if (into != null && Files.exists(into)) {
      ledger = ledger.with(Ledger.read(into));
    }
    boolean counts = reports.size() > 1 || into != null || !ledgers.isEmpty();
    if (counts) {
      ledger.requirePlan(into != null && isPage(into) ? both(reports, into) : reports);
    }
    if (out != null) {
      VerificationFolder.take(out);
    }
    if (out != null || reports.size() == 1 || quick) {
      return verify(ledger, counts, Optional.ofNullable(out));
    }
    try (TemporaryFolder shared = TemporaryFolder.named("skipjack-verify")) {
      return verify(ledger, true, Optional.of(shared.path()));
    }
  }

  private static boolean isPage(Path file) {
    return String.valueOf(file).endsWith(".html");
  }

  private static List<Path> both(List<Path> reports, Path page) {
    List<Path> all = new ArrayList<>(reports);
    all.add(page);
    return all;
  }

  /** One plan has the same runs in each report, so that they are made once in a store. */
  private int verify(Ledger before, boolean counts, Optional<Path> store) {
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    Ledger ledger = before;
    int worst = 0;
    for (Path report : reports) {
      ReportVerification verified = verify(report, store);
      if (reports.size() > 1) {
        printer.println(report + ":");
      }
      verified.lines().forEach(printer::println);
      printer.println(verified.sentence());
      printer.flush();
      if (verified.outcome() == ReportVerification.Outcome.STOPPED) {
        return 130;
      }
      worst = worse(worst, code(verified.outcome()));
      ledger = counts ? ledger.with(report, verified, quick) : ledger;
    }
    if (counts) {
      printer.println();
      printer.print(ledger);
    }
    if (into != null) {
      // Another verification may have written to it since this one began.
      (Files.exists(into) ? Ledger.read(into).with(ledger) : ledger).save(into);
      printer.println("See " + into);
    }
    printer.flush();
    return worst;
  }

  private ReportVerification verify(Path report, Optional<Path> store) {
    return ReportVerification.of(
        report,
        new ReportVerification.Options(
            quick,
            store,
            Optional.ofNullable(data).map(DataProvider::at),
            new CompareProgress(System.err, Main.onTerminal())));
  }

  private static int code(ReportVerification.Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> 0;
      case FAILS -> 1;
      case UNCONFIRMED -> 3;
      case STOPPED -> 130;
    };
  }

  /** A report that does not hold is worse than one that is not confirmed. */
  private static int worse(int one, int other) {
    return one == 1 || other == 0 ? one : other;
  }
}
