package org.skipjack.cli;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skipjack.io.WholeFile;
import org.skipjack.plot.Chart;
import org.skipjack.plot.DegradationChart;
import org.skipjack.plot.ErrorChart;
import org.skipjack.plot.Theme;
import org.skipjack.train.TerminalProgress;

/**
 * The page of the demo: one HTML file with its charts inside, that needs no network.
 *
 * @param folder where it is written
 * @param results all runs
 * @param table what they come to
 */
record DemoPage(Path folder, List<Demo.Result> results, DemoTable table) {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --line: #cccccc; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e8e8e8; --paper: #15171a; --line: #444a52; }
      }
      body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.5;
             font-family: system-ui, sans-serif; color: var(--ink); background: var(--paper); }
      h1 { line-height: 1.2; }
      img { max-width: 100%; height: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .3em .6em; border-bottom: 1px solid var(--line); text-align: right; }
      th:first-child, td:first-child { text-align: left; }
      figure { margin: 1.5em 0; } figcaption { font-size: .9em; }
      """;

  /** Writes {@code index.html} and the charts beside it; gives the page's path. */
  Path write() {
    Path page = folder.resolve("index.html");
    DegradationChart depth = DegradationChart.of(points());
    ErrorChart epochs = ErrorChart.of(series());
    String depthFigure =
        figure(
            "depth",
            depth.chart(),
            depth.theme(Theme.DARK).chart(),
            "Error after the last epoch against depth; a dot is a seed.");
    String epochFigure =
        figure(
            "epochs",
            epochs.chart(),
            epochs.theme(Theme.DARK).chart(),
            "Training error (dashed) and test error (solid) by epoch; a line is a seed.");
    WholeFile.write(page, html(depthFigure, epochFigure));
    return page;
  }

  private List<DegradationChart.Point> points() {
    return results.stream()
        .map(
            result ->
                new DegradationChart.Point(
                    result.entry().family(),
                    result.entry().depth(),
                    result.trainingError(),
                    result.testError()))
        .toList();
  }

  private List<ErrorChart.Series> series() {
    return table.rows().stream()
        .flatMap(
            row ->
                results.stream()
                    .filter(result -> result.entry().family().equals(row.family()))
                    .filter(result -> result.entry().depth() == row.depth()))
        .map(result -> new ErrorChart.Series(result.entry().title(), result.run().history()))
        .toList();
  }

  private String figure(String name, Chart light, Chart dark, String caption) {
    light.save(folder.resolve(name + ".png"));
    dark.save(folder.resolve(name + "-dark.png"));
    return """
        <figure>
          <picture>
            <source srcset="%s" media="(prefers-color-scheme: dark)">
            <img src="%s" width="%d" height="%d" alt="%s">
          </picture>
          <figcaption>%s</figcaption>
        </figure>
        """
        .formatted(source(dark), source(light), light.width(), light.height(), caption, caption);
  }

  private static String source(Chart chart) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(chart.png());
  }

  private String html(String depthFigure, String epochFigure) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Skipjack: what depth does to a plain net</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>What depth does to a plain net, and what a shortcut does about it</h1>
        <p>A deeper net could always copy a shallower one and let its further layers do nothing. So it
        should never be worse on the images it was trained on. He et al. (2015, arXiv:1512.03385) saw
        that it is: past some depth even the <em>training</em> error of a plain net rises. This is the
        degradation problem. It is not over-fitting, which would lower the training error.</p>
        <p>A residual block computes H(x) = F(x) + x. For the block to do nothing, F only has to be
        zero. The nets below are trained in pairs: each residual net and its plain twin have the same
        layers, start from the same weights and see the same batches. Only the shortcuts differ.</p>
        <p><strong>%s</strong></p>
        %s
        <table>
        <tr><th>net</th><th>depth</th><th>parameters</th><th>training error</th>
        <th>test error</th><th>time</th></tr>
        %s
        </table>
        <p>Means over %d seeds, with the lowest and the highest in brackets.</p>
        %s
        <h2>What to look for</h2>
        <ul>
        <li>Compare the dashed lines of plain-%d and plain-%d. Where the deep plain net only learns more
        slowly than the shallow one, its training error stays above from the first epochs on.</li>
        <li>Compare the two residual nets in the same way: does depth help them?</li>
        <li>Where training and test error rise together with depth, the net under-fits. Over-fitting
        would push them apart.</li>
        <li>The plain and the residual net of one depth have the same number of parameters, so the
        shortcut adds no capacity.</li>
        </ul>
        <h2>How it was made</h2>
        <p>%,d training and %,d test images of ten shapes, 16 × 16 pixels, drawn by the program. CIFAR
        nets of He et al. 2015 (§4.2), 6n + 2 layers, option A shortcuts, half the width (%d, %d and %d
        filters). %d epochs of batches of %d, SGD with momentum %s, weight decay %s, learning rate %s
        falling along a cosine. The paper trains for 164 epochs; in so few, the gap is larger than the
        paper's. The training error of an epoch is counted on its batches as they pass. Each run's
        folder under <code>runs</code> holds its history and provenance. The same command gives the
        same figures on the same machine: <code>./skipjack demo --seeds %d</code></p>
        </body>
        </html>
        """
        .formatted(
            STYLE,
            String.join(" ", table.findings()),
            depthFigure,
            rows(),
            table.seeds(),
            epochFigure,
            Demo.DEEP,
            Demo.SHALLOW,
            results.get(0).run().training().data().training().size(),
            results.get(0).run().training().data().test().size(),
            Demo.WIDTH,
            2 * Demo.WIDTH,
            4 * Demo.WIDTH,
            Demo.RECIPE.epochs(),
            Demo.RECIPE.batchSize(),
            Demo.OPTIMISER.momentum(),
            Demo.OPTIMISER.weightDecay(),
            Demo.RECIPE.schedule().learningRate(0, 1),
            table.seeds());
  }

  private String rows() {
    return table.rows().stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td>%d</td><td>%,d</td><td>%s</td><td>%s</td><td>%s</td></tr>",
                    row.family(),
                    row.depth(),
                    row.parameters(),
                    range(row.trainingErrors(), row.trainingError()),
                    range(row.testErrors(), row.testError()),
                    TerminalProgress.duration(row.seconds())))
        .collect(Collectors.joining("\n"));
  }

  private static String range(List<Double> errors, double mean) {
    double lowest = errors.stream().mapToDouble(Double::doubleValue).min().orElse(mean);
    double highest = errors.stream().mapToDouble(Double::doubleValue).max().orElse(mean);
    return String.format(
        Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * mean, 100 * lowest, 100 * highest);
  }
}
