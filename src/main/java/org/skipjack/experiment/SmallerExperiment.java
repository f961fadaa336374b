package org.skipjack.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.skipjack.graph.Graph;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.train.TerminalProgress;
import org.skipjack.train.Training;

/**
 * An experiment that costs less than a training, and in which somebody has seen plain nets degrade
 * with depth and residual nets not. Only what was measured is proposed.
 *
 * @param title what is made smaller
 * @param finding what was seen there, and by whom
 * @param seconds forecast for all its runs; empty where the probe says nothing about it
 * @param code how to carry it out
 */
public record SmallerExperiment(
    String title, String finding, Optional<Double> seconds, String code) {
  private static final int SHORT = 10;
  private static final int SHALLOW = 20;
  private static final int DEEP = 56;

  /**
   * What is known to be smaller than a training.
   *
   * @param depth of the net, in layers with weights
   * @param seconds forecast for the training
   */
  static List<SmallerExperiment> than(Training training, int depth, double seconds) {
    List<SmallerExperiment> found = new ArrayList<>();
    int epochs = training.epochCount();
    Option.Classes classes = Option.classes(training.data().classes());
    Net net = training.net();
    boolean plain = net.equals(net.plain());
    Net other = plain ? Families.plain(SHALLOW, classes) : net.plain();
    if (epochs > SHORT && depth > SHALLOW) {
      found.add(
          new SmallerExperiment(
              String.format(
                  Locale.ROOT, "fewer epochs, %d: it shows in the training error first", SHORT),
              finding("epoch10"),
              Optional.of(seconds * (1 + shareOf(training, other)) * SHORT / epochs),
              String.format(
                  Locale.ROOT,
                  "compare(net, %s).on(data).epochs(%d)",
                  plain ? "plain(20)" : "net.plain()",
                  SHORT)));
    }
    if (depth > DEEP) {
      found.add(
          new SmallerExperiment(
              String.format(Locale.ROOT, "less depth, %d and %d layers", SHALLOW, DEEP),
              finding("from20to56"),
              Optional.of(
                  seconds
                      * shareOf(
                          training,
                          Families.plain(SHALLOW, classes),
                          Families.plain(DEEP, classes),
                          Families.resnet(SHALLOW, classes),
                          Families.resnet(DEEP, classes))),
              String.format(
                  Locale.ROOT,
                  "compare(plain(%1$d), plain(%2$d), resnet(%1$d), resnet(%2$d)).on(data).epochs(%3$d)",
                  SHALLOW,
                  DEEP,
                  epochs)));
    }
    found.add(
        new SmallerExperiment(
            "smaller images, fewer layers: the demo, minutes",
            finding("demo"),
            Optional.empty(),
            "./skipjack demo"));
    return List.copyOf(found);
  }

  /** What was seen, from the resource that says by whom. */
  private static String finding(String name) {
    String start = name + ": ";
    return Resources.lines("findings.txt").stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow();
  }

  /** What some nets take of the multiply-accumulates of the training's own. */
  private static double shareOf(Training training, Net... nets) {
    Graph own = training.graph();
    double macs = Stream.of(nets).mapToLong(net -> Graph.of(net, own.inputShape()).macs()).sum();
    return macs / own.macs();
  }

  /** A few lines: what, for how long, what is known, how. */
  @Override
  public String toString() {
    String about =
        seconds
            .map(
                all ->
                    String.format(Locale.ROOT, ", about %s in all", TerminalProgress.duration(all)))
            .orElse("");
    return "%s%s%n    %s%n    %s".formatted(title, about, code, finding);
  }
}
