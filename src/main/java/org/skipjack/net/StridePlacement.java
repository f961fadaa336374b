package org.skipjack.net;

/** Which convolution of a bottleneck takes the stride. */
public enum StridePlacement implements Option.BlockOption, Option.FamilyOption {

  /** The first 1×1 convolution, as in He et al. 2015 (arXiv:1512.03385): "v1". */
  IN_1X1("strideIn1x1"),

  /** The 3×3 convolution, as in Facebook's fb.resnet.torch: "v1.5", more exact and dearer. */
  IN_3X3("strideIn3x3");

  private final String word;

  StridePlacement(String word) {
    this.word = word;
  }

  @Override
  public String keyword() {
    return word;
  }

  @Override
  public String kind() {
    return "stride placement";
  }
}
