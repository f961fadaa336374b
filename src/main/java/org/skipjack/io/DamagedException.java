package org.skipjack.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file is not as it was written; the message says in what way. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private DamagedException(String message, Throwable cause) {
    super(message, cause);
  }

  private DamagedException(String message) {
    super(message);
  }

  static DamagedException noSeal(Path file) {
    return new DamagedException(
        "%s is cut short or something else: it does not end in a SHA-256.".formatted(file));
  }

  static DamagedException otherDigest(Path file, String actual, String written) {
    return new DamagedException(
        "%s is damaged or was edited: its SHA-256 is %s…, written in it is %s…."
            .formatted(file, actual.substring(0, 8), written.substring(0, 8)));
  }

  static DamagedException unreadable(Path file, IOException e) {
    boolean missing = e instanceof NoSuchFileException || e instanceof FileNotFoundException;
    String why = missing ? "there is no such file" : String.valueOf(e.getMessage());
    return new DamagedException("%s cannot be read: %s.".formatted(file, why), e);
  }
}
