package org.skipjack.graph;

import java.util.List;
import java.util.Locale;

/**
 * A function of each value; the shape stays.
 *
 * @param function which one
 * @param alpha the number that some functions are given
 */
public record Activation(Function function, double alpha) implements Op {

  /** The functions of the language. */
  public enum Function {
    /** max(x, 0); its derivative at 0 is taken as 0. */
    RELU,
    /** x where it is positive, alpha · x where it is not (Maas et al. 2013). */
    LEAKY_RELU,
    /**
     * x where it is positive, alpha · (exp(x) − 1) where it is not (Clevert et al. 2016,
     * arXiv:1511.07289, eq. 15).
     */
    ELU,
    /** x · (1 + erf(x / √2)) / 2 (Hendrycks and Gimpel 2016, arXiv:1606.08415). */
    GELU,
    /** 1 / (1 + exp(−x)). */
    SIGMOID,
    /** ln(1 + exp(x)) (Dugas et al. 2001). */
    SOFTPLUS,
    /** The hyperbolic tangent. */
    TANH
  }

  /** A function that is given no number. */
  public Activation(Function function) {
    this(function, 0);
  }

  @Override
  public String typeName() {
    String[] words = function.name().toLowerCase(Locale.ROOT).split("_", 2);
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitActivation(this);
  }
}
