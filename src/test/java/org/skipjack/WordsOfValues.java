package org.skipjack;

import static org.skipjack.net.Net.net;

import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import org.skipjack.bench.Bench;
import org.skipjack.bench.BenchTask;
import org.skipjack.data.DataOrigin;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.Seed;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.engine.Execution;
import org.skipjack.experiment.StoppingRule;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.graph.Shape;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.DegradationChart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.PublishedError;
import org.skipjack.plot.Theme;
import org.skipjack.train.Checkpoints;
import org.skipjack.train.history.History;

/** Words of values and charts. */
final class WordsOfValues {
  private static final History HISTORY =
      History.empty().with(new History.Epoch(1, 0.1, 2, 0.5, 2, 0.6, 7));

  private WordsOfValues() {}

  static List<Vocabulary<?>> charts() {
    return List.of(
        Vocabulary.of(ErrorChart.class, ErrorChart.of(List.of(new ErrorChart.Series("a", HISTORY))))
            .sets("theme", "theme(Theme)", c -> c.theme(Theme.DARK), c -> c.theme(Theme.LIGHT))
            .sets("planned", "planned(int)", c -> c.planned(3), c -> c.planned(9)),
        Vocabulary.of(
                DegradationChart.class,
                DegradationChart.of(List.of(new DegradationChart.Point("plain", 8, 0.1, 0.2))))
            .sets("theme", "theme(Theme)", c -> c.theme(Theme.DARK), c -> c.theme(Theme.LIGHT))
            .sets(
                "references",
                "references(List)",
                c -> c.references(List.of(new PublishedError("us", "plain", 8, 0.1))),
                c -> c.references(List.of())));
  }

  static List<Vocabulary<?>> values() {
    return List.of(
        Vocabulary.of(Checkpoints.class, Checkpoints.in(Path.of("a")))
            .sets("steps", "everySteps(long)", c -> c.everySteps(5), c -> c.everySteps(7))
            .sets("seconds", "everySeconds(double)", c -> c.everySeconds(5), c -> c.everySeconds(7))
            .adds("epochs", "keepEpochs(Integer[])", c -> c.keepEpochs(3, 5), c -> c.keepEpochs(4)),
        Vocabulary.of(StoppingRule.class, StoppingRule.of(2, 9))
            .sets(
                "metric",
                "by(Metric)",
                s -> s.by(Metric.TRAINING_ERROR),
                s -> s.by(Metric.TEST_ERROR))
            .sets("step", "every(int)", s -> s.every(2), s -> s.every(3)),
        Vocabulary.of(Claim.Above.class, new Claim.Above(Metric.TEST_ERROR, "a", "b", 0))
            .sets("margin", "byAtLeast(double)", c -> c.byAtLeast(0.1), c -> c.byAtLeast(0.2)),
        Vocabulary.of(ReadOptions.class, ReadOptions.DEFAULT)
            .sets("size", "size(int,int)", r -> r.size(3, 4), r -> r.size(5, 6)),
        Vocabulary.of(DataOrigin.class, new DataOrigin("a", ReadOptions.DEFAULT))
            .sets("word", "withWord(String)", d -> d.withWord("b"), d -> d.withWord("c")),
        Vocabulary.of(Shapes.class, Shapes.ofSize(16))
            .sets(
                "counts",
                "withCounts(int,int)",
                s -> s.withCounts(20, 10),
                s -> s.withCounts(40, 10))
            .sets(
                "seed", "withSeed(Seed)", s -> s.withSeed(Seed.of(5)), s -> s.withSeed(Seed.of(6))),
        Vocabulary.of(Bench.class, Bench.of(BenchTask.TRAIN, net(), Execution.on(StubEngine.FAST)))
            .sets("batch", "batch(int)", b -> b.batch(3), b -> b.batch(4))
            .sets(
                "input",
                "input(Shape)",
                b -> b.input(Shape.image(1, 8, 8)),
                b -> b.input(Shape.image(3, 9, 9)))
            .sets("steps", "steps(int,int)", b -> b.steps(1, 2), b -> b.steps(2, 3)),
        Vocabulary.of(Rendering.class, Rendering.text("a"), r -> List.of(r.data(), r.metadata()))
            .sets("html", "html(String)", r -> r.html("<b>"), r -> r.html("<i>"))
            .sets("latex", "latex(String)", r -> r.latex("x"), r -> r.latex("y"))
            .sets("markdown", "markdown(String)", r -> r.markdown("#"), r -> r.markdown("*"))
            .sets("svg", "svg(String)", r -> r.svg("<svg/>"), r -> r.svg("<svg></svg>"))
            .sets(
                "png",
                "png(byte[],int,int)",
                r -> r.png(new byte[1], 2, 3),
                r -> r.png(new byte[2], 4, 5))
            .sets("own", "with(String,String)", r -> r.with("a/b", "c"), r -> r.with("a/b", "d"))
            .sets(
                "own",
                "with(String,JsonElement)",
                r -> r.with("a/b", new JsonPrimitive(1)),
                r -> r.with("a/b", new JsonPrimitive(2))));
  }
}
