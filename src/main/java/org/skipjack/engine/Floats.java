package org.skipjack.engine;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between arrays of Java and of ND4J, in C order, without allocating native memory. */
public final class Floats {
  private Floats() {}

  /**
   * Copies all values of {@code from} to the beginning of {@code to}.
   *
   * @param from float32
   */
  public static void read(INDArray from, float[] to) {
    INDArray rows = isInOrder(from) ? from : from.dup('c');
    new FloatPointer(rows.data().addressPointer()).get(to, 0, Math.toIntExact(rows.length()));
  }

  /**
   * Fills {@code to} with the beginning of {@code from}.
   *
   * @param to float32 or float64, values next to each other in C order
   */
  public static void write(float[] from, INDArray to) {
    write(from, Math.toIntExact(to.length()), to, 0);
  }

  /**
   * Writes the first {@code count} values of {@code from} to {@code to}, from the place {@code at}
   * on in C order.
   *
   * @param to float32 or float64, values next to each other in C order
   */
  public static void write(float[] from, int count, INDArray to, long at) {
    if (!isInOrder(to)) {
      throw new IllegalArgumentException("the values of the array do not lie in C order.");
    }
    if (to.dataType() == DataType.FLOAT) {
      new FloatPointer(to.data().addressPointer()).getPointer(at).put(from, 0, count);
    } else {
      DoublePointer memory = new DoublePointer(to.data().addressPointer()).getPointer(at);
      for (int i = 0; i < count; i++) {
        memory.put(i, from[i]);
      }
    }
  }

  private static boolean isInOrder(INDArray array) {
    long next = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      if (array.size(axis) > 1 && array.stride(axis) != next) {
        return false;
      }
      next *= array.size(axis);
    }
    return true;
  }
}
