package org.skipjack.graph;

import java.util.List;

/**
 * A tensor that a node owns: learned by training, or a statistic that training collects.
 *
 * @param name the node's path and the role, such as {@code stage1/block1/conv1/weight}; unique
 * @param sizes extents of the axes in the public layout, {@code [out, in, kH, kW]} for convolutions
 * @param start how its first values are made
 * @param learned whether the optimiser changes it; otherwise it is a running statistic
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

    /**
     * Normal with mean 0 and variance {@code 2 / fanIn} (He et al. 2015, arXiv:1502.01852, eq. 10).
     *
     * @param fanIn inputs that one output sums over
     */
    record HeNormal(int fanIn) implements Start {}

    /** The same value everywhere. */
    record Constant(float value) implements Start {}
  }

  static Parameter weight(String node, List<Integer> sizes) {
    int fanIn = sizes.stream().skip(1).reduce(1, Math::multiplyExact);
    return new Parameter(node + "/weight", sizes, new Start.HeNormal(fanIn), true);
  }

  static Parameter learned(String node, String role, int size, float value) {
    return new Parameter(node + "/" + role, List.of(size), new Start.Constant(value), true);
  }

  static Parameter statistic(String node, String role, int size, float value) {
    return new Parameter(node + "/" + role, List.of(size), new Start.Constant(value), false);
  }
}
