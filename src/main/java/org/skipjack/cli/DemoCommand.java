package org.skipjack.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.experiment.Comparison;
import org.skipjack.io.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skipjack demo}: the degradation problem, and its cure, in minutes. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Train plain and residual nets of 8 and 32 layers on procedural images, and show what depth does.",
      "Writes a report, index.html, its figures and the runs. What is finished is kept: the same",
      "command goes on where it was stopped, and skipjack verify makes it all again."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the report (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("skipjack-demo");

  @Option(
      names = "--seeds",
      paramLabel = "K",
      description = "repeat for K seeds (default: ${DEFAULT-VALUE})")
  private int seeds = 3;

  @Option(names = "--engine", paramLabel = "E", description = "force an engine")
  private @Nullable String engine;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "--seeds is %d, expected 1 or more.%nFix: --seeds 3", seeds));
    }
    Engine chosen = engine == null ? Engines.best() : Engines.named(engine);
    Comparison comparison =
        Demo.on(DataLocator.ofProcess().read("shapes")).seeds(seeds).engine(chosen);
    return new ComparisonRun(Objects.requireNonNull(spec), AtomicFile.folder(out), "index.html")
        .run(comparison);
  }
}
