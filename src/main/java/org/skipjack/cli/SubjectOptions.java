package org.skipjack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.Comparison;
import org.skipjack.experiment.Variant;
import org.skipjack.experiment.sweep.Axis;
import org.skipjack.experiment.sweep.Papers;
import org.skipjack.experiment.sweep.Sweep;
import org.skipjack.net.Option.Width;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is compared: nets, all combinations of some axes, or a table of a paper. */
final class SubjectOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "NET",
      description =
          "resnet20, plain56, preact164, wrn-28-10, a net's text, or a file; `skipjack summary NET` shows it")
  private List<String> nets = new ArrayList<>();

  @Option(
      names = "--vary",
      paramLabel = "AXIS",
      description = {
        "instead of nets: every combination of such as",
        "depth=20,56",
        "width=8,16",
        "net=plain,residual",
        "shortcut=zeroPad,projectionWhereNeeded,projection",
        "order=originalOrder,fullPreActivation",
        "learning-rate=0.1,0.01",
        "batch-size=64,128"
      })
  private List<String> axes = new ArrayList<>();

  @Option(
      names = "--paper",
      paramLabel = "TABLE",
      description =
          "instead of nets: he2015-table6, he2016-table1 or he2016-table2, its errors beside ours")
  private @Nullable String paper;

  @Option(
      names = "--depths",
      paramLabel = "D",
      split = ",",
      description = "other depths for the table, with commas between")
  private List<Integer> depths = new ArrayList<>();

  @Option(
      names = "--width",
      paramLabel = "W",
      description = "filters of the first stage of the table's nets (default: 16)")
  private @Nullable Integer width;

  /** What it is called, for a folder. */
  String name() {
    return paper == null ? String.join("-", nets.isEmpty() ? axes : nets) : paper;
  }

  /**
   * The comparison on some data.
   *
   * @param seeds runs of each net; nothing for what is usual
   * @throws IllegalArgumentException if there is nothing to compare, or two kinds of it
   */
  Comparison on(DataSplit data, Optional<Integer> seeds) {
    int kinds = (nets.isEmpty() ? 0 : 1) + (axes.isEmpty() ? 0 : 1) + (paper == null ? 0 : 1);
    if (kinds != 1) {
      throw new IllegalArgumentException(
          "expected nets, --vary or --paper, got %s.%nFix: skipjack compare plain20 resnet20 --data shapes, --vary depth=20,56, or --paper he2016-table2"
              .formatted(kinds == 0 ? "none of them" : "several of them"));
    }
    if (paper == null && (!depths.isEmpty() || width != null)) {
      throw new IllegalArgumentException(
          "--depths and --width are of a table, --paper TABLE.%nFix: name nets of that depth, or write resnet(20, width(8))"
              .formatted());
    }
    Comparison comparison = nets.isEmpty() ? sweep().on(data) : nets(data);
    return seeds.map(comparison::seeds).orElse(comparison);
  }

  private Comparison nets(DataSplit data) {
    return Comparison.of(
            nets.stream().map(net -> Variant.of(net, Nets.of(net))).toArray(Variant[]::new))
        .on(data);
  }

  private Sweep sweep() {
    if (paper == null) {
      return Sweep.of(axes.stream().map(AxisText::of).toArray(Axis[]::new));
    }
    Sweep whole = Papers.named(paper, depths.stream().mapToInt(Integer::intValue).toArray());
    Optional<Width> narrow = Optional.ofNullable(width).map(Width::new);
    return narrow.map(option -> whole.each(sweepPoint -> sweepPoint.with(option))).orElse(whole);
  }
}
