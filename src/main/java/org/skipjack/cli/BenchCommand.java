package org.skipjack.cli;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.bench.Bench;
import org.skipjack.bench.BenchTask;
import org.skipjack.bench.Measurement;
import org.skipjack.bench.Profile;
import org.skipjack.graph.Shape;
import org.skipjack.tribuo.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack bench train|infer}: how fast a net runs here, and how fast it could. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Time whole steps of a net on random images, and hold them against the fastest matrix",
      "product of the same engine in the same run."
    },
    footer = {
      "",
      "A step of train decodes a batch, runs the net forward and backward, and updates it; a step",
      "of infer decodes a batch and runs the net forward. The first steps warm up and do not count.",
      "images/s is that of the median step; between the quartiles lies the middle half of the steps.",
      "GFLOP/s counts convolutions and fully connected layers: 2 for a multiply-accumulate in",
      "inference, 6 in training (4 in the first layer, whose input needs no gradient).",
      "The limit is the best of several matrix products, before and after the steps.",
      "Peak memory is that of the whole process, and known on Linux only.",
      "--profile runs as many steps again, each operation timed alone, so a little slower.",
      "",
      "Examples:",
      "  skipjack bench train",
      "  skipjack bench infer --net resnet56 --batch 32 --json",
      "  skipjack bench train --precision bf16 --profile",
      "  skipjack bench train --engine samediff --steps 5"
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "train|infer", description = "what to time")
  private BenchTask benchTask = BenchTask.TRAIN;

  @Option(
      names = "--net",
      paramLabel = "NET",
      description = "resnet20, plain56, a net's text, or a file (default: ${DEFAULT-VALUE})")
  private String net = "resnet20";

  @Option(
      names = "--input",
      paramLabel = "CxHxW",
      description = "shape of one image (default: ${DEFAULT-VALUE})")
  private String input = "3x32x32";

  @Option(
      names = "--batch",
      paramLabel = "B",
      description = "images in a step (default: ${DEFAULT-VALUE})")
  private int batch = 128;

  @Mixin private final ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "steps that are timed (default: ${DEFAULT-VALUE})")
  private int steps = 20;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "steps before these (default: ${DEFAULT-VALUE})")
  private int warmUp = 3;

  @Option(
      names = "--profile",
      description = "tell too which operations take the time (engine onednn)")
  private boolean profiled;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Override
  public Integer call() {
    Bench bench =
        Bench.of(benchTask, Nets.of(net), execution.execution())
            .input(Shape.parse(input))
            .batch(batch)
            .steps(warmUp, steps);
    System.err.printf(
        Locale.ROOT, "Timing %d steps of %d images, after %d to warm up.%n", steps, batch, warmUp);
    BenchProgress progress = new BenchProgress(System.err, Main.onTerminal());
    Optional<Measurement> measured = bench.run(progress);
    progress.end();
    if (measured.isEmpty()) {
      System.err.printf(Locale.ROOT, "stopped before all steps were timed%n");
      return 130;
    }
    Optional<Profile> profile = profiled ? Optional.of(profile(bench)) : Optional.empty();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(
        json
            ? document(measured.get(), profile)
            : text(measured.get()) + profile.map(ProfileTable::of).orElse(""));
    out.flush();
    return 0;
  }

  private static Profile profile(Bench bench) {
    return Profile.of(bench)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "engine %s does not tell the time of its operations.%nFix: leave out --profile, or --engine onednn"
                        .formatted(bench.execution().engine().name())));
  }

  private static String document(Measurement measurement, Optional<Profile> profile) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>(measurement.toMap());
    profile.ifPresent(found -> document.put("profile", found.rows()));
    document.put("machine", Machine.toMap());
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson(document)
        + System.lineSeparator();
  }

  private String text(Measurement measurement) {
    Bench bench = measurement.bench();
    return String.format(
        Locale.ROOT,
        """
        %s %s, %d images %s a step, engine %s on %d threads in %s

        images/s      %,10.1f   (quartiles %,.1f and %,.1f; %d steps after %d to warm up)
        step          %,10.1f   ms
        GFLOP/s       %,10.1f   (%,.1f MFLOP for an image)
        limit         %,10.1f   GFLOP/s, matrix product %s
        share of it   %,10.1f   %%
        peak memory   %10s   %s
        """,
        benchTask,
        net,
        bench.batch(),
        bench.input(),
        bench.execution().engine().name(),
        bench.execution().threads(),
        bench.execution().precision(),
        measurement.imagesPerSecond(),
        measurement.rate(0.25),
        measurement.rate(0.75),
        bench.steps(),
        bench.warmUp(),
        1000 * measurement.times().median(),
        measurement.gflops(),
        benchTask.flops(bench.graph()) / 1e6,
        measurement.limit().flopsPerSecond() / 1e9,
        measurement.limit().size(),
        100 * measurement.shareOfLimit(),
        measurement.peakMemoryBytes().stream()
            .mapToObj(bytes -> String.format(Locale.ROOT, "%,d", bytes >> 20))
            .findFirst()
            .orElse("unknown"),
        measurement.peakMemoryBytes().isPresent() ? "MiB" : "(only Linux tells it)");
  }
}
