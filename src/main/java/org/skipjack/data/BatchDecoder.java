package org.skipjack.data;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Turns bytes into the floats of a batch, in memory that it uses again. */
final class BatchDecoder {
  private final Dataset dataset;
  private final float[] mean;
  private final float[] staging;
  private final Map<Integer, Target> targets = new HashMap<>();

  /**
   * @param largest the number of images in the largest batch
   */
  BatchDecoder(Dataset dataset, PixelMean mean, int largest) {
    this.dataset = dataset;
    this.mean = mean.backing();
    this.staging = new float[Math.multiplyExact(largest, dataset.imageSize())];
  }

  Batch decode(int[] indices) {
    int imageSize = dataset.imageSize();
    int[] labels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      labels[i] = dataset.label(indices[i]);
      decode(indices[i] * imageSize, i * imageSize);
    }
    Target target = targets.computeIfAbsent(indices.length, this::allocate);
    target.memory.put(staging, 0, indices.length * imageSize);
    return new Batch(target.images, labels, indices);
  }

  private void decode(int from, int to) {
    byte[] pixels = dataset.pixels();
    for (int i = 0; i < mean.length; i++) {
      staging[to + i] = (pixels[from + i] & 0xFF) / 255f - mean[i];
    }
  }

  private Target allocate(int images) {
    INDArray array =
        Nd4j.createUninitialized(
            DataType.FLOAT,
            new long[] {images, dataset.channels(), dataset.height(), dataset.width()},
            'c');
    return new Target(array, new FloatPointer(array.data().addressPointer()));
  }

  /**
   * An array and the address of its first value; the array is kept because the address does not
   * keep it alive.
   */
  private record Target(INDArray images, FloatPointer memory) {}
}
