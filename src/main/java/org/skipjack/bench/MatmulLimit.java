package org.skipjack.bench;

import java.util.Comparator;
import java.util.List;
import org.skipjack.engine.Execution;
import org.skipjack.engine.MatrixProduct;

/**
 * The fastest of several matrix products: what an execution could do on this machine, were there
 * nothing but multiplications.
 *
 * @param flopsPerSecond of the fastest
 * @param size of the fastest
 */
public record MatmulLimit(double flopsPerSecond, MatrixProduct.Size size) {

  /**
   * Square products, and the long ones that convolutions of a CIFAR net come to: pixels of a batch
   * by {@code 9 · channels} by filters.
   */
  private static final List<MatrixProduct.Size> SIZES =
      List.of(
          new MatrixProduct.Size(256, 256, 256),
          new MatrixProduct.Size(384, 384, 384),
          new MatrixProduct.Size(512, 512, 512),
          new MatrixProduct.Size(1024, 1024, 1024),
          new MatrixProduct.Size(16_384, 256, 256),
          new MatrixProduct.Size(32_768, 144, 16),
          new MatrixProduct.Size(32_768, 144, 64),
          new MatrixProduct.Size(8_192, 288, 32),
          new MatrixProduct.Size(8_192, 576, 64));

  private static final long NANOS_EACH = 100_000_000;
  private static final long NANOS_TIMED_AT_ONCE = 5_000_000;

  /** Measures each size for a tenth of a second. */
  public static MatmulLimit of(Execution execution) {
    return SIZES.stream()
        .map(size -> new MatmulLimit(rate(size, execution), size))
        .max(Comparator.comparingDouble(MatmulLimit::flopsPerSecond))
        .orElseThrow();
  }

  /** The higher of two. */
  MatmulLimit or(MatmulLimit other) {
    return other.flopsPerSecond > flopsPerSecond ? other : this;
  }

  /** The best rate of any few products in a row, since a neighbor's work can only lower it. */
  private static double rate(MatrixProduct.Size size, Execution execution) {
    try (MatrixProduct product = execution.product(size)) {
      product.run();
      double best = 0;
      long start = System.nanoTime();
      while (System.nanoTime() - start < NANOS_EACH) {
        best = Math.max(best, rateOfFew(product, size));
      }
      return best;
    }
  }

  private static double rateOfFew(MatrixProduct product, MatrixProduct.Size size) {
    long start = System.nanoTime();
    long nanos = 0;
    int runs = 0;
    while (nanos < NANOS_TIMED_AT_ONCE) {
      product.run();
      runs++;
      nanos = System.nanoTime() - start;
    }
    return size.flops() * runs / (nanos / 1e9);
  }
}
