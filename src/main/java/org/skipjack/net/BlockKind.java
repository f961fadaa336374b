package org.skipjack.net;

/** The kind of a family's residual blocks: basic or bottleneck. */
public enum BlockKind implements Option.FamilyOption {

  /** Two 3×3 convolutions (He et al. 2015, arXiv:1512.03385, Fig. 5 left); see {@link Blocks}. */
  BASIC("basicBlocks", 2, 1),

  /**
   * A 1×1, a 3×3 and a 1×1 convolution, the last with four times as many filters (He et al. 2015,
   * Fig. 5 right).
   */
  BOTTLENECK("bottlenecks", 3, 4);

  private final String word;
  private final int layers;
  private final int expansion;

  BlockKind(String word, int layers, int expansion) {
    this.word = word;
    this.layers = layers;
    this.expansion = expansion;
  }

  /** The number of convolutions in a block. */
  public int layers() {
    return layers;
  }

  /** Channels of a block's output for each filter of its 3×3 convolutions. */
  public int expansion() {
    return expansion;
  }

  @Override
  public String keyword() {
    return word;
  }

  @Override
  public String kind() {
    return "blocks";
  }
}
