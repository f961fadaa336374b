package org.skipjack.net;

/**
 * A visitor with a method for each kind of layer.
 *
 * @param <R> what the visit gives
 */
public interface LayerVisitor<R> {
  /** Called for a convolution. */
  R visitConv(Layer.Conv layer);

  /** Called for a convolution of each channel. */
  R visitDepthwiseConv(Layer.DepthwiseConv layer);

  /** Called for batch normalization. */
  R visitBatchNorm(Layer.BatchNorm layer);

  /** Called for a rectifier. */
  R visitRelu(Layer.Relu layer);

  /** Called for a leaky rectifier. */
  R visitLeakyRelu(Layer.LeakyRelu layer);

  /** Called for an exponential linear unit. */
  R visitElu(Layer.Elu layer);

  /** Called for a Gaussian error linear unit. */
  R visitGelu(Layer.Gelu layer);

  /** Called for a softplus. */
  R visitSoftplus(Layer.Softplus layer);

  /** Called for a logistic function. */
  R visitSigmoid(Layer.Sigmoid layer);

  /** Called for a hyperbolic tangent. */
  R visitTanh(Layer.Tanh layer);

  /** Called for a softmax. */
  R visitSoftmax(Layer.Softmax layer);

  /** Called for a multiplication by a constant. */
  R visitScale(Layer.Scale layer);

  /** Called for max pooling. */
  R visitMaxPool(Layer.MaxPool layer);

  /** Called for average pooling. */
  R visitAvgPool(Layer.AvgPool layer);

  /** Called for global average pooling. */
  R visitGlobalAvgPool(Layer.GlobalAvgPool layer);

  /** Called for a flattening. */
  R visitFlatten(Layer.Flatten layer);

  /** Called for a fully connected layer. */
  R visitDense(Layer.Dense layer);

  /** Called for dropout. */
  R visitDropout(Layer.Dropout layer);

  /** Called for stochastic depth. */
  R visitStochasticDepth(Layer.StochasticDepth layer);

  /** Called for squeeze and excitation. */
  R visitSqueezeExcitation(Layer.SqueezeExcitation layer);

  /** Called for a residual block. */
  R visitResidual(Layer.Residual layer);

  /** Called for a group of layers. */
  R visitBlock(Layer.Block layer);

  /** Called for a layer with a name. */
  R visitNamed(Layer.Named layer);
}
