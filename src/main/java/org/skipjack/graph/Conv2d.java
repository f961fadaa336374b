package org.skipjack.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skipjack.net.Window;

/**
 * A 2-D convolution (cross-correlation) over NCHW input.
 *
 * <p>{@code [N, C, H, W]} to {@code [N, filters, H', W']} with {@code H' = floor((H + 2·padding −
 * extent) / stride) + 1}, and likewise {@code W'}; each group of {@code filters / groups} output
 * channels reads its own {@code C / groups} channels. Parameters, in order: {@code weight} {@code
 * [filters, C / groups, kernelSize, kernelSize]} and, where asked for, {@code bias} {@code
 * [filters]}.
 *
 * @param filters number of output channels
 * @param window size, stride, padding and dilation
 * @param groups groups of channels that are kept apart; 1 for a usual convolution
 * @param bias whether a constant is added to each output channel
 * @param initializer what weights and biases start with
 */
public record Conv2d(int filters, Window window, int groups, boolean bias, WeightInit initializer)
    implements Op {

  /** A convolution in one group that starts as usual. */
  public Conv2d(int filters, Window window, boolean bias) {
    this(filters, window, 1, bias, WeightInit.USUAL);
  }

  @Override
  public boolean wantsImage() {
    return true;
  }

  @Override
  public Shape infer(LayerOrigin layerOrigin, List<Shape> inputs) {
    Shape image = ShapeErrors.requireImage(layerOrigin, inputs.get(0));
    if (image.channels() % groups != 0) {
      throw ShapeErrors.groupsDoNotDivide(layerOrigin, this, image);
    }
    int height = window.slide(image.height());
    int width = window.slide(image.width());
    if (height <= 0 || width <= 0) {
      int size = Math.min(image.height(), image.width());
      throw ShapeErrors.windowDoesNotFit(
          layerOrigin,
          window,
          image,
          String.format(
              Locale.ROOT,
              "kernelSize(%d) at most, or padding(%d) at least",
              window.largestKernelSize(size),
              window.leastPadding(size)));
    }
    return Shape.image(filters, height, width);
  }

  @Override
  public ReceptiveField receptiveField(List<ReceptiveField> inputs) {
    return inputs.get(0).through(window);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitConv2d(this);
  }

  @Override
  public List<Parameter> parameters(String node, List<Shape> inputs) {
    int size = window.kernelSize();
    List<Parameter> parameters = new ArrayList<>();
    int channels = inputs.get(0).channels() / groups;
    List<Integer> sizes = List.of(filters, channels, size, size);
    parameters.add(Parameter.weight(node, sizes, groups, initializer.weights()));
    if (bias) {
      parameters.add(Parameter.learned(node, "bias", filters, initializer.bias()));
    }
    return parameters;
  }

  @Override
  public long macs(List<Shape> inputs, Shape output) {
    long window = (long) this.window.kernelSize() * this.window.kernelSize();
    return output.elements() * (inputs.get(0).channels() / groups) * window;
  }
}
