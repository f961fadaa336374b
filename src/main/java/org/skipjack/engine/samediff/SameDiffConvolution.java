package org.skipjack.engine.samediff;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.Conv2d;
import org.skipjack.net.Window;

/**
 * A convolution in SameDiff's operations.
 *
 * @param sameDiff the graph that it is added to
 * @param type of its values
 * @param op what it computes
 */
record SameDiffConvolution(SameDiff sameDiff, DataType type, Conv2d op) {

  /** The convolution of an input {@code [N, C, H, W]}. */
  SDVariable of(SDVariable input, SDVariable weight, @Nullable SDVariable bias) {
    Window window = op.window();
    SDVariable full = op.groups() == 1 ? weight : ungrouped(weight);
    // One tap lies apart from none; and the product of one weight with one place has no gradient.
    if (window.extent() > window.kernelSize()) {
      full = spread(full);
      window = new Window(window.extent(), window.stride(), window.padding());
    }
    // SameDiff's gradient forgets every weight layout but [kH, kW, in, out].
    SDVariable permuted = full.permute(2, 3, 1, 0);
    Conv2DConfig config = configure(window);
    return bias == null
        ? sameDiff.cnn.conv2d(input, permuted, config)
        : sameDiff.cnn.conv2d(input, permuted, bias, config);
  }

  /**
   * The weights of all pairs of channels, zero across groups: SameDiff has no groups, and its
   * depthwise convolution fails on some sizes. The meaning counts here, not the speed.
   */
  private SDVariable ungrouped(SDVariable weight) {
    int groups = op.groups();
    int filters = op.filters();
    long[] sizes = weight.getShape();
    int size = op.window().kernelSize();
    INDArray own = Nd4j.zeros(type, filters, groups, 1, 1);
    for (int filter = 0; filter < filters; filter++) {
      own.putScalar(new long[] {filter, filter / (filters / groups), 0, 0}, 1);
    }
    SDVariable mask = sameDiff.constant(weight.name() + "/groups", own);
    SDVariable repeated =
        sameDiff.reshape(weight, filters, 1, sizes[1], (long) size * size).mul(mask);
    return sameDiff.reshape(repeated, filters, groups * sizes[1], size, size);
  }

  /**
   * The weights of a window without dilation, zero between the taps: ND4J's dilated convolution
   * fails where it has oneDNN.
   */
  private SDVariable spread(SDVariable weight) {
    int size = op.window().kernelSize();
    int extent = op.window().extent();
    int step = op.window().dilation();
    INDArray places = Nd4j.zeros(type, (long) size * size, (long) extent * extent);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int to = y * step * extent + x * step;
        places.putScalar(new long[] {(long) y * size + x, to}, 1);
      }
    }
    SDVariable constant = sameDiff.constant(op + "/" + weight.name() + "/taps", places);
    SDVariable rows = sameDiff.reshape(weight, -1, (long) size * size);
    return sameDiff.reshape(rows.mmul(constant), op.filters(), -1, extent, extent);
  }

  static Conv2DConfig configure(Window window) {
    return Conv2DConfig.builder()
        .kH(window.kernelSize())
        .kW(window.kernelSize())
        .sH(window.stride())
        .sW(window.stride())
        .pH(window.padding())
        .pW(window.padding())
        .dH(1)
        .dW(1)
        .paddingMode(PaddingMode.VALID)
        .dataFormat("NCHW")
        .weightsFormat(WeightsFormat.YXIO)
        .build();
  }
}
