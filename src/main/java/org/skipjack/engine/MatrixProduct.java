package org.skipjack.engine;

import java.util.Locale;

/**
 * A matrix product made ready to run again and again, on operands of its own: the yardstick that an
 * engine's work on a net is held against.
 *
 * <p>It holds native memory until it is closed, and belongs to one thread at a time.
 */
public interface MatrixProduct extends AutoCloseable {

  /** About what every element of either operand is; exactly, it depends on the precision. */
  double OPERAND = 0.0115;

  /**
   * The sizes of a product, {@code [rows, inner] × [inner, columns]}.
   *
   * @param rows of the first operand and the result; positive
   * @param inner columns of the first operand, rows of the second; positive
   * @param columns of the second operand and the result; positive
   */
  record Size(int rows, int inner, int columns) {

    /** Checks the sizes. */
    public Size {
      if (Math.min(rows, Math.min(inner, columns)) <= 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a matrix product has sizes of 1 or more, not %d, %d, %d.%nFix: new Size(512, 512, 512)",
                rows,
                inner,
                columns));
      }
    }

    /** Floating point operations: a multiplication and an addition for each of the terms. */
    public double flops() {
      return 2.0 * rows * inner * columns;
    }

    /** {@code [512, 144] × [144, 16]}. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "[%d, %d] × [%d, %d]", rows, inner, inner, columns);
    }
  }

  /** Multiplies once, and returns when the result is there. */
  void run();

  /** An element of the last result, about {@code inner · OPERAND²} as all of them are. */
  double element();

  /** Frees the operands and the result. */
  @Override
  void close();
}
