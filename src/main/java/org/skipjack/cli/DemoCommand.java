package org.skipjack.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.io.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skipjack demo}: the degradation problem, and its cure, in minutes. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Train plain and residual nets of two depths on procedural images, and show what depth does.",
      "Writes runs, charts and a page, index.html."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the page (default: ${DEFAULT-VALUE})")
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
          "--seeds is %d, expected 1 or more.%nFix: --seeds 3".formatted(seeds));
    }
    Engine chosen = engine == null ? Engines.best() : Engines.named(engine);
    Demo demo = new Demo(WholeFile.folder(out), seeds, chosen);
    System.err.printf(
        "Training %d nets on 6,000 images, %d at a time, engine %s.%n",
        demo.entries().size(), Runtime.getRuntime().availableProcessors(), chosen.name());
    List<Demo.Result> results = demo.run(new DemoProgress(demo, System.err, Main.onTerminal()));
    if (results.size() < demo.entries().size()) {
      System.err.printf("%nstopped; what was completed is in %s%n", out.resolve("runs"));
      return 130;
    }
    DemoTable table = DemoTable.of(results);
    Path page = new DemoPage(out, results, table).write();
    var printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.printf("%n%s%nSee %s%n", table, page);
    printer.flush();
    return 0;
  }
}
