package org.skipjack.peers.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.skipjack.bench.StepTimes;
import org.skipjack.tribuo.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts all kernels in turn, and prints how long they took. */
@Command(
    name = "kernels",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Time the start of Skipjack's kernel and of others, in turn, in one run.")
final class StartTimes implements Callable<Integer> {
  private static final String OURS = "Skipjack";

  @Option(names = "--rounds", description = "starts of each (default: ${DEFAULT-VALUE})")
  private int rounds = 5;

  @Option(
      names = "--beside",
      paramLabel = "NAME=DIR",
      description = "a kernel by the folder with its kernel.json, as JJava=unzipped/java")
  private Map<String, Path> beside = new LinkedHashMap<>();

  @Option(
      names = "--rapaio",
      paramLabel = "JAR",
      description = "rapaio-jupyter-kernel (default: ${DEFAULT-VALUE})")
  private Path rapaio = Path.of("target", "kernels", "rapaio-jupyter-kernel.jar");

  @Option(names = "--work", hidden = true)
  private Path work = Path.of("target", "kernels", "work");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StartTimes()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(work);
    List<Contender> contenders = contenders();
    Map<Contender, List<Optional<Start>>> starts = new LinkedHashMap<>();
    contenders.forEach(contender -> starts.put(contender, new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : contenders) {
        System.err.printf("round %d/%d: %s%n", round, rounds, contender.name());
        starts.get(contender).add(Start.of(contender, work));
      }
    }
    Map<String, Object> machine = Machine.toMap();
    System.out.printf(
        Locale.ROOT,
        "%s, %s processors, JDK %s; medians of %d starts.%n%n",
        machine.getOrDefault("processor", machine.get("arch")),
        machine.get("processors"),
        Runtime.version().feature(),
        rounds);
    System.out.println(
        "| kernel | answers after, s | first cell after, s | Skipjack is there sooner by | a warm cell, ms |");
    System.out.println("|---|--:|--:|--:|--:|");
    List<Optional<Start>> ours = starts.get(contenders.get(0));
    starts.forEach((contender, all) -> System.out.println(row(contender, all, ours)));
    return 0;
  }

  private List<Contender> contenders() throws IOException, InterruptedException {
    Path prefix = work.resolve("prefix").toAbsolutePath();
    Process install =
        new ProcessBuilder("./skipjack", "kernel", "install", "--prefix", prefix.toString())
            .redirectOutput(ProcessBuilder.Redirect.to(work.resolve("install").toFile()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (install.waitFor() != 0) {
      throw new IllegalStateException("./skipjack kernel install failed");
    }
    Contender ours = Contender.of(OURS, prefix.resolve("share/jupyter/kernels/skipjack"));
    List<Contender> all =
        new ArrayList<>(
            List.of(
                ours,
                ours.without("-XX:SharedArchiveFile", OURS + " without its archive of classes")
                    .without("-XX:AOTCache", OURS + " without its archive of classes")));
    for (Map.Entry<String, Path> one : beside.entrySet()) {
      all.add(Contender.of(one.getKey(), one.getValue()));
    }
    List<String> command =
        List.of(
            ours.command().get(0), "-jar", rapaio.toAbsolutePath().toString(), "{connection_file}");
    all.add(new Contender("rapaio-jupyter-kernel", command, Map.of()));
    return all;
  }

  private String row(
      Contender contender, List<Optional<Start>> starts, List<Optional<Start>> ours) {
    List<Start> answered = starts.stream().flatMap(Optional::stream).toList();
    int silent = rounds - answered.size();
    String name =
        contender.name()
            + (silent == 0 ? "" : " (%d of %d starts never answered)".formatted(silent, rounds));
    if (answered.isEmpty()) {
      return "| %s | – | – | – | – |".formatted(name);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %s | %.0f |",
        name,
        median(answered, Start::answer),
        median(answered, Start::cell),
        starts == ours ? "" : sooner(starts, ours),
        1000 * median(answered, Start::warm));
  }

  private String sooner(List<Optional<Start>> starts, List<Optional<Start>> ours) {
    List<Double> ratios =
        IntStream.range(0, rounds)
            .filter(round -> starts.get(round).isPresent() && ours.get(round).isPresent())
            .mapToObj(round -> starts.get(round).get().cell() / ours.get(round).get().cell())
            .toList();
    StepTimes sooner = new StepTimes(ratios);
    return String.format(
        Locale.ROOT,
        "%.1f × (%.1f to %.1f)",
        sooner.median(),
        sooner.quantile(0),
        sooner.quantile(1));
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
    return new StepTimes(starts.stream().map(figure::applyAsDouble).toList()).median();
  }
}
