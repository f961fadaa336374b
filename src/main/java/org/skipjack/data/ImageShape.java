package org.skipjack.data;

/** The shape of one image or of the mean of many, without the batch. */
public record ImageShape(int channels, int height, int width) {
  public static ImageShape of(Dataset dataset) {
    return new ImageShape(dataset.channels(), dataset.height(), dataset.width());
  }

  /** The number of values. */
  public long size() {
    return (long) channels * height * width;
  }

  /** For example {@code "[3, 32, 32]"}. */
  @Override
  public String toString() {
    return "[" + channels + ", " + height + ", " + width + "]";
  }
}
