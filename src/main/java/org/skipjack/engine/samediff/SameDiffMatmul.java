package org.skipjack.engine.samediff;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.engine.Threads;

/** A matrix product as the operation {@code matmul} that SameDiff's graphs hold. */
final class SameDiffMatmul implements MatrixProduct {
  private final int threads;
  private final INDArray left;
  private final INDArray right;
  private final INDArray result;
  private final CustomOp operation;

  SameDiffMatmul(Size size, int threads) {
    this.threads = threads;
    left = Nd4j.valueArrayOf(new long[] {size.rows(), size.inner()}, OPERAND, DataType.FLOAT);
    right = Nd4j.valueArrayOf(new long[] {size.inner(), size.columns()}, OPERAND, DataType.FLOAT);
    result = Nd4j.create(DataType.FLOAT, size.rows(), size.columns());
    operation = DynamicCustomOp.builder("matmul").addInputs(left, right).addOutputs(result).build();
  }

  @Override
  public void run() {
    Threads.use(threads);
    Nd4j.exec(operation);
  }

  @Override
  public double element() {
    return result.getDouble(0);
  }

  @Override
  public void close() {
    left.close();
    right.close();
    result.close();
  }
}
