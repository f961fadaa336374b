package org.skipjack.report;

import java.nio.file.Path;
import java.util.Optional;
import org.skipjack.experiment.ComparisonResult;
import org.skipjack.io.AtomicFile;
import org.skipjack.plot.DegradationChart;

/**
 * A comparison as one self-contained HTML file: question, conclusions, claims, figures, tables,
 * method, nets, data digests, versions, how to make it again; and all its data as JSON inside.
 *
 * <p>It needs no network, prints, and can be read on a light or dark screen. The same runs give the
 * same file to the bit.
 */
public final class Report {
  private final ReportData data;

  private Report(ReportData data) {
    this.data = data;
  }

  /** The report of a comparison. */
  public static Report of(ComparisonResult result) {
    return new Report(ReportData.of(result));
  }

  /**
   * The figure of the degradation: final errors by depth, with what is published of the same nets;
   * nothing if all nets are of one depth, or two cannot be told apart by theirs.
   */
  public static Optional<DegradationChart> byDepth(ComparisonResult result) {
    return ByDepth.of(result);
  }

  /** The page. */
  public String html() {
    return new ReportPage(data).html();
  }

  /** How to cite it: as text, as BibTeX, and its table of results as CSV and LaTeX. */
  public Citation cite() {
    return new Citation(data, PageSeal.of(html()).orElseThrow());
  }

  /** What it says in words: table, conclusions, claims. */
  @Override
  public String toString() {
    return data.result().toString();
  }

  /**
   * Writes the page.
   *
   * @throws org.skipjack.io.OutputException if it cannot be written; an old one is then as it was
   */
  public void save(Path file) {
    AtomicFile.write(file, html());
  }

  /** Writes the report's figures beside it, as SVG and as PNG, for light and dark pages. */
  public void saveFigures(Path folder) {
    for (ReportFigure reportFigure : ReportCharts.of(data.result())) {
      reportFigure.light().save(folder.resolve(reportFigure.name() + ".svg"));
      reportFigure.light().save(folder.resolve(reportFigure.name() + ".png"));
      reportFigure.dark().save(folder.resolve(reportFigure.name() + "-dark.svg"));
      reportFigure.dark().save(folder.resolve(reportFigure.name() + "-dark.png"));
    }
  }
}
