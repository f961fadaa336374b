package org.skipjack.graph;

/**
 * A visitor with a method for each kind of operation; engines implement it.
 *
 * @param <R> what the visit gives
 */
public interface OpVisitor<R> {
  /** Called for the input of the graph. */
  R visitInput(Op.Input op);

  /** Called for a convolution. */
  R visitConv2d(Conv2d op);

  /** Called for a fully connected layer. */
  R visitDense(Dense op);

  /** Called for batch normalization. */
  R visitBatchNorm(BatchNorm op);

  /** Called for a function of each value. */
  R visitActivation(Activation op);

  /** Called for pooling over windows. */
  R visitPool2d(Pool2d op);

  /** Called for the mean of each channel. */
  R visitGlobalAvgPool(GlobalAvgPool op);

  /** Called for a flattening. */
  R visitFlatten(Op.Flatten op);

  /** Called for a multiplication by random factors: dropout, stochastic depth. */
  R visitNoise(Noise op);

  /** Called for a softmax over channels. */
  R visitSoftmax(Softmax op);

  /** Called for a multiplication by a constant and an addition of one. */
  R visitAffine(Affine op);

  /** Called for a product of two tensors. */
  R visitMultiply(Multiply op);

  /** Called for the addition that ends a residual block. */
  R visitAdd(Op.Add op);

  /** Called for a shortcut without parameters that changes the shape. */
  R visitZeroPad(ZeroPad op);
}
