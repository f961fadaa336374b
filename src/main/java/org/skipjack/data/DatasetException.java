package org.skipjack.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A data set that cannot be read, or parts of one that do not fit together.
 *
 * <p>The message is whole: what, where, what was got, what was expected, and a line that begins
 * with {@code Fix:}. Where a file is at fault, {@link #file()} and {@link #offset()} say which and
 * where in it.
 */
public final class DatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final long NOWHERE = -1;

  /** As text: a path cannot be serialized. */
  private final @Nullable String file;

  private final long offset;

  /** An error that was found by looking at the data. */
  public DatasetException(String message) {
    super(message);
    file = null;
    offset = NOWHERE;
  }

  /** An error that the operating system or a decompressor reported. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
    file = null;
    offset = NOWHERE;
  }

  /**
   * An error in a file, found by looking at it.
   *
   * @param offset the byte, counted from 0, at which the error is or was noticed; in the
   *     uncompressed data where the file is compressed
   */
  public DatasetException(String message, Path file, long offset) {
    super(message);
    this.file = file.toString();
    this.offset = offset;
  }

  /** An error in a file, found by a decoder or the operating system. */
  public DatasetException(String message, Throwable cause, Path file, long offset) {
    super(message, cause);
    this.file = file.toString();
    this.offset = offset;
  }

  /** This error, of a file if it does not know of one yet. */
  public DatasetException in(Path path) {
    return file == null ? new DatasetException(String.valueOf(getMessage()), this, path, 0) : this;
  }

  /** The file or folder at fault, if it is one whose name the locale can tell. */
  public Optional<Path> file() {
    try {
      return Optional.ofNullable(file).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty(); // a name for whose letters the locale has no bytes
    }
  }

  /** The byte of {@link #file()} at which the error is or was noticed, counted from 0. */
  public OptionalLong offset() {
    return offset == NOWHERE ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}
