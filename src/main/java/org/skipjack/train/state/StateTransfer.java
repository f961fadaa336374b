package org.skipjack.train.state;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Saves the state of a training to a checkpoint, or restores it. A part names its state in one
 * method for both directions, so what is written is what is read.
 */
public interface StateTransfer {

  /** The same transfer under names that begin with that of a part. */
  default StateTransfer in(String part) {
    return new PartTransfer(this, part + "/");
  }

  /** Values that are read here, or overwritten; float32. */
  void array(String name, INDArray values);

  /** Values that are read here, or overwritten. */
  void integers(String name, int[] values);

  /** Takes a number out, and gives it back; or gives the one that was taken out. */
  double number(String name, double value);

  /** As {@link #number}, for whole numbers. */
  long integer(String name, long value);

  /** A transfer that puts a prefix before names. */
  record PartTransfer(StateTransfer whole, String prefix) implements StateTransfer {
    @Override
    public void array(String name, INDArray values) {
      whole.array(prefix + name, values);
    }

    @Override
    public void integers(String name, int[] values) {
      whole.integers(prefix + name, values);
    }

    @Override
    public double number(String name, double value) {
      return whole.number(prefix + name, value);
    }

    @Override
    public long integer(String name, long value) {
      return whole.integer(prefix + name, value);
    }
  }
}
