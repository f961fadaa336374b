package org.skipjack.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.skipjack.data.DatasetException;

/** Messages for a file in the IDX format that cannot be read. */
final class IdxErrors {
  private static final String GET_AGAIN =
      "Fix: get the file again; this one is damaged or is another.";
  private static final String[] AXES = {"number of records", "height", "width"};

  private final Path path;

  IdxErrors(Path path) {
    this.path = path;
  }

  DatasetException notIdx(byte[] magic, int axes) {
    if (magic.length == 0) {
      return empty("is empty");
    }
    HexFormat hex = HexFormat.ofDelimiter(" ");
    return failure(
        0,
        "%s begins with the bytes %s, expected 00 00 08 0%d (IDX, unsigned bytes, axes: %s).",
        path,
        hex.formatHex(magic),
        axes,
        axes == 1 ? "labels" : "images, height, width");
  }

  DatasetException endsEarly(long at, long expected) {
    return failure(at, "%s ends at byte %,d, expected %,d.", path, at, expected);
  }

  private DatasetException empty(String what) {
    return new DatasetException(
        "%s %s.\nFix: get the file again; this one holds nothing.".formatted(path, what), path, 0);
  }

  /** Labels that are all the same. */
  static DatasetException oneLabel(Path labels, int label) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s has the label %d only: there is nothing to tell apart.\nFix: give images of two classes at least.",
            labels,
            label),
        labels,
        8);
  }

  DatasetException badSize(int axis, long size) {
    if (axis == 0 && size == 0) {
      return empty("holds nothing: its header states 0 records");
    }
    return failure(
        4 + 4L * axis,
        "%s states at byte %d that its %s is %,d, expected 1 to %,d.",
        path,
        4 + 4 * axis,
        AXES[axis],
        size,
        axis == 0 ? Integer.MAX_VALUE : Short.MAX_VALUE);
  }

  DatasetException wrongLength(long size, long expected) {
    return size < expected
        ? endsEarly(size, expected)
        : failure(
            expected,
            "%s goes on after byte %,d, where its header says that it ends.",
            path,
            expected);
  }

  DatasetException impossible(long expected) {
    return failure(
        4,
        "%s states at byte 4 sizes that make %,d bytes, more than the file can hold compressed.",
        path,
        expected);
  }

  DatasetException tooLarge(long expected) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s holds %,d bytes, too many to unpack into memory.%n"
                + "Fix: unpack it, gunzip -k %s: an unpacked file takes no memory.",
            path,
            expected,
            path),
        path,
        4);
  }

  DatasetException failed(IOException cause, long offset) {
    if (cause instanceof EOFException && offset == 0 && path.toFile().length() == 0) {
      return empty("is empty");
    }
    String reason =
        cause instanceof EOFException
            ? "the compressed data ends early"
            : String.valueOf(cause.getMessage());
    return new DatasetException(
        String.format(
            Locale.ROOT, "%s cannot be read at byte %,d: %s.\n%s", path, offset, reason, GET_AGAIN),
        cause,
        path,
        offset);
  }

  /** Labels and images that are not equally many. */
  static DatasetException unequal(Path images, int count, Path labels, int labelCount) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            """
        images and labels do not go together.

            %,10d images  %s
            %,10d labels  %s

        Fix: give the two files of one set.""",
            count,
            images,
            labelCount,
            labels),
        labels,
        4);
  }

  static DatasetException badLabel(Path labels, int index, int label, int first, int last) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s has label %d at byte %,d (record %,d), expected %d to %d.\n%s",
            labels,
            label,
            8L + index,
            index,
            first,
            last,
            GET_AGAIN),
        labels,
        8L + index);
  }

  private DatasetException failure(long offset, String format, Object... parts) {
    return new DatasetException(
        String.format(Locale.ROOT, format, parts) + "\n" + GET_AGAIN, path, offset);
  }
}
