package org.skipjack.view;

import java.util.List;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Affine;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.GlobalAvgPool;
import org.skipjack.graph.Multiply;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Op;
import org.skipjack.graph.OpVisitor;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Softmax;
import org.skipjack.graph.ZeroPad;

/**
 * The equations of each operation, forward and backward.
 *
 * @param inputs what it reads
 * @param output what it is called
 * @param gradient the gradient of the loss with respect to its output
 * @param index what stands below its parameters' symbols
 * @param spread whether its second input is one value for each channel of the first
 */
record OpEquations(
    List<Formula> inputs, Formula output, Formula gradient, String index, boolean spread)
    implements OpVisitor<OpEquations.Rule> {

  /**
   * The equations of an operation.
   *
   * @param forward its output, without the left side
   * @param toInputs the gradient that it hands to each of its inputs
   * @param toParameters the gradients of its parameters, whole equations
   * @param parameters its parameters' symbols
   */
  record Rule(
      Formula forward,
      List<Formula> toInputs,
      List<Formula> toParameters,
      List<Formula> parameters) {

    static Rule of(Formula forward, Formula... toInputs) {
      return new Rule(forward, List.of(toInputs), List.of(), List.of());
    }
  }

  private Formula in() {
    return inputs.get(0);
  }

  private Formula letter(String text, String latex) {
    return Formula.symbol(text, latex, index);
  }

  private Formula formula(String text, String latex, Formula... more) {
    Formula[] all = new Formula[more.length + 3];
    all[0] = in();
    all[1] = output;
    all[2] = gradient;
    System.arraycopy(more, 0, all, 3, more.length);
    return Formula.of(text, latex, all);
  }

  /** A function of each value; {@code slope} is its derivative. */
  private Rule pointwise(String text, String latex, String slope, String slopeLatex) {
    return Rule.of(formula(text, latex), formula(slope + " ⊙ $3", slopeLatex + " \\odot $3"));
  }

  @Override
  public Rule visitInput(Op.Input op) {
    return Rule.of(Formula.same("x"));
  }

  @Override
  public Rule visitConv2d(Conv2d op) {
    Formula w = letter("W", "W");
    Formula b = letter("b", "b");
    Formula weights = w.gradient().equalTo(formula("$1 ⋆ $3", "$1 \\star $3"));
    Formula forward = formula("$4 ∗ $1", "$4 * $1", w);
    Formula toInput = formula("$4ᵀ ∗ $3", "$4^{\\top} * $3", w);
    return op.bias()
        ? new Rule(forward.plus(b), List.of(toInput), List.of(weights, summed(b)), List.of(w, b))
        : new Rule(forward, List.of(toInput), List.of(weights), List.of(w));
  }

  /** The gradient of what is added everywhere. */
  private Formula summed(Formula parameter) {
    return parameter.gradient().equalTo(formula("Σ $3", "\\textstyle\\sum $3"));
  }

  @Override
  public Rule visitDense(Dense op) {
    Formula w = letter("W", "W");
    Formula b = letter("b", "b");
    return new Rule(
        formula("$4 $1 + $5", "$4 $1 + $5", w, b),
        List.of(formula("$4ᵀ $3", "$4^{\\top} $3", w)),
        List.of(w.gradient().equalTo(formula("$3 $1ᵀ", "$3 \\, $1^{\\top}")), summed(b)),
        List.of(w, b));
  }

  @Override
  public Rule visitBatchNorm(BatchNorm op) {
    Formula gamma = letter("γ", "\\gamma");
    Formula beta = letter("β", "\\beta");
    Formula mean = letter("μ", "\\mu");
    Formula deviation = letter("σ", "\\sigma");
    Formula normal = letter("n", "n");
    return new Rule(
        formula(
            "$4 $6 + $5, $6 = ($1 − $7) / $8",
            "$4 $6 + $5,\\; $6 = ($1 - $7) / $8",
            gamma,
            beta,
            normal,
            mean,
            deviation),
        List.of(
            formula(
                "$4/$5 ($3 − mean($3) − $6 mean($6 ⊙ $3))",
                "\\tfrac{$4}{$5}\\left($3 - \\overline{$3} - $6 \\,\\overline{$6 \\odot $3}\\right)",
                gamma,
                deviation,
                normal)),
        List.of(
            gamma.gradient().equalTo(formula("Σ $4 ⊙ $3", "\\textstyle\\sum $4 \\odot $3", normal)),
            summed(beta)),
        List.of(gamma, beta));
  }

  @Override
  public Rule visitActivation(Activation op) {
    String alpha = Double.toString(op.alpha());
    return switch (op.function()) {
      case RELU -> pointwise("max($1, 0)", "\\max($1, 0)", "[$1 > 0]", "[$1 > 0]");
      case LEAKY_RELU ->
          pointwise(
              "max($1, " + alpha + " $1)",
              "\\max($1, " + alpha + " $1)",
              "([$1 > 0] + " + alpha + " [$1 ≤ 0])",
              "([$1 > 0] + " + alpha + "[$1 \\le 0])");
      case ELU ->
          pointwise(
              "$1 where > 0, else " + alpha + " (exp($1) − 1)",
              "\\mathrm{elu}($1)",
              "([$1 > 0] + " + alpha + " exp($1) [$1 ≤ 0])",
              "([$1 > 0] + " + alpha + " e^{$1}[$1 \\le 0])");
      case GELU ->
          pointwise(
              "$1 Φ($1)", "$1 \\Phi($1)", "(Φ($1) + $1 φ($1))", "(\\Phi($1) + $1 \\varphi($1))");
      case SIGMOID -> pointwise("σ($1)", "\\sigma($1)", "$2 (1 − $2)", "$2 (1 - $2)");
      case SOFTPLUS -> pointwise("ln(1 + exp($1))", "\\ln(1 + e^{$1})", "σ($1)", "\\sigma($1)");
      case TANH -> pointwise("tanh($1)", "\\tanh($1)", "(1 − $2²)", "(1 - $2^2)");
    };
  }

  @Override
  public Rule visitSoftmax(Softmax op) {
    return Rule.of(
        formula("exp($1) / Σ exp($1)", "e^{$1} / \\textstyle\\sum e^{$1}"),
        formula("$2 ⊙ ($3 − Σ $2 ⊙ $3)", "$2 \\odot ($3 - \\textstyle\\sum $2 \\odot $3)"));
  }

  @Override
  public Rule visitAffine(Affine op) {
    if (op.factor() == -1 && op.offset() == 1) {
      return Rule.of(formula("1 − $1", "1 - $1"), formula("−$3", "-$3"));
    }
    String factor = Double.toString(op.factor());
    String offset = op.offset() == 0 ? "" : " + " + op.offset();
    return Rule.of(
        formula(factor + " $1" + offset, factor + "\\, $1" + offset),
        formula(factor + " $3", factor + "\\, $3"));
  }

  @Override
  public Rule visitMultiply(Multiply op) {
    Formula other = inputs.get(1);
    return Rule.of(
        formula("$1 ⊙ $4", "$1 \\odot $4", other),
        formula("$4 ⊙ $3", "$4 \\odot $3", other),
        spread
            ? formula("Σ $1 ⊙ $3", "\\textstyle\\sum $1 \\odot $3")
            : formula("$1 ⊙ $3", "$1 \\odot $3"));
  }

  @Override
  public Rule visitNoise(Noise op) {
    Formula mask = letter("m", "m");
    return Rule.of(
        formula("$4 ⊙ $1", "$4 \\odot $1", mask), formula("$4 ⊙ $3", "$4 \\odot $3", mask));
  }

  /** A linear map without parameters, and its transpose. */
  private Rule linear(String name) {
    String latex = "\\mathrm{" + name + "}";
    return Rule.of(
        formula(name + "($1)", latex + "\\left($1\\right)"),
        formula(name + "ᵀ($3)", latex + "^{\\top}\\left($3\\right)"));
  }

  @Override
  public Rule visitPool2d(Pool2d op) {
    return linear(op.typeName().replace("2d", ""));
  }

  @Override
  public Rule visitGlobalAvgPool(GlobalAvgPool op) {
    return linear("mean");
  }

  @Override
  public Rule visitFlatten(Op.Flatten op) {
    return linear("flatten");
  }

  @Override
  public Rule visitZeroPad(ZeroPad op) {
    return linear("pad");
  }

  @Override
  public Rule visitAdd(Op.Add op) {
    return Rule.of(in().plus(inputs.get(1)), gradient, gradient);
  }
}
