package org.skipjack.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is said when CIFAR-10 cannot be read. */
final class CifarErrors {
  private static final String GET_AGAIN =
      "Fix: unpack " + Cifar10.ARCHIVE + " again, or download it again if that does not help.";
  private static final String GIVE =
      "Fix: give the folder " + Cifar10.FOLDER + " or the file " + Cifar10.ARCHIVE + ".";

  private CifarErrors() {}

  static DatasetException nothingThere(Path path) {
    return unreadable("there is nothing at " + path + ".", GIVE);
  }

  static DatasetException filesMissing(String where, List<String> missing) {
    return unreadable(
        "%s has no %s.\nLooked for %s."
            .formatted(where, String.join(", ", missing), String.join(", ", CifarBatches.FILES)),
        GIVE);
  }

  static DatasetException pythonVersion(Path folder) {
    return unreadable(
        folder + " holds the Python version of CIFAR-10, expected the binary version.",
        "Fix: get " + Cifar10.ARCHIVE + "; its files end in .bin.");
  }

  static DatasetException twice(String where, String file) {
    return unreadable(where + " has " + file + " twice, expected once.", GET_AGAIN);
  }

  static DatasetException wrongSize(String path, long size) {
    String headline =
        size < CifarBatches.FILE_SIZE ? "%s ends at byte %,d" : "%s is too large: %,d bytes";
    return unreadable(
        String.format(
            Locale.ROOT,
            headline + ", expected %,d (%,d records of %,d bytes).",
            path,
            size,
            CifarBatches.FILE_SIZE,
            CifarBatches.RECORDS,
            CifarBatches.RECORD_SIZE),
        GET_AGAIN);
  }

  static DatasetException wrongLabel(String path, int label, int record) {
    return unreadable(
        String.format(
            Locale.ROOT,
            "%s has label %d at byte %,d (record %,d), expected 0 to 9.",
            path,
            label,
            (long) record * CifarBatches.RECORD_SIZE,
            record),
        GET_AGAIN);
  }

  static DatasetException fileFailed(Path file, IOException cause) {
    return new DatasetException(
        "cifar10 is not readable: %s: %s.\nFix: check the file's permissions and its disk."
            .formatted(file, reason(cause)),
        cause);
  }

  static DatasetException archiveFailed(Path archive, IOException cause) {
    return new DatasetException(
        "cifar10 is not readable: %s: %s.\n%s"
            .formatted(
                archive,
                reason(cause),
                "Fix: give the official "
                    + Cifar10.ARCHIVE
                    + ", downloaded again if this is a damaged copy."),
        cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (cause instanceof EOFException) {
      return "the compressed data ends early";
    }
    String message = String.valueOf(cause.getMessage());
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private static DatasetException unreadable(String what, String fix) {
    return new DatasetException("cifar10 is not readable: " + what + "\n" + fix);
  }
}
