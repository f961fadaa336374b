package org.skipjack.kernel.renderers;

import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.tribuo.classification.evaluation.LabelEvaluation;

/** An evaluation of Tribuo's own: the figures of each class, and true against predicted classes. */
public final class TribuoEvaluationRenderer implements Renderer<LabelEvaluation> {
  @Override
  public Class<LabelEvaluation> type() {
    return LabelEvaluation.class;
  }

  @Override
  public Rendering render(LabelEvaluation evaluation) {
    Table classes = LabelTables.classes(evaluation);
    Table confusion = LabelTables.confusion(evaluation);
    return Rendering.text(classes.text() + "\n" + confusion.text())
        .html(classes.html() + confusion.html());
  }
}
