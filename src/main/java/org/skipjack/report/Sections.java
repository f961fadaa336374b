package org.skipjack.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ArmResult;
import org.skipjack.experiment.analysis.ClaimResult;
import org.skipjack.experiment.analysis.FigureFormat;
import org.skipjack.experiment.plan.Arm;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.Metric;
import org.skipjack.experiment.store.Environment;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.io.Markup;
import org.skipjack.view.NetView;

/** The sections of a page, in the order in which they are read. */
final class Sections {
  private final ReportData data;
  private final ComparisonResult result;
  private final ExperimentPlan experimentPlan;

  Sections(ReportData data, ComparisonResult result) {
    this.data = data;
    this.result = result;
    this.experimentPlan = result.plan();
  }

  String html() {
    return DegradationPrimer.introduction(result)
        + claims()
        + "<h2>Conclusions</h2>\n"
        + Conclusions.of(result)
        + "<h2>Figures</h2>\n"
        + ReportPage.figures(ReportCharts.of(result))
        + DegradationPrimer.whatToLookFor(result)
        + "<h2>Results</h2>\n"
        + PublishedTable.of(result)
        + arms()
        + "<p>Errors of the last epoch, mean ± standard deviation over seeds.</p>\n"
        + seeds()
        + "<p>Errors by seed. A lowest test error is chosen on the test set, so it flatters: quote the"
        + " last epoch's.</p>\n"
        + "<h2>Statistics</h2>\n"
        + StatisticsTable.of(result)
        + "<h2>Method</h2>\n"
        + Method.of(result)
        + nets()
        + "<h2>Data</h2>\n"
        + images()
        + "<h2>Where it was made</h2>\n"
        + environments()
        + "<h2>To make it again</h2>\n"
        + HtmlFragments.code("./skipjack verify FILE --out DIR")
        + "<p>makes all runs of this file again, in DIR, and says whether what stands here holds; with"
        + " <code>--quick</code> only the first epoch from one seed of each net. The data of all"
        + " that is said here is in the page's source, as JSON.</p>\n"
        + "<h2>References</h2>\n"
        + HtmlFragments.list(Method.references(experimentPlan));
  }

  private String claims() {
    if (result.claims().isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    for (ClaimResult claim : result.claims()) {
      rows.add(
          List.of(
              claim.claim().text(),
              claim.claim().statement().toString(),
              claim.outcome().toString(),
              claim.evidence()));
    }
    return "<h2>Claims</h2>\n"
        + HtmlFragments.table(List.of("claim, in words", "what is tested", "outcome", "by"), rows)
        + "<p>What is tested decides, not the words beside it. Verified: the interval of the difference lies where the claim says. Refuted: it lies wholly"
        + " where the claim says that it is not. Not verified: it leaves no room for a difference as"
        + " claimed that would matter, half a point or more. Underpowered: it is too wide to tell.</p>\n";
  }

  private String arms() {
    List<List<String>> rows = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      rows.add(
          List.of(
              arm.name(),
              String.format(Locale.ROOT, "%,d", arm.parameters()),
              String.format(Locale.ROOT, "%,d", arm.macs()),
              Integer.toString(arm.histories().size()),
              arm.sample(Metric.TRAINING_ERROR).map(FigureFormat::meanAndDeviation).orElse("–"),
              arm.sample(Metric.TEST_ERROR).map(FigureFormat::meanAndDeviation).orElse("–")));
    }
    return HtmlFragments.table(
        List.of(
            "net", "parameters", "multiply-accumulates", "seeds", "training error", "test error"),
        rows);
  }

  private String seeds() {
    List<List<String>> rows = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      arm.runs().forEach((seed, run) -> rows.add(row(arm.name(), seed, run)));
    }
    return HtmlFragments.table(
        List.of("net", "seed", "epochs", "training error", "test error", "lowest test error"),
        rows);
  }

  private static List<String> row(String arm, long seed, RunResult run) {
    boolean any = run.hasResult();
    return List.of(
        arm,
        Long.toString(seed),
        any ? Integer.toString(run.history().epochs().size()) : run.status().toString(),
        any ? FigureFormat.percent(Metric.TRAINING_ERROR.of(run.history())) : "–",
        any ? FigureFormat.percent(Metric.TEST_ERROR.of(run.history())) : "–",
        any
            ? String.format(
                Locale.ROOT,
                "%s in epoch %d",
                FigureFormat.percent(run.history().bestOnTest().epoch().testError()),
                run.history().bestOnTest().epoch().epoch())
            : "–");
  }

  private String nets() {
    StringBuilder html = new StringBuilder("<h2>Nets</h2>\n");
    for (Arm arm : experimentPlan.arms()) {
      html.append("<h3>").append(Markup.escaped(arm.name())).append("</h3>\n");
      html.append(HtmlFragments.code(arm.net().toString()));
      html.append("<details><summary>Layers</summary>\n");
      html.append(new NetView(arm.net(), experimentPlan.graph(arm).inputShape()).html());
      html.append("</details>\n");
    }
    return html.toString();
  }

  private String images() {
    DataReference images = experimentPlan.data();
    List<List<String>> rows = new ArrayList<>();
    rows.add(part("training", images.training()));
    images.validation().ifPresent(part -> rows.add(part("validation", part)));
    rows.add(part("test", images.test()));
    DataReference.Shape shape = images.shape();
    return String.format(
            Locale.ROOT,
            "<p>%s: %d classes, images of %d × %d × %d; %s.</p>\n",
            Markup.escaped(images.name()),
            shape.classes(),
            shape.channels(),
            shape.height(),
            shape.width(),
            Markup.escaped(images.authenticity().toString()))
        + HtmlFragments.table(
            List.of("part", "images", "SHA-256 of classes, labels and pixels"), rows);
  }

  private static List<String> part(String name, DataReference.Images part) {
    return List.of(name, String.format(Locale.ROOT, "%,d", part.images()), part.sha256());
  }

  private String environments() {
    String note =
        data.environments().size() > 1
            ? "<p>Not all runs were made in one place, or by one version of the code.</p>\n"
            : "";
    return note
        + data.environments().stream().map(Sections::environment).collect(Collectors.joining());
  }

  private static String environment(Environment environment) {
    List<String> lines = new ArrayList<>();
    for (Map<String, String> facts : List.of(environment.versions(), environment.machine())) {
      facts.forEach((name, value) -> lines.add(name + ": " + value));
    }
    return HtmlFragments.code(String.join("\n", lines));
  }
}
