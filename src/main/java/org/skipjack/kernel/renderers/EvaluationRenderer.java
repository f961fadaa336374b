package org.skipjack.kernel.renderers;

import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.plot.ConfusionChart;
import org.skipjack.tribuo.Evaluation;

/** An evaluation as the figures of each class, and the confusion as a picture. */
public final class EvaluationRenderer implements Renderer<Evaluation> {
  @Override
  public Class<Evaluation> type() {
    return Evaluation.class;
  }

  @Override
  public Rendering render(Evaluation evaluation) {
    Table table = Table.of("class", "images", "precision", "recall", "F1");
    for (Evaluation.ClassFigures of : evaluation.classes()) {
      table =
          table.with(
              of.className(),
              of.images(),
              Table.percent(of.precision()),
              Table.percent(of.recall()),
              Table.percent(of.f1()));
    }
    table =
        table.with("accuracy", evaluation.images(), "", Table.percent(evaluation.accuracy()), "");
    ConfusionChart confusion = ConfusionChart.of(evaluation.classNames(), evaluation.confusion());
    return Rendering.text(evaluation.table())
        .html(table.html() + ChartPicture.html(confusion.chart(), "true against predicted class"));
  }
}
