package org.skipjack.data;

/**
 * A data set that cannot be read, or parts of one that do not fit together.
 *
 * <p>The message is whole: what, where, what was got, what was expected, and a line that begins
 * with {@code Fix:}.
 */
public final class DatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that was found by looking at the data. */
  public DatasetException(String message) {
    super(message);
  }

  /** An error that the operating system or a decompressor reported. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
