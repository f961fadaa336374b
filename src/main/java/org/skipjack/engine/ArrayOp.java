package org.skipjack.engine;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * One of ND4J's operations on arrays that stay the same, prepared once and run again and again.
 *
 * <p>A run allocates no native memory; {@code array.muli(number)} allocates some for the number at
 * each call. The arrays must stay open for as long as the operation runs. One thread at a time.
 */
public final class ArrayOp implements AutoCloseable {
  private final CustomOp op;
  private final OpContext context;
  private final DoublePointer factor = new DoublePointer(1);

  private ArrayOp(String name, INDArray result, INDArray... inputs) {
    op = DynamicCustomOp.builder(name).build();
    context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(inputs);
    context.setOutputArrays(result);
  }

  /** {@code result ← x + factor · y}; the result may be x or y. */
  public static ArrayOp sum(INDArray result, INDArray x, INDArray y) {
    return new ArrayOp("axpy", result, x, y).factor(1);
  }

  /** {@code result ← x · y}, value by value; the result may be x or y. */
  public static ArrayOp product(INDArray result, INDArray x, INDArray y) {
    return new ArrayOp("multiply", result, x, y);
  }

  /** {@code result ← √(sum of x²)}, one value. */
  public static ArrayOp norm(INDArray result, INDArray x) {
    return new ArrayOp("reduce_norm2", result, x);
  }

  /** Runs with the factor of the run before, at first 1. */
  public void run() {
    Nd4j.exec(op, context);
  }

  /** Runs with this factor, in double precision up to the operation, and in the arrays' there. */
  public void run(double newFactor) {
    factor(newFactor).run();
  }

  private ArrayOp factor(double value) {
    factor.put(0, value);
    // The context's own setter allocates native memory for its arguments at each call.
    NativeOpsHolder.getInstance()
        .getDeviceNativeOps()
        .setGraphContextTArguments((OpaqueContext) context.contextPointer(), factor, 1);
    return this;
  }

  /** Frees what the operation holds; the arrays stay. */
  @Override
  public void close() {
    context.purge();
    factor.close();
  }
}
