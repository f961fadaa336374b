package org.skipjack.data.batch;

import java.nio.FloatBuffer;
import java.util.concurrent.CancellationException;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;
import org.skipjack.data.augmentation.ImageBuffer;
import org.skipjack.data.augmentation.Mixing;
import org.skipjack.data.augmentation.Transforms;

/**
 * Turns the bytes of images into the floats of a batch, {@code pixel / 255 − mean}, in native
 * memory that it uses again: what one batch holds is there until the next but one is decoded.
 */
final class BatchDecoder {
  /** How many batches are there at a time: one is in use while another is decoded. */
  static final int SLOTS = 2;

  private static final float[] SHARES = shares();

  private final Dataset dataset;
  private final float[] mean;
  private final ImageBuffer imageBuffer;
  private final float[] image;
  private final BatchBuffer[] slots;

  /**
   * @param batchSize the number of images in a batch
   * @param lastSize the number of images in the last batch of a pass
   */
  BatchDecoder(Dataset dataset, PixelMean mean, int batchSize, int lastSize) {
    this.dataset = dataset;
    this.mean = mean.backing();
    this.imageBuffer = new ImageBuffer(mean);
    this.image = new float[dataset.imageSize()];
    this.slots = new BatchBuffer[SLOTS];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = BatchBuffer.allocate(dataset, batchSize, lastSize);
    }
  }

  private static float[] shares() {
    float[] shares = new float[256];
    for (int value = 0; value < shares.length; value++) {
      shares[value] = value / 255f;
    }
    return shares;
  }

  /** Decodes the images of a batch of a pass; gives up if the thread is interrupted. */
  Batch decode(Transforms transforms, int[] indices, int number) {
    BatchBuffer batchBuffer = slots[number % SLOTS];
    FloatBuffer memory = batchBuffer.memory();
    int[] labels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the batch is not wanted any more");
      }
      labels[i] = dataset.label(indices[i]);
      dataset.copyImage(indices[i], imageBuffer.pixels(), 0);
      transforms.change(imageBuffer, indices[i]);
      lookUp(imageBuffer.pixels());
      subtractMean();
      memory.put(i * image.length, image);
    }
    double share = transforms.share(number);
    if (share < 1) {
      Mixing.mix(memory, indices.length, image.length, (float) share);
    }
    return new Batch(batchBuffer.images(indices.length), labels, indices, share);
  }

  // HotSpot vectorizes the subtraction only where it has a loop to itself.

  private void lookUp(byte[] pixels) {
    for (int i = 0; i < image.length; i++) {
      image[i] = SHARES[pixels[i] & 0xFF];
    }
  }

  private void subtractMean() {
    for (int i = 0; i < image.length; i++) {
      image[i] -= mean[i];
    }
  }

  void close() {
    for (BatchBuffer batchBuffer : slots) {
      batchBuffer.close();
    }
  }
}
