package org.skipjack.view;

import java.util.List;
import org.skipjack.view.Explanation.Line;
import org.skipjack.view.Explanation.Section;

/** The equations of what a shortcut adds to the gradient, for one block and in general. */
final class ShortcutEquations {
  private ShortcutEquations() {}

  static Section section(boolean identity) {
    return new Section(
        "What the shortcut adds",
        identity
            ? List.of(
                new Line(
                    "∂E/∂x = ∂E/∂H + (∂F/∂x)ᵀ ∂E/∂H",
                    "\\frac{\\partial E}{\\partial x} &= \\frac{\\partial E}{\\partial H}"
                        + " + \\left(\\frac{\\partial F}{\\partial x}\\right)^{\\top}"
                        + " \\frac{\\partial E}{\\partial H}",
                    "He et al. 2016, arXiv:1603.05027, eq. 5"),
                words(
                    "The first term is the shortcut's: it passes through no weight of F, and stays"
                        + " whatever they are. The second is all that a plain net has."),
                before(),
                words(
                    "So for the weights before the block, here with one unit a layer, F ="
                        + " a₂(w₂ x) and x = a₁(w₁ I): of the two terms the first is the added one."
                        + " The second, through w₂, is in the plain net too."))
            : List.of(
                new Line(
                    "∂E/∂x = (∂s/∂x)ᵀ ∂E/∂H + (∂(H − s)/∂x)ᵀ ∂E/∂H",
                    "\\frac{\\partial E}{\\partial x} &="
                        + " \\left(\\frac{\\partial s}{\\partial x}\\right)^{\\top}"
                        + " \\frac{\\partial E}{\\partial H} +"
                        + " \\left(\\frac{\\partial (H - s)}{\\partial x}\\right)^{\\top}"
                        + " \\frac{\\partial E}{\\partial H}",
                    "He et al. 2016, arXiv:1603.05027, eq. 8"),
                words(
                    "The first term is the shortcut's. It passes through what the shortcut does to"
                        + " x, and through no weight of F. The second is all that a plain net"
                        + " has."),
                words(
                    "An identity would hand ∂E/∂H back as it is; through many blocks, what the"
                        + " shortcuts do to it multiplies.")));
  }

  /** Δw of the layer before a block, for one unit a layer. */
  private static Line before() {
    return new Line(
        "Δw₁ = −α (a₁′(w₁ I) I + a₂′(w₂ x) w₂ a₁′(w₁ I) I) ∂E/∂H",
        "\\Delta w_{1} &= -\\alpha \\left(a_{1}'(w_{1} I)\\, I + a_{2}'(w_{2} x)\\, w_{2}\\,"
            + " a_{1}'(w_{1} I)\\, I\\right) \\frac{\\partial E}{\\partial H}",
        "α the learning rate");
  }

  private static Line words(String text) {
    return new Line(text, "", "");
  }
}
