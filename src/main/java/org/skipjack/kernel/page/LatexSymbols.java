package org.skipjack.kernel.page;

import java.util.HashMap;
import java.util.Map;

/** The commands of LaTeX that stand for one character or word. */
final class LatexSymbols {
  /** Written upright or slanted like letters. */
  static final Map<String, String> LETTERS =
      pairs(
          "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ"
              + " lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ"
              + " psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ"
              + " Omega Ω ell ℓ infty ∞ partial ∂ nabla ∇ emptyset ∅ top ⊤ ldots … dots … cdots ⋯"
              + " vdots ⋮ max max min min log log exp exp sin sin cos cos tanh tanh lim lim arg arg"
              + " det det dim dim ln ln Pr Pr prime ′");

  /** Written with space around them, as operators are. */
  static final Map<String, String> OPERATORS =
      pairs(
          "times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ odot ⊙ otimes ⊗ oplus ⊕ le ≤ leq ≤"
              + " ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ propto ∝ ll ≪ gg ≫ to → rightarrow →"
              + " leftarrow ← mapsto ↦ Rightarrow ⇒ iff ⇔ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ forall ∀"
              + " exists ∃ land ∧ lor ∨ neg ¬ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | vert | mid |"
              + " langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ colon : setminus ∖");

  /** Written large, with their limits under and over them. */
  static final Map<String, String> LARGE = pairs("sum ∑ prod ∏ int ∫ bigcup ⋃ bigcap ⋂");

  /** Widths in em. */
  static final Map<String, String> SPACES =
      pairs(", 0.17em : 0.22em ; 0.28em ! -0.17em quad 1em qquad 2em");

  /** Marks over a letter. */
  static final Map<String, String> ACCENTS =
      pairs("hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨");

  private static final int SCRIPT_A = 0x1D49C;
  private static final int BOLD_A = 0x1D400;
  private static final int DOUBLE_A = 0x1D538;
  private static final Map<Character, String> SCRIPT =
      Map.of('B', "ℬ", 'E', "ℰ", 'F', "ℱ", 'H', "ℋ", 'I', "ℐ", 'L', "ℒ", 'M', "ℳ", 'R', "ℛ");
  private static final Map<Character, String> DOUBLE =
      Map.of('C', "ℂ", 'H', "ℍ", 'N', "ℕ", 'P', "ℙ", 'Q', "ℚ", 'R', "ℝ", 'Z', "ℤ");

  private LatexSymbols() {}

  /** Letters in another alphabet: {@code mathcal}, {@code mathbb} or {@code mathbf}. */
  static String alphabet(String command, String letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      text.append(
          switch (command) {
            case "mathcal" -> SCRIPT.getOrDefault(letter, capital(letter, SCRIPT_A));
            case "mathbb" -> DOUBLE.getOrDefault(letter, capital(letter, DOUBLE_A));
            default -> bold(letter);
          });
    }
    return text.toString();
  }

  private static String capital(char letter, int a) {
    return letter >= 'A' && letter <= 'Z'
        ? Character.toString(a + letter - 'A')
        : String.valueOf(letter);
  }

  private static String bold(char letter) {
    return letter >= 'a' && letter <= 'z'
        ? Character.toString(BOLD_A + 26 + letter - 'a')
        : capital(letter, BOLD_A);
  }

  private static Map<String, String> pairs(String text) {
    String[] words = text.split(" ", -1);
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      pairs.put(words[i], words[i + 1]);
    }
    return Map.copyOf(pairs);
  }
}
