package org.skipjack.net;

import java.util.Arrays;
import java.util.List;

/**
 * A finding of the papers about what a net does, and never an error: the net is built exactly as it
 * is written.
 *
 * @param kind what was found, and by whom
 * @param paths the blocks that it is about
 */
public record NetNote(Kind kind, List<String> paths) {

  /** Copies the list. */
  public NetNote {
    paths = List.copyOf(paths);
  }

  /** The findings that notes tell. */
  public enum Kind {
    /** F has one layer with weights. */
    ONE_LAYER_BLOCK(
        "one-layer-block",
        "F has a single layer with weights. A block is then nearly linear, and no advantage over a"
            + " plain net was seen; ResNet-110 with such blocks has 9.90 % error on CIFAR-10,"
            + " with two layers in each block 6.61 %.",
        "He et al. 2015, arXiv:1512.03385, §3.2; He et al. 2016, arXiv:1603.05027, Table 3"),

    /** F ends in a relu, before the addition. */
    RELU_BEFORE_ADDITION(
        "relu-before-addition",
        "F ends in relu, before the addition: F(x) is never negative, so the signal can only grow"
            + " from block to block. ResNet-110 has 7.84 % error on CIFAR-10 so, with the relu"
            + " behind the addition 6.61 %.",
        "He et al. 2016, arXiv:1603.05027, §4.1 and Table 2"),

    /** The net ends in softmax, which the loss of a training applies once more. */
    SOFTMAX_BEFORE_LOSS(
        "softmax-before-loss",
        "The net ends in softmax, and the loss of a training applies softmax itself: of what is"
            + " between 0 and 1 already, all classes then look nearly alike, and the net hardly"
            + " learns. Leave it out; predictions are probabilities all the same.",
        "the loss here is the cross-entropy of the softmax of the net's output");

    private final String word;
    private final String finding;
    private final String source;

    Kind(String word, String finding, String source) {
      this.word = word;
      this.finding = finding;
      this.source = source;
    }

    /** The name that {@link Net#silence} takes. */
    public String word() {
      return word;
    }

    /** What was found, in whole sentences. */
    public String finding() {
      return finding;
    }

    /** Who found it, and where that is written. */
    public String source() {
      return source;
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind named(String word) {
      List<String> known = Arrays.stream(values()).map(Kind::word).toList();
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(
              () -> {
                String near = LayerRegistry.didYouMean(word, known);
                return new IllegalArgumentException(
                    "there is no note called \"%s\"%s%nFix: silence(\"…\") with %s"
                        .formatted(word, near.isEmpty() ? "." : near, String.join(", ", known)));
              });
    }
  }

  /** The notes about a net, without those that are silenced; a kind of note comes once. */
  public static List<NetNote> of(Net net) {
    return NetLinter.of(net);
  }
}
