package org.skipjack.engine;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Affine;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.GlobalAvgPool;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Multiply;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Op;
import org.skipjack.graph.OpVisitor;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Shape;
import org.skipjack.graph.Softmax;
import org.skipjack.graph.ZeroPad;
import org.skipjack.net.Window;

/**
 * What a graph means, in plain loops over doubles: slow, short, and independent of every engine.
 */
final class Reference implements OpVisitor<double[]> {
  private final Map<String, double[]> values;
  private final double[] batch;
  private final int size;
  private final boolean training;
  private final RandomGenerator random;
  private final Map<String, double[]> outputs = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, double[]> statistics = new LinkedHashMap<>();
  private final Graph graph;
  private Node node;
  private double[] input;
  private Shape inputShape;
  private int inputHeight;
  private int inputWidth;

  private Reference(
      Graph graph,
      Map<String, double[]> values,
      double[] batch,
      boolean training,
      RandomGenerator random) {
    this.graph = graph;
    this.values = values;
    this.batch = batch;
    this.size = Math.toIntExact(batch.length / graph.inputShape().elements());
    this.training = training;
    this.random = random;
    this.node = graph.nodes().get(0);
    this.input = batch;
    this.inputShape = graph.inputShape();
    for (Node each : graph.nodes()) {
      node = each;
      if (!each.inputs().isEmpty()) {
        input = output(each.input());
        inputShape = requireNonNull(shapes.get(each.input()), each.input());
        inputHeight = inputShape.isImage() ? inputShape.height() : 1;
        inputWidth = inputShape.isImage() ? inputShape.width() : 1;
      }
      shapes.put(each.name(), each.shape());
      outputs.put(each.name(), each.op().accept(this));
    }
  }

  /** A pass in training. */
  static Reference forward(
      Graph graph, Map<String, double[]> values, double[] batch, RandomGenerator random) {
    return new Reference(graph, values, batch, true, random);
  }

  /** A pass in evaluation. */
  static Reference predict(Graph graph, Map<String, double[]> values, double[] batch) {
    RandomGenerator none =
        () -> {
          throw new AssertionError("evaluation draws no random numbers");
        };
    return new Reference(graph, values, batch, false, none);
  }

  /** The output of the last node, {@code [N, …]} flat. */
  double[] output() {
    return output(graph.output().name());
  }

  /** The running statistics after the pass, by name. */
  Map<String, double[]> statistics() {
    return statistics;
  }

  private double[] output(String name) {
    return requireNonNull(outputs.get(name), name);
  }

  private double[] parameter(int index) {
    String name = node.parameters().get(index).name();
    return requireNonNull(values.get(name), name);
  }

  private double[] map(DoubleUnaryOperator function) {
    return Arrays.stream(input).map(function).toArray();
  }

  /** The value of pixel (y, x) of one plane, or {@code outside} where there is none. */
  private double pixel(int plane, int y, int x, double outside) {
    boolean inside = y >= 0 && y < inputHeight && x >= 0 && x < inputWidth;
    return inside ? input[(plane * inputHeight + y) * inputWidth + x] : outside;
  }

  /** Sums up the pixels under a window of one output pixel. */
  private interface Cell {
    double at(int example, int channel, int top, int left);
  }

  private double[] slide(Window window, Cell cell) {
    Shape shape = node.shape();
    double[] result = new double[Math.toIntExact(size * shape.elements())];
    int i = 0;
    for (int n = 0; n < size; n++) {
      for (int channel = 0; channel < shape.channels(); channel++) {
        for (int y = 0; y < shape.height(); y++) {
          for (int x = 0; x < shape.width(); x++) {
            int top = y * window.stride() - window.padding();
            int left = x * window.stride() - window.padding();
            result[i++] = cell.at(n, channel, top, left);
          }
        }
      }
    }
    return result;
  }

  @Override
  public double[] visitInput(Op.Input op) {
    return batch;
  }

  @Override
  public double[] visitConv2d(Conv2d op) {
    int channels = inputShape.channels();
    int inGroup = channels / op.groups();
    int k = op.window().kernelSize();
    int step = op.window().dilation();
    double[] weight = parameter(0);
    return slide(
        op.window(),
        (n, filter, top, left) -> {
          double sum = op.bias() ? parameter(1)[filter] : 0;
          int first = filter / (op.filters() / op.groups()) * inGroup;
          for (int c = 0; c < inGroup; c++) {
            for (int dy = 0; dy < k; dy++) {
              for (int dx = 0; dx < k; dx++) {
                double w = weight[((filter * inGroup + c) * k + dy) * k + dx];
                int plane = n * channels + first + c;
                sum += w * pixel(plane, top + dy * step, left + dx * step, 0);
              }
            }
          }
          return sum;
        });
  }

  @Override
  public double[] visitPool2d(Pool2d op) {
    int channels = inputShape.channels();
    int k = op.window().kernelSize();
    return slide(
        op.window(),
        (n, channel, top, left) -> {
          double largest = Double.NEGATIVE_INFINITY;
          double sum = 0;
          int inside = 0;
          for (int dy = 0; dy < k; dy++) {
            for (int dx = 0; dx < k; dx++) {
              double value = pixel(n * channels + channel, top + dy, left + dx, Double.NaN);
              if (!Double.isNaN(value)) {
                largest = Math.max(largest, value);
                sum += value;
                inside++;
              }
            }
          }
          return op.kind() == Pool2d.Kind.MAX ? largest : sum / inside;
        });
  }

