package org.skipjack.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A 2-D convolution (cross-correlation) over NCHW input.
 *
 * <p>{@code [N, C, H, W]} to {@code [N, filters, H', W']} with {@code H' = floor((H + 2·padding −
 * kernelSize) / stride) + 1}, and likewise {@code W'}. Parameters, in order: {@code weight} {@code
 * [filters, C, kernelSize, kernelSize]} and, where asked for, {@code bias} {@code [filters]}.
 *
 * @param filters number of output channels
 * @param window size, stride and padding
 * @param bias whether a constant is added to each output channel
 */
public record Conv2d(int filters, Window window, boolean bias) implements Op {

  @Override
  public Shape infer(Origin origin, List<Shape> inputs) {
    Shape image = ShapeErrors.requireImage(origin, inputs.get(0));
    int height = window.slide(image.height());
    int width = window.slide(image.width());
    if (height <= 0 || width <= 0) {
      throw ShapeErrors.windowDoesNotFit(origin, window, image, "a smaller kernelSize");
    }
    return Shape.image(filters, height, width);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitConv2d(this);
  }

  @Override
  public List<Parameter> parameters(String node, List<Shape> inputs) {
    int size = window.kernelSize();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weight(node, List.of(filters, inputs.get(0).channels(), size, size)));
    if (bias) {
      parameters.add(Parameter.learned(node, "bias", filters, 0));
    }
    return parameters;
  }

  @Override
  public long macs(List<Shape> inputs, Shape output) {
    long window = (long) this.window.kernelSize() * this.window.kernelSize();
    return output.elements() * inputs.get(0).channels() * window;
  }
}
