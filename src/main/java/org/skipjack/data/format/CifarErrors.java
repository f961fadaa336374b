package org.skipjack.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.skipjack.data.DatasetException;

/** Messages for a CIFAR set that cannot be read. */
final class CifarErrors {
  private final CifarFormat format;
  private final String getAgain;
  private final String give;

  CifarErrors(CifarFormat format) {
    this.format = format;
    this.getAgain =
        "Fix: unpack " + format.archive() + " again, or download it again if that does not help.";
    this.give =
        "Fix: give the folder " + format.folder() + " or the file " + format.archive() + ".";
  }

  DatasetException nothingThere(Path path) {
    return unreadable("there is nothing at " + path + ".", give, path, 0);
  }

  DatasetException filesMissing(Path where, List<String> missing) {
    return unreadable(
        "%s has no %s.\nLooked for %s."
            .formatted(where, String.join(", ", missing), String.join(", ", format.files())),
        give,
        where,
        0);
  }

  DatasetException pythonVersion(Path folder) {
    return unreadable(
        "%s holds the Python version of %s, expected the binary version."
            .formatted(folder, format.title()),
        "Fix: get " + format.archive() + "; its files end in .bin.",
        folder,
        0);
  }

  DatasetException twice(Path archive, String file) {
    return unreadable(archive + " has " + file + " twice, expected once.", getAgain, archive, 0);
  }

  /**
   * @param entry the part of the path inside an archive, empty for a file
   */
  DatasetException wrongSize(Path path, String entry, String file, long size) {
    long expected = format.fileSize(file);
    String headline = size < expected ? "%s ends at byte %,d" : "%s is too large: %,d bytes";
    return unreadable(
        String.format(
            Locale.ROOT,
            headline + ", expected %,d (%,d records of %,d bytes).",
            path + entry,
            size,
            expected,
            format.records(file),
            format.recordSize()),
        getAgain,
        path,
        Math.min(size, expected));
  }

  DatasetException wrongLabel(Path path, String entry, int label, int record) {
    long offset = (long) record * format.recordSize() + format.labelBytes() - 1;
    return unreadable(
        String.format(
            Locale.ROOT,
            "%s has label %d at byte %,d (record %,d), expected 0 to %d.",
            path + entry,
            label,
            offset,
            record,
            format.classNames().size() - 1),
        getAgain,
        path,
        offset);
  }

  DatasetException fileFailed(Path file, IOException cause) {
    return new DatasetException(
        "%s is not readable: %s: %s.\nFix: check the file's permissions and its disk."
            .formatted(format.name(), file, reason(cause)),
        cause,
        file,
        0);
  }

  DatasetException archiveFailed(Path archive, Exception cause, long offset) {
    return new DatasetException(
        "%s is not readable: %s: %s.\nFix: give the official %s, %s"
            .formatted(
                format.name(),
                archive,
                reason(cause),
                format.archive(),
                "downloaded again if this is a damaged copy."),
        cause,
        archive,
        offset);
  }

  private static String reason(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (cause instanceof EOFException) {
      return "the compressed data ends early";
    }
    String message = String.valueOf(cause.getMessage());
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private DatasetException unreadable(String what, String fix, Path file, long offset) {
    return new DatasetException(
        format.name() + " is not readable: " + what + "\n" + fix, file, offset);
  }
}
