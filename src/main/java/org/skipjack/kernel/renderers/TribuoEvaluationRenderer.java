package org.skipjack.kernel.renderers;

import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.tribuo.classification.evaluation.LabelEvaluation;

/** An evaluation of Tribuo's own, as its tables. */
public final class TribuoEvaluationRenderer implements Renderer<LabelEvaluation> {
  @Override
  public Class<LabelEvaluation> type() {
    return LabelEvaluation.class;
  }

  @Override
  public Rendering render(LabelEvaluation evaluation) {
    String confusion = evaluation.getConfusionMatrix().toString();
    String plain = evaluation + "\n" + confusion;
    return Rendering.text(plain).html(evaluation.toHTML() + Table.preformatted(confusion));
  }
}
