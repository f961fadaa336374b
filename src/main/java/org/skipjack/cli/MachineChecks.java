package org.skipjack.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Seed;
import org.skipjack.data.catalog.Catalog;
import org.skipjack.data.catalog.DataLocator;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Engines;
import org.skipjack.engine.Precision;
import org.skipjack.net.Net;
import org.skipjack.plot.Chart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.recipe.Recipe;

/** What Skipjack needs of a machine whether or not there are notebooks. */
final class MachineChecks {
  /** What a CIFAR net needs to be trained in comfort. */
  private static final double COMFORTABLE_GB = 2;

  private MachineChecks() {}

  static List<Check> all() {
    List<Check> checks = new ArrayList<>(List.of(java(), memory()));
    for (Engine engine : Engines.all()) {
      checks.add(engine(engine));
    }
    checks.add(training());
    checks.add(data());
    return checks;
  }

  private static Check java() {
    String java =
        "%s, %s, in %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"));
    return ModuleLayer.boot().findModule("jdk.jshell").isPresent()
        ? Check.works("Java", java)
        : Check.missing(
            "Java", java + " has no compiler", "set JAVA_HOME to a JDK; notebooks need one");
  }

  private static Check memory() {
    double heap = Runtime.getRuntime().maxMemory() / 1e9;
    double machine = 0;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      machine = system.getTotalMemorySize() / 1e9;
    }
    String finding =
        String.format(
            Locale.ROOT,
            "%.1f GB, of which Java's heap may take %.1f GB; %d processors",
            machine,
            heap,
            Runtime.getRuntime().availableProcessors());
    return machine == 0 || machine >= COMFORTABLE_GB
        ? Check.works("memory", finding)
        : Check.missing(
            "memory", finding, "small nets and batches; summary forecasts what they need");
  }

  private static Check engine(Engine engine) {
    Optional<String> reason = engine.unavailableReason();
    if (reason.isPresent()) {
      return Check.missing(
          "engine", engine.name() + " does not work here: " + reason.get(), "another is taken");
    }
    String bf16 =
        engine
            .unavailableReason(Precision.BF16)
            .map(why -> "fp32; no bf16: " + why)
            .orElse("fp32 and bf16");
    return Check.works(
        "engine",
        String.format(
            Locale.ROOT, "%s, %s, %d threads", engine.name(), bf16, engine.usualThreads()));
  }

  /** Trains for a moment and draws the chart: native libraries, AWT and fonts are all needed. */
  private static Check training() {
    try {
      Run run =
          Training.of(Net.net().conv(4).relu().globalAvgPool().dense(10))
              .on(tiny())
              .recipe(Recipe.DEFAULT.withEpochs(1))
              .run();
      Chart chart = ErrorChart.of(List.of(new ErrorChart.Series("trial", run.history()))).chart();
      return Check.works("training", "a small net was trained and its chart drawn, " + size(chart));
    } catch (RuntimeException | LinkageError e) {
      boolean fonts = String.valueOf(e).contains("ont");
      return Check.broken(
          "training",
          "a small net could not be trained or drawn: " + e,
          fonts
              ? "install fonts, such as Debian's fontconfig and fonts-dejavu-core"
              : "see the engines above; %s=1 shows more".formatted(Failures.STACK_TRACE));
    }
  }

  private static DataSplit tiny() {
    return Shapes.split(16, 128, 32, Seed.of(1));
  }

  private static String size(Chart chart) {
    return String.format(Locale.ROOT, "%d bytes of PNG", chart.png().length);
  }

  private static Check data() {
    DataLocator locator = DataLocator.ofProcess();
    Path folder = locator.folder();
    List<String> here =
        Catalog.names().stream().filter(name -> locator.has(Catalog.find(name))).toList();
    Path existing = folder;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isWritable(existing)) {
      return Check.missing(
          "data", folder + " cannot be written", "set SKIPJACK_DATA to a folder of yours");
    }
    return Check.works(
        "data",
        folder
            + ": shapes"
            + (here.isEmpty() ? "; no published set" : ", " + String.join(", ", here)));
  }
}
