package org.skipjack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.install.Installation;
import org.skipjack.kernel.install.KernelFolder;
import org.skipjack.kernel.install.SelfTest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code skipjack kernel install | uninstall}: notebooks in Java, for Jupyter. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "The Jupyter kernel: notebooks in Java, with the language at hand.",
    footer = {
      "",
      "Examples:",
      "  skipjack kernel install",
      "  skipjack kernel install --prefix \"$CONDA_PREFIX\"",
      "  jupyter notebook                       then New, Skipjack (Java)",
      "  jupyter console --kernel skipjack",
      "",
      "JDK_JAVA_OPTIONS adds options of the JVM, such as -Xmx8g."
    })
final class KernelCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** For whom. */
  static final class Location {
    @Option(names = "--user", description = "for you alone (the default)")
    private boolean user;

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "for all who use the Jupyter of an environment: DIR/share/jupyter/kernels")
    private @Nullable Path prefix;

    static KernelFolder folder(@Nullable Location location) {
      return location == null || location.prefix == null || location.user
          ? KernelFolder.user()
          : KernelFolder.prefix(location.prefix);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "one of install or uninstall is missing");
  }

  @Command(
      name = "install",
      mixinStandardHelpOptions = true,
      description = "Put the kernel where Jupyter finds it, and try it.")
  int install(@ArgGroup(exclusive = true) @Nullable Location location) {
    KernelFolder folder = Location.folder(location);
    Installation installation = new Installation(folder);
    print("Installing the kernel \"%s\" in %s".formatted(KernelFolder.NAME, folder.path()));
    Installation.Report report = installation.install();
    print("  Java     %s (%s)".formatted(report.java(), Runtime.version()));
    print("  jar      " + report.jar());
    print("  archive  " + archive(report));
    print("  trial    " + trial(SelfTest.of(installation.command())));
    if (Programs.find("jupyter").isEmpty()) {
      print(
          "There is no jupyter on the PATH. Fix: pip install notebook, or your system's package.");
    }
    print("Start it with: jupyter notebook, then New, Skipjack (Java);");
    print("           or: jupyter console --kernel " + KernelFolder.NAME);
    return 0;
  }

  @Command(
      name = "uninstall",
      mixinStandardHelpOptions = true,
      description = "Take the kernel away.")
  int uninstall(@ArgGroup(exclusive = true) @Nullable Location location) {
    KernelFolder folder = Location.folder(location);
    boolean removed = new Installation(folder).uninstall();
    print(removed ? "Removed " + folder.path() : "There is no kernel in " + folder.path());
    return removed ? 0 : 1;
  }

  private static String archive(Installation.Report report) {
    if (report.archive().isEmpty()) {
      return "none, so starts take about twice as long: " + report.reason().orElse("");
    }
    try {
      Path archive = report.archive().get();
      return String.format(
          Locale.ROOT, "%s, %d MB of loaded classes", archive, Files.size(archive) >> 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String trial(SelfTest selfTest) {
    return String.format(
        Locale.ROOT,
        "answers %.2f s after its start, 1 + 1 is 2 after %.2f s",
        selfTest.secondsToAnswer(),
        selfTest.secondsToResult());
  }

  private void print(String line) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