  @Override
  public double[] visitZeroPad(ZeroPad op) {
    int channels = inputShape.channels();
    return slide(
        new Window(1, op.stride(), 0),
        (n, channel, y, x) -> channel < channels ? pixel(n * channels + channel, y, x, 0) : 0);
  }

  @Override
  public double[] visitDense(Dense op) {
    int features = inputShape.channels();
    double[] result = new double[size * op.units()];
    for (int i = 0; i < result.length; i++) {
      int unit = i % op.units();
      double sum = parameter(1)[unit];
      for (int f = 0; f < features; f++) {
        sum += parameter(0)[unit * features + f] * input[i / op.units() * features + f];
      }
      result[i] = sum;
    }
    return result;
  }

  @Override
  public double[] visitBatchNorm(BatchNorm op) {
    double[] result = new double[input.length];
    double[] means = parameter(2).clone();
    double[] variances = parameter(3).clone();
    for (int c = 0; c < means.length; c++) {
      int[] indices = indices(c, means.length);
      double mean = training ? mean(indices) : means[c];
      double variance = training ? variance(indices, mean) : variances[c];
      for (int i : indices) {
        double normal = (input[i] - mean) / Math.sqrt(variance + 1e-5);
        result[i] = parameter(0)[c] * normal + parameter(1)[c];
      }
      int count = indices.length;
      means[c] = 0.9 * means[c] + 0.1 * mean;
      variances[c] = 0.9 * variances[c] + 0.1 * variance * (count > 1 ? count / (count - 1.0) : 1);
    }
    if (training) {
      statistics.put(node.parameters().get(2).name(), means);
      statistics.put(node.parameters().get(3).name(), variances);
    }
    return result;
  }

  /** Where the values of one channel of the input stand. */
  private int[] indices(int channel, int channels) {
    int plane = input.length / size / channels;
    return IntStream.range(0, size * plane)
        .map(i -> (i / plane * channels + channel) * plane + i % plane)
        .toArray();
  }

  private double mean(int[] indices) {
    double sum = 0;
    for (int i : indices) {
      sum += input[i];
    }
    return sum / indices.length;
  }

  private double variance(int[] indices, double mean) {
    double sum = 0;
    for (int i : indices) {
      sum += (input[i] - mean) * (input[i] - mean);
    }
    return sum / indices.length;
  }

  @Override
  public double[] visitActivation(Activation op) {
    double alpha = op.alpha();
    return switch (op.function()) {
      case RELU -> map(x -> Math.max(x, 0));
      case LEAKY_RELU -> map(x -> x > 0 ? x : alpha * x);
      case ELU -> map(x -> x > 0 ? x : alpha * (Math.exp(x) - 1));
      case GELU -> map(x -> x * (1 + Erf.value(x / Math.sqrt(2))) / 2);
      case SIGMOID -> map(x -> 1 / (1 + Math.exp(-x)));
      case SOFTPLUS -> map(x -> Math.log(1 + Math.exp(x)));
      case TANH -> map(Math::tanh);
    };
  }

  @Override
  public double[] visitSoftmax(Softmax op) {
    int channels = inputShape.channels();
    int plane = inputHeight * inputWidth;
    double[] result = map(Math::exp);
    for (int start = 0; start < result.length; start += channels * plane) {
      for (int pixel = 0; pixel < plane; pixel++) {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
          sum += result[start + c * plane + pixel];
        }
        for (int c = 0; c < channels; c++) {
          result[start + c * plane + pixel] /= sum;
        }
      }
    }
    return result;
  }

  @Override
  public double[] visitAffine(Affine op) {
    return map(x -> op.factor() * x + op.offset());
  }

  @Override
  public double[] visitMultiply(Multiply op) {
    double[] product = input.clone();
    double[] factors = output(node.inputs().get(1));
    int times = product.length / factors.length;
    for (int i = 0; i < product.length; i++) {
      product[i] *= factors[i / times];
    }
    return product;
  }

  @Override
  public double[] visitGlobalAvgPool(GlobalAvgPool op) {
    Shape shape = inputShape;
    int plane = shape.height() * shape.width();
    double[] result = new double[size * shape.channels()];
    for (int i = 0; i < input.length; i++) {
      result[i / plane] += input[i] / plane;
    }
    return result;
  }

  @Override
  public double[] visitFlatten(Op.Flatten op) {
    return input;
  }

  @Override
  public double[] visitNoise(Noise op) {
    if (!training) {
      return map(x -> op.evaluation() * x);
    }
    int count = op.perBatch() ? 1 : input.length;
    float[] factors = DropoutMask.draw(count, op, random.nextLong());
    double[] result = input.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factors[i % count];
    }
    return result;
  }

  @Override
  public double[] visitAdd(Op.Add op) {
    double[] sum = output(node.inputs().get(0)).clone();
    double[] other = output(node.inputs().get(1));
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }
}
