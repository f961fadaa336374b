package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.Variant;
import org.skipjack.train.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack compare NET... --data D}: holds nets against each other, paired by seed. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Train nets from the same seeds on the same data, and say what may be concluded.",
      "What is finished is kept: the same command goes on where it was stopped or killed."
    },
    footer = {
      "",
      "Example:",
      "  skipjack compare plain20 resnet20 --data shapes --epochs 3 --seeds 3 --out DIR"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "NET",
      description = "resnet20, plain56, a net's text, or a file")
  private List<String> nets = new ArrayList<>();

  @Mixin private final DataOptions data = new DataOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "passes over the training images (default: ${DEFAULT-VALUE})")
  private int epochs = Recipe.DEFAULT.epochs();

  @Option(
      names = "--seeds",
      paramLabel = "K",
      description = "runs of each net (default: ${DEFAULT-VALUE})")
  private int seeds = 3;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for runs and report (default: runs/NET-NET-D)")
  private @Nullable Path out;

  @Override
  public Integer call() {
    List<Variant> variants = nets.stream().map(net -> Variant.of(net, Nets.of(net))).toList();
    DataSplit split = data.read(System.err::println);
    Path folder = out == null ? defaultFolder() : out;
    ComparisonResult result =
        Comparison.of(variants.toArray(Variant[]::new))
            .on(split)
            .epochs(epochs)
            .seeds(seeds)
            .in(folder)
            .watch(new CompareProgress(System.err, Main.onTerminal()))
            .run();
    if (!result.complete()) {
      System.err.printf("%nstopped; the same command goes on with what is in %s%n", folder);
      return 130;
    }
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.printf("%s%nSee %s%n", result, folder);
    printer.flush();
    return 0;
  }

  private Path defaultFolder() {
    String words = (String.join("-", nets) + "-" + data.name()).replaceAll("[^A-Za-z0-9.-]+", "_");
    return Path.of("runs", words.substring(0, Math.min(60, words.length())));
  }
}
