package org.skipjack.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * A data set cut into batches: {@code [N, C, H, W]} float32 arrays of pixel / 255 − mean.
 *
 * <p>Every batch has {@code batchSize} images but the last, which has what is left. All full
 * batches share one array and the short ones another, so nothing is allocated in native memory
 * after the first epoch; a batch's images are valid until the next batch is taken. For the same
 * reason only the newest iteration can go on: an older one says so. Not safe for use by several
 * threads.
 */
public final class Batches {
  private final Dataset dataset;
  private final int batchSize;
  private final BatchDecoder decoder;
  private int iterations;

  /**
   * Batches of {@code dataset}.
   *
   * @param mean what is subtracted from each image, usually that of the training set
   * @param batchSize the number of images in a batch; positive
   * @throws IllegalArgumentException if {@code batchSize} is not positive
   * @throws DatasetException if the mean image has another shape than the images
   */
  public Batches(Dataset dataset, PixelMean mean, int batchSize) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException(
          "the batch size must be positive, got " + batchSize + ". Fix: use 32, 64 or 128.");
    }
    ImageShape images = ImageShape.of(dataset);
    if (!images.equals(mean.shape())) {
      throw new DatasetException(
          """
          the mean image does not fit the images of %s (CHW).

              images  %s
              mean    %s

          Fix: use PixelMean.of(the training set)."""
              .formatted(dataset.name(), images, mean.shape()));
    }
    this.dataset = dataset;
    this.batchSize = Math.min(batchSize, dataset.size());
    this.decoder = new BatchDecoder(dataset, mean, this.batchSize);
  }

  /** The number of batches in one pass, counting a short last one. */
  public int count() {
    return (dataset.size() + batchSize - 1) / batchSize;
  }

  /** One pass in the order of the data set. */
  public Iterable<Batch> inOrder() {
    int[] order = IntStream.range(0, dataset.size()).toArray();
    return () -> new Pass(order);
  }

  /** One pass in a random order that depends on nothing but {@code order}. */
  public Iterable<Batch> shuffled(Seed order) {
    int[] shuffled = order.random().permutation(dataset.size());
    return () -> new Pass(shuffled);
  }

  private final class Pass implements Iterator<Batch> {
    private final int[] order;
    private final int number;
    private int next;

    Pass(int[] order) {
      this.order = order;
      this.number = ++iterations;
    }

    @Override
    public boolean hasNext() {
      return next < order.length;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException(
            "all " + count() + " batches of " + dataset.name() + " have been taken.");
      }
      if (number != iterations) {
        throw new IllegalStateException(
            "another pass over these batches of "
                + dataset.name()
                + " has begun and uses their memory.\n"
                + "Fix: finish a pass first, or make a second Batches.");
      }
      int[] indices = Arrays.copyOfRange(order, next, Math.min(next + batchSize, order.length));
      next += indices.length;
      return decoder.decode(indices);
    }
  }
}
