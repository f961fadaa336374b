package org.skipjack.train.health;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.engine.ArrayOp;
import org.skipjack.engine.Floats;

/** Checks that all values of an array are finite; a successful check allocates nothing. */
public final class NonFiniteCheck implements AutoCloseable {
  private final INDArray values;
  private final INDArray norm;
  private final ArrayOp measure;
  private double last;

  public NonFiniteCheck(INDArray values) {
    this.values = values;
    this.norm = Nd4j.scalar(values.dataType(), 0);
    this.measure = ArrayOp.norm(norm, values);
  }

  /** Whether all values are finite now. */
  public boolean holds() {
    measure.run();
    last = norm.getDouble(0);
    return Double.isFinite(last) || scan();
  }

  /** A norm in float32 is infinite before its values are. */
  private boolean scan() {
    float[] floats = new float[Math.toIntExact(values.length())];
    Floats.read(values, floats);
    double squares = 0;
    for (float value : floats) {
      squares += (double) value * value;
    }
    last = Math.sqrt(squares);
    return Double.isFinite(last);
  }

  /** The Euclidean norm that was found; NaN or infinite where the values are not finite. */
  public double norm() {
    return last;
  }

  @Override
  public void close() {
    measure.close();
    norm.close();
  }
}
