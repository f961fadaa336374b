package org.skipjack.graph;

import java.util.List;
import java.util.random.RandomGenerator;
import org.skipjack.net.Initializer;

/**
 * A tensor that a node owns: learned by training, or a statistic that training collects.
 *
 * @param name the node's path and the role, such as {@code stage1/block1/conv1/weight}; unique
 * @param sizes extents of the axes in the public layout, {@code [out, in, kH, kW]} for convolutions
 * @param start how its first values are made
 * @param learned whether the optimizer changes it; otherwise it is a running statistic
 */
public record Parameter(String name, List<Integer> sizes, Start start, boolean learned) {

  /** Copies the sizes. */
  public Parameter {
    sizes = List.copyOf(sizes);
  }

  /** The number of values. */
  public long elements() {
    return sizes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** The first values of a parameter. */
  public sealed interface Start {

    /** Draws one of them. */
    double draw(RandomGenerator random);

    /**
     * Normal with mean 0.
     *
     * @param deviation the standard deviation
     */
    record Normal(double deviation) implements Start {
      @Override
      public double draw(RandomGenerator random) {
        return deviation * random.nextGaussian();
      }
    }

    /**
     * Uniform.
     *
     * @param limit the values lie between −limit and limit
     */
    record Uniform(double limit) implements Start {
      @Override
      public double draw(RandomGenerator random) {
        return limit * (2 * random.nextDouble() - 1);
      }
    }

    /** The same value everywhere; it takes nothing from the generator. */
    record Constant(float value) implements Start {
      @Override
      public double draw(RandomGenerator random) {
        return value;
      }
    }
  }

  /**
   * A weight.
   *
   * @param sizes {@code [out, in, …]}: what one output sums over is all but the first
   * @param groups of outputs that share their inputs
   */
  static Parameter weight(String node, List<Integer> sizes, int groups, Initializer initializer) {
    long fanIn = sizes.stream().skip(1).mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    long fanOut = fanIn / sizes.get(1) * (sizes.get(0) / groups);
    Start start =
        switch (initializer) {
          case HE_NORMAL -> new Start.Normal(Math.sqrt(2.0 / fanIn));
          case HE_NORMAL_FAN_OUT -> new Start.Normal(Math.sqrt(2.0 / fanOut));
          case GLOROT_NORMAL -> new Start.Normal(Math.sqrt(2.0 / (fanIn + fanOut)));
          case GLOROT_UNIFORM -> new Start.Uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
        };
    return new Parameter(node + "/weight", sizes, start, true);
  }

  static Parameter learned(String node, String role, int size, double value) {
    return new Parameter(node + "/" + role, List.of(size), new Start.Constant((float) value), true);
  }

  static Parameter statistic(String node, String role, int size, double value) {
    return new Parameter(
        node + "/" + role, List.of(size), new Start.Constant((float) value), false);
  }
}
