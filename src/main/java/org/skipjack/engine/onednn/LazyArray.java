package org.skipjack.engine.onednn;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array that is allocated at its first use and closed with its plan. */
final class LazyArray implements Supplier<INDArray>, AutoCloseable {
  private final Supplier<INDArray> make;
  private @Nullable INDArray array;

  LazyArray(Supplier<INDArray> make) {
    this.make = make;
  }

  @Override
  public INDArray get() {
    INDArray there = array;
    if (there == null) {
      there = make.get();
      array = there;
    }
    return there;
  }

  @Override
  public void close() {
    if (array != null) {
      array.close();
      array = null;
    }
  }
}
