package org.skipjack.kernel.renderers;

import org.skipjack.kernel.display.Renderer;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.view.Explanation;
import org.skipjack.view.View;

/** A summary, a diagram, an explanation or a difference of nets; equations also as LaTeX. */
public final class ViewRenderer implements Renderer<View> {
  @Override
  public Class<View> type() {
    return View.class;
  }

  @Override
  public Rendering render(View view) {
    Rendering shown = Rendering.text(view.text()).html(view.html());
    return view instanceof Explanation explanation ? shown.latex(explanation.latex()) : shown;
  }
}
