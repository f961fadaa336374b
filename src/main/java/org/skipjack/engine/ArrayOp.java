package org.skipjack.engine;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * An ND4J operation on fixed arrays, prepared once and run repeatedly.
 *
 * <p>A run allocates no native memory; {@code array.muli(number)} allocates some for the number at
 * each call. The arrays must stay open for as long as the operation runs. One thread at a time.
 */
public final class ArrayOp implements AutoCloseable {
  private final Runnable execution;
  private final OpContext context = Nd4j.getExecutioner().buildContext();
  private final DoublePointer factor = new DoublePointer(1);

  private ArrayOp(String name, INDArray result, INDArray... inputs) {
    CustomOp op = DynamicCustomOp.builder(name).build();
    context.setInputArrays(inputs);
    context.setOutputArrays(result);
    execution = () -> Nd4j.exec(op, context);
  }

  /** Of ND4J's older kind, which carries its arrays itself. */
  private ArrayOp(Op op) {
    execution = () -> Nd4j.exec(op);
  }

  /** {@code result ← x + factor · y}; the result may be x or y. */
  public static ArrayOp sum(INDArray result, INDArray x, INDArray y) {
    return new ArrayOp("axpy", result, x, y).factor(1);
  }

  /** {@code result ← x · y}, value by value; the result may be x or y. */
  public static ArrayOp product(INDArray result, INDArray x, INDArray y) {
    return new ArrayOp("multiply", result, x, y);
  }

  /** {@code result ← x / y}, value by value; the result may be x or y. */
  public static ArrayOp quotient(INDArray result, INDArray x, INDArray y) {
    return new ArrayOp("divide", result, x, y);
  }

  /** {@code result ← √x}, value by value. */
  public static ArrayOp root(INDArray result, INDArray x) {
    return new ArrayOp(new Sqrt(x, result));
  }

  /** {@code result ← √(sum of x²)}; the result is a scalar. */
  public static ArrayOp norm(INDArray result, INDArray x) {
    return new ArrayOp("reduce_norm2", result, x);
  }

  /** Runs with the factor of the run before, at first 1. */
  public void run() {
    execution.run();
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
