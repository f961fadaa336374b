package org.skipjack.report;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.experiment.analysis.ClaimResult;
import org.skipjack.experiment.analysis.PairResult;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.io.Markup;
import org.skipjack.io.ValueJson;

/** The page of a report. */
final class ReportPage {
  /** What opens the element that holds the data. */
  static final String DATA = "<script type=\"application/json\" id=\"skipjack-report\">\n";

  /** What closes it. */
  static final String END_OF_DATA = "</script>";

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --line: #d0d5dc; --soft: #f4f6f8; }
      @media screen and (prefers-color-scheme: dark) {
        :root { --ink: #e6e8eb; --paper: #16181d; --line: #3d434d; --soft: #20242b; }
      }
      @media print { :root { color-scheme: light; } }
      body { max-width: 50em; margin: 2em auto; padding: 0 1em; line-height: 1.5;
             font-family: system-ui, sans-serif; color: var(--ink); background: var(--paper); }
      h1, h2 { line-height: 1.2; } h2 { margin-top: 2em; }
      img { max-width: 100%; height: auto; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: .9em; }
      th, td { padding: .3em .6em; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
      th:first-child, td:first-child { text-align: left; min-width: 8em; }
      pre { background: var(--soft); padding: .7em; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
      figure { margin: 1.5em 0; } figcaption { font-size: .9em; }
      @media print {
        body { max-width: none; margin: 0; font-size: 10pt; }
        figure, tr { break-inside: avoid; } h2, h3, summary { break-after: avoid; }
        figure { margin: .8em 0; } img { max-width: 12cm; }
        .table { overflow: visible; }
        details::details-content { content-visibility: visible; display: block; height: auto; }
      }
      """;

  private final ReportData data;
  private final ComparisonResult result;

  ReportPage(ReportData data) {
    this.data = data;
    this.result = data.result();
  }

  /** The page, sealed. */
  String html() {
    return PageSeal.seal(unsealed());
  }

  private String unsealed() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        %s
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s%s%s
        %s%s%s
        </body>
        </html>
        """
        .formatted(
            PageSeal.EMPTY,
            Markup.escaped(result.plan().title()),
            STYLE,
            Markup.escaped(result.plan().question()),
            new Sections(data, result).html(),
            DATA,
            json(ExperimentJson.JSON.tree(data)),
            END_OF_DATA,
            "\n<script type=\"application/json\" id=\"skipjack-statistics\">\n"
                + json(statistics())
                + "\n",
            END_OF_DATA);
  }

  /** For machines that do not want to compute them again. */
  private record Statistics(List<PairResult> pairs, List<ClaimResult> claims) {}

  private JsonElement statistics() {
    return ExperimentJson.JSON.tree(new Statistics(result.pairs(), result.claims()));
  }

  /** A tag inside a text must not end the element that holds it. */
  private static String json(JsonElement tree) {
    return ValueJson.pretty(tree).strip().replace("<", "\\u003c");
  }

  /** The pictures, in order. */
  static String figures(List<ReportFigure> figures) {
    return figures.stream().map(ReportFigure::html).collect(Collectors.joining());
  }
}
