package org.skipjack.kernel.renderers;

import org.skipjack.io.Markup;
import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.report.Report;

/** A report as its own page in a frame, which scrolls and runs no script; in words its findings. */
public final class ReportRenderer implements Renderer<Report> {
  @Override
  public Class<Report> type() {
    return Report.class;
  }

  @Override
  public Rendering render(Report report) {
    return Rendering.text(report.toString())
        .html(
            "<iframe sandbox style=\"width:100%%;height:40em;border:1px solid #8888\" title=\"report\" srcdoc=\"%s\"></iframe>\n"
                .formatted(Markup.escaped(report.html())));
  }
}
