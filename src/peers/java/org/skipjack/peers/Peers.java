package org.skipjack.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.skipjack.bench.BenchTask;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Runs all contestants in turn, and prints how they compare. */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Time one residual net in Skipjack and in other libraries, in turn, in one run.",
    footer = {
      "",
      "Every contestant runs in a process of its own; a round gives each one turn.",
      "Figures are the medians of the rounds; ratios are taken within a round.",
      "The tables are Markdown."
    })
final class Peers implements Callable<Integer> {
  private static final Path SCRIPT = Path.of("src", "peers", "python", "resnet.py");
  private static final List<String> NAMES =
      List.of("ours", "pytorch", "djl", "samediff", "onnxruntime", "dl4j");

  @Option(names = "--depth", description = "layers of the net (default: ${DEFAULT-VALUE})")
  private int depth = 20;

  @Option(
      names = "--others",
      split = ",",
      description = {
        "more nets for our training and PyTorch's: depths, or imagenet-resnet50,",
        "which has a batch of 8 (default: ${DEFAULT-VALUE})"
      })
  private List<String> others = List.of("32", "56", "110", Workload.IMAGENET);

  @Option(names = "--batch", description = "images in a step (default: ${DEFAULT-VALUE})")
  private int batch = 128;

  @Option(names = "--threads", description = "for each (default: ${DEFAULT-VALUE})")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--rounds", description = "turns of each (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--warm-up", description = "steps not counted (default: ${DEFAULT-VALUE})")
  private int warmUp = 3;

  @Option(names = "--steps", description = "steps timed, at most (default: ${DEFAULT-VALUE})")
  private int steps = 20;

  @Option(
      names = "--seconds",
      description = "after which a peer makes no more of them (default: ${DEFAULT-VALUE})")
  private int seconds = 20;

  @Option(
      names = "--python",
      description = "with module torch, for the nets in PyTorch (default: ${DEFAULT-VALUE})")
  private String python = "/usr/bin/python3";

  @Option(
      names = "--only",
      split = ",",
      description = "some of ours, pytorch, djl, samediff, onnxruntime, dl4j")
  private Set<String> only = new LinkedHashSet<>(NAMES);

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "for outputs and what DJL unpacks, 400 MB (default: ${DEFAULT-VALUE})")
  private Path work = Path.of("target", "peers", "work");

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Peers()).setExecutionExceptionHandler(Peers::report);
    System.exit(line.execute(arguments));
  }

  /** A mistake in the options is answered by its message. */
  private static int report(Exception failure, CommandLine line, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof IllegalArgumentException)) {
      throw failure;
    }
    line.getErr().println("peers: " + failure.getMessage());
    return 2;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!NAMES.containsAll(only)) {
      throw new IllegalArgumentException("--only is %s.%nFix: some of %s".formatted(only, NAMES));
    }
    if (rounds < 1) {
      throw new IllegalArgumentException(
          "--rounds is %d, expected 1 or more.%nFix: --rounds 3".formatted(rounds));
    }
    Files.createDirectories(work);
    Setup setup = new Setup(Workload.cifar(depth, batch), threads, warmUp, steps, seconds);
    Results results = new Results();
    List<Contestant> contestants =
        contestants(new Contestants(setup, work.toAbsolutePath()), results);
    Turn turn = new Turn(work);
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : List.copyOf(contestants)) {
        System.err.printf("round %d/%d: %s%n", round, rounds, contestant.title());
        try {
          Map<BenchTask, Figure> figures = turn.run(contestant);
          figures.forEach((benchTask, figure) -> results.add(contestant.row(benchTask), figure));
        } catch (Turn.FailedException e) {
          contestants.remove(contestant);
          results.fail(contestant.title(), String.valueOf(e.getMessage()));
        }
      }
    }
    System.out.print(new Tables(setup, rounds, results).markdown());
    return results.rows().isEmpty() ? 1 : 0;
  }

  private List<Contestant> contestants(Contestants all, Results results)
      throws IOException, InterruptedException {
    boolean torch = only.contains("pytorch") && hasTorch();
    List<Contestant> chosen = new ArrayList<>();
    if (only.contains("ours")) {
      chosen.addAll(all.ours());
    }
    if (torch) {
      chosen.addAll(all.pyTorch(python, SCRIPT));
    } else if (only.contains("pytorch")) {
      results.fail("PyTorch in Python", python + " has no module torch");
    }
    for (Workload other : otherWorkloads()) {
      if (only.contains("ours")) {
        chosen.add(all.ours(other));
      }
      if (torch) {
        chosen.add(all.pyTorch(python, SCRIPT, other));
      }
    }
    Map<String, List<Contestant>> peers =
        Map.of(
            "djl", all.djl(),
            "samediff", all.sameDiff(),
            "onnxruntime", all.onnxRuntime(),
            "dl4j", all.dl4j());
    NAMES.stream()
        .filter(name -> only.contains(name) && peers.containsKey(name))
        .forEach(name -> chosen.addAll(peers.get(name)));
    return chosen;
  }

  private List<Workload> otherWorkloads() {
    return others.stream()
        .distinct()
        .filter(net -> !net.equals(String.valueOf(depth)))
        .map(net -> net.equals(Workload.IMAGENET) ? Workload.imagenet() : new Workload(net, batch))
        .toList();
  }

  private boolean hasTorch() throws IOException, InterruptedException {
    return new ProcessBuilder(python, "-c", "import torch").start().waitFor() == 0;
  }
}
