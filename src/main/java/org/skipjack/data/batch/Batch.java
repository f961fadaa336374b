package org.skipjack.data.batch;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.Dataset;

/**
 * A batch: images of a data set, decoded for a net, with their labels.
 *
 * <p>{@link #images()} belongs to the {@link Batches} that made it and holds the next batch once
 * that is taken; copy what must last. The labels and indices stay.
 */
public final class Batch {
  private final INDArray images;
  private final int[] labels;
  private final int[] indices;
  private final double share;

  /**
   * A batch of these parts, whose images are not mixed.
   *
   * @param images {@code [N, C, H, W]}, float32, C order: pixel / 255 − mean
   * @param labels the N classes, indices into {@link Dataset#classNames()}
   * @param indices where the N images are in their data set
   * @throws IllegalArgumentException if the three do not have the same length
   */
  public Batch(INDArray images, int[] labels, int[] indices) {
    this(images, labels, indices, 1);
  }

  /**
   * A batch of these parts.
   *
   * @param share of itself in each image; the rest is the image at its place in the reversed batch
   */
  Batch(INDArray images, int[] labels, int[] indices, double share) {
    if (images.size(0) != labels.length || labels.length != indices.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a batch needs as many images as labels and indices, got %d, %d and %d.",
              images.size(0),
              labels.length,
              indices.length));
    }
    this.images = images;
    this.labels = labels.clone();
    this.indices = indices.clone();
    this.share = share;
  }

  /** The images, {@code [N, C, H, W]}, float32, C order; valid until the next batch is taken. */
  public INDArray images() {
    return images;
  }

  /** The class of each image, a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** Where each image is in its data set, a copy. */
  public int[] indices() {
    return indices.clone();
  }

  /**
   * What each image has of itself, in [0, 1]; the rest is of the image at its place in the reversed
   * batch: mixup. 1 where images are not mixed.
   */
  public double share() {
    return share;
  }

  /** The number of images. */
  public int size() {
    return labels.length;
  }
}
