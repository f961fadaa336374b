package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.experiment.DataSupply;
import org.skipjack.report.Verification;
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
      "elsewhere. Exit code 0 if all of it held, 1 if not."
    },
    footer = {"", "Example:", "  skipjack verify runs/plain20-resnet20-shapes/report.html --quick"})
final class VerifyCommand implements Callable<Integer> {
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
          "keep the repeated runs there, and go on with what is there; never the report's own folder")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (out != null && out.toAbsolutePath().normalize().equals(folder())) {
      throw new IllegalArgumentException(
          "%s holds the report's own runs, which would be taken for repeated ones.%nFix: another folder, or leave out --out"
              .formatted(out));
    }
    Verification verification =
        Verification.of(
            report,
            new Verification.Options(
                quick,
                Optional.ofNullable(out),
                Optional.ofNullable(data).map(DataSupply::at),
                new CompareProgress(System.err, Main.onTerminal())));
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    verification.lines().forEach(printer::println);
    printer.println(verification.held() ? "The report holds." : "The report does not hold.");
    printer.flush();
    return verification.held() ? 0 : 1;
  }

  private @Nullable Path folder() {
    return report.toAbsolutePath().normalize().getParent();
  }
}
