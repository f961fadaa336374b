package org.skipjack.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.io.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skipjack compare NET... --data D}: holds nets against each other, paired by seed. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "skipjack compare NET... --data D [OPTION]...",
      "       skipjack compare --vary AXIS... --data D [OPTION]...",
      "       skipjack compare --paper TABLE --data D [OPTION]..."
    },
    description = {
      "Train nets from the same seeds on the same data, and say what may be concluded.",
      "Nothing but what to compare and --data is needed: the rest has values that work.",
      "The plan is printed before it begins. What is finished is kept: the same command",
      "goes on where it was stopped, by Ctrl-C too, or killed.",
      ""
    },
    footer = {
      "",
      "The folder then holds report.html, its figures as PNG and SVG, the plan, and a",
      "folder a run. Another comparison in it takes what it needs of those runs.",
      "",
      "Examples:",
      "  skipjack compare plain20 resnet20 --data shapes --epochs 3 --seeds 3 --out DIR",
      "  skipjack compare plain20 plain56 --data cifar10 --until-decided 20 \\",
      "      --claim \"training plain56 > plain20\"",
      "  skipjack compare --vary net=plain,residual --vary depth=8,20 --data shapes \\",
      "      --epochs 8",
      "  skipjack compare --paper he2016-table2 --depths 20 --width 8 --data shapes \\",
      "      --epochs 8",
      "  skipjack verify DIR/report.html"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int FEWEST = 3;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final SubjectOptions subject = new SubjectOptions();

  @Mixin private final DataOptions data = new DataOptions();

  @Option(names = "--seeds", paramLabel = "K", description = "runs of each net (default: 3)")
  private @Nullable Integer seeds;

  @Option(
      names = "--until-decided",
      paramLabel = "K",
      description =
          "add seeds, from 3 to at most K, until the test errors are told apart; the level holds")
  private @Nullable Integer untilDecided;

  @Option(
      names = "--claim",
      paramLabel = "C",
      description =
          "what is to be shown: \"training plain56 > plain20\", \"test a > b by 2\" (points), or \"test a = b within 0.5\" (equal, but for so many points)")
  private List<String> claims = new ArrayList<>();

  @Option(
      names = "--question",
      paramLabel = "TEXT",
      description = "what the comparison is to answer; the title of its report")
  private @Nullable String question;

  @Mixin private final RecipeOptions recipe = new RecipeOptions();

  @Mixin private final ExecutionOptions execution = new ExecutionOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for runs and report (default: runs/NET-NET-D)")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description =
          "go on with what is in DIR, and refuse if nothing is; without it, both are fine")
  private boolean resume;

  @Option(
      names = "--plan-only",
      description = "write the plan to DIR and print its digest; run nothing")
  private boolean planOnly;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "refuse to run anything but this plan, which --plan-only wrote")
  private @Nullable Path plan;

  @Override
  public Integer call() {
    Path folder = out == null ? defaultFolder() : out;
    if (resume && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "there is nothing to go on with in %s.%nFix: leave out --resume, or name the folder with --out DIR"
              .formatted(folder));
    }
    Comparison comparison =
        comparison(data.read(line -> System.err.println(Printable.of(line)))).in(folder);
    ComparisonRun run = new ComparisonRun(spec(), folder, "report.html");
    if (plan != null) {
      run.requirePlan(plan, comparison);
    }
    return planOnly ? run.register(comparison) : run.run(comparison);
  }

  private Comparison comparison(DataSplit split) {
    Comparison comparison =
        execution.of(subject.on(split, Optional.ofNullable(seeds))).recipe(recipe.recipe());
    if (untilDecided != null && seeds != null) {
      throw new IllegalArgumentException(
          "--seeds and --until-decided both say how many seeds.%nFix: leave one out".formatted());
    }
    if (untilDecided != null) {
      comparison = comparison.until(StoppingRule.of(Math.min(FEWEST, untilDecided), untilDecided));
    }
    if (question != null) {
      comparison = comparison.question(question);
    }
    for (String claim : claims) {
      comparison = ClaimText.add(claim, comparison);
    }
    return comparison;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  private Path defaultFolder() {
    String words = (subject.name() + "-" + data.name()).replaceAll("[^A-Za-z0-9.-]+", "_");
    return Path.of("runs", words.substring(0, Math.min(60, words.length())));
  }
}
