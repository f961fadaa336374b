package org.skipjack.graph;

/**
 * Thrown if the shapes of a net do not fit together, or not the data; the message names the layer
 * and a fix.
 */
public final class ShapeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String expected;
  private final String actual;

  ShapeException(String message, String path, String expected, String actual) {
    super(message);
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  /** The path of the layer that does not fit, or {@code input}. */
  public String path() {
    return path;
  }

  /** The expected shape, such as {@code [N, 64, 32, 32]}. */
  public String expected() {
    return expected;
  }

  /** The actual shape. */
  public String actual() {
    return actual;
  }
}
