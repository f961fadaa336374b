package org.skipjack.data;

import java.nio.FloatBuffer;
import java.util.concurrent.CancellationException;

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
  private final Picture picture;
  private final float[] image;
  private final Slot[] slots;

  /**
   * @param batchSize the number of images in a batch
   * @param lastSize the number of images in the last batch of a pass
   */
  BatchDecoder(Dataset dataset, PixelMean mean, int batchSize, int lastSize) {
    this.dataset = dataset;
    this.mean = mean.backing();
    this.picture = new Picture(mean);
    this.image = new float[dataset.imageSize()];
    this.slots = new Slot[SLOTS];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = Slot.allocate(dataset, batchSize, lastSize);
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
  Batch decode(Changes changes, int[] indices, int number) {
    Slot slot = slots[number % SLOTS];
    FloatBuffer memory = slot.memory();
    int[] labels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the batch is not wanted any more");
      }
      labels[i] = dataset.label(indices[i]);
      dataset.copyImage(indices[i], picture.pixels(), 0);
      changes.change(picture, indices[i]);
      lookUp(picture.pixels());
      subtractMean();
      memory.put(i * image.length, image);
    }
    double share = changes.share(number);
    if (share < 1) {
      Mixing.mix(memory, indices.length, image.length, (float) share);
    }
    return new Batch(slot.images(indices.length), labels, indices, share);
  }

  // HotSpot vectorises the subtraction only where it has a loop to itself.

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
    for (Slot slot : slots) {
      slot.close();
    }
  }
}
