package org.skipjack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skipjack.experiment.runner.DataProvider;
import org.skipjack.io.AtomicFile;
import org.skipjack.report.ReportVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack verify REPORT.html}: does what the report says hold? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Check a report: that its page says what its data says, and that its runs, made",
      "again, say it too: to the bit where they were made, within a stated tolerance",
      "elsewhere. Exit code 0 if the report holds, 1 if not, 3 if nothing is wrong but a",
      "conclusion near its threshold did not come out again, 130 if it was stopped."
    },
    footer = {"", "Example:", "  skipjack verify runs/plain20-resnet20-shapes/report.html --quick"})
final class VerifyCommand implements Callable<Integer> {
  private static final String MARK = "verification.txt";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "REPORT.html", description = "the file that compare wrote")
  private Path report = Path.of("report.html");

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

  @Override
  public Integer call() {
    if (out != null) {
      requireOwnRuns(out);
    }
    ReportVerification reportVerification =
        ReportVerification.of(
            report,
            new ReportVerification.Options(
                quick,
                Optional.ofNullable(out),
                Optional.ofNullable(data).map(DataProvider::at),
                new CompareProgress(System.err, Main.onTerminal())));
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    reportVerification.lines().forEach(printer::println);
    printer.println(reportVerification.sentence());
    printer.flush();
    return switch (reportVerification.outcome()) {
      case HOLDS -> 0;
      case FAILS -> 1;
      case UNCONFIRMED -> 3;
      case STOPPED -> 130;
    };
  }

  /** Runs that a verification did not make would be taken for repeated ones. */
  private static void requireOwnRuns(Path folder) {
    Path mark = folder.resolve(MARK);
    boolean ours = Files.exists(mark) && !hasPlan(folder);
    if (!ours && Files.exists(folder) && !isEmpty(folder)) {
      throw new IllegalArgumentException(
          "%s was not made by verify, so its runs could be the report's own, which would be taken for repeated ones.%nFix: a new folder, or leave out --out"
              .formatted(folder));
    }
    AtomicFile.write(
        AtomicFile.folder(folder).resolve(MARK), "runs that verify made%n".formatted());
  }

  private static boolean isEmpty(Path folder) {
    return names(folder).isEmpty();
  }

  /** Only a comparison writes its plan into the folder. */
  private static boolean hasPlan(Path folder) {
    return names(folder).stream().anyMatch(name -> name.startsWith("plan-"));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
