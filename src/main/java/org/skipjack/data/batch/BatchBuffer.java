package org.skipjack.data.batch;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.skipjack.data.Dataset;

/**
 * Native memory for the images of one batch after another.
 *
 * @param all all of it, {@code [largest batch · C · H · W]}
 * @param whole the same as {@code [largest batch, C, H, W]}
 * @param last its beginning, as large as the last batch of a pass
 * @param memory its values
 */
record BatchBuffer(INDArray all, INDArray whole, INDArray last, FloatBuffer memory) {

  /** Room for {@code batchSize} images, and for {@code lastSize} at the end of a pass. */
  static BatchBuffer allocate(Dataset images, int batchSize, int lastSize) {
    long values = Math.multiplyExact(batchSize, images.imageSize());
    INDArray all = Nd4j.createUninitialized(DataType.FLOAT, values);
    FloatPointer address = new FloatPointer(all.data().addressPointer());
    return new BatchBuffer(
        all,
        beginning(all, images, batchSize),
        beginning(all, images, lastSize),
        address.capacity(values).asBuffer());
  }

  private static INDArray beginning(INDArray all, Dataset images, int size) {
    return all.get(NDArrayIndex.interval(0, (long) size * images.imageSize()))
        .reshape('c', size, images.channels(), images.height(), images.width());
  }

  /** The array for a batch of a size. */
  INDArray images(int size) {
    return size == whole.size(0) ? whole : last;
  }

  void close() {
    all.close();
  }
}
