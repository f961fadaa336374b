package org.skipjack.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.catalog.Catalog;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.data.catalog.DatasetDescription;
import org.skipjack.data.catalog.DatasetVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack data list | fetch NAME | verify NAME}: the published data sets. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Published data sets: which are here, getting one, checking one.",
    footer = {
      "",
      "They are kept in the folder that SKIPJACK_DATA names, by default in the user's cache.",
      "A file that was put there by hand is used as if it had been fetched.",
      "",
      "Examples:",
      "  skipjack data fetch mnist",
      "  skipjack train resnet8 --data mnist --epochs 1"
    })
final class DataCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "one of list, fetch or verify is missing");
  }

  @Command(name = "list", description = "Say which sets are known, and which are here.")
  int list() {
    DataLocator locator = DataLocator.ofProcess();
    PrintWriter out = out();
    out.printf(Locale.ROOT, "In %s:%n", locator.folder());
    for (String name : Catalog.names()) {
      DatasetDescription set = Catalog.find(name);
      long bytes = set.archives().stream().mapToLong(DatasetDescription.Archive::bytes).sum();
      out.printf(
          Locale.ROOT,
          "%-16s %-9s %4d MB  %s%n",
          name,
          locator.has(set) ? "here" : "not here",
          Math.round(bytes / 1e6),
          set.source());
    }
    out.printf(
        Locale.ROOT,
        "%-16s %-9s %4d MB  drawn by Skipjack, nothing to fetch%n",
        "shapes",
        "here",
        0);
    out.flush();
    return 0;
  }

  @Command(
      name = "fetch",
      description = "Download a set, check its digest and unpack it; goes on where it was stopped.")
  int fetch(@Parameters(paramLabel = "NAME", description = "a name of the list") String name) {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    DataLocator.ofProcess().fetch(name, new DownloadProgress(err, Main.onTerminal()), this::print);
    return 0;
  }

  @Command(
      name = "verify",
      description = "Hold a set against its published digests, counts and statistics.")
  int verify(@Parameters(paramLabel = "NAME", description = "a name of the list") String name) {
    DatasetVerification datasetVerification = DataLocator.ofProcess().verify(name);
    datasetVerification.lines().forEach(this::print);
    print(
        datasetVerification.good()
            ? name + " is the official data."
            : name + " is not known to be the official data; records of runs on it say so.");
    return datasetVerification.good() ? 0 : 1;
  }

  private void print(String line) {
    PrintWriter out = out();
    out.println(line);
    out.flush();
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
