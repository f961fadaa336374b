package org.skipjack.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files under a temporary name, syncs them to the disk, and renames them into place. */
public final class WholeFile {
  /** What the name of a file that is not yet whole ends in. */
  public static final String UNFINISHED = ".part";

  private WholeFile() {}

  /** What fills a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the bytes; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a text in UTF-8.
   *
   * @throws OutputException if it cannot be written; a file of that name is then as it was
   */
  public static void write(Path file, String text) {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes what {@code content} gives.
   *
   * @throws OutputException if it cannot be written; a file of that name is then as it was
   */
  public static void write(Path path, Content content) {
    Path target = path.toAbsolutePath();
    Path temporary = target.resolveSibling(target.getFileName() + UNFINISHED);
    try {
      // A channel would be closed by an interrupt, and Ctrl-C is when files have to be written.
      try (FileOutputStream file = new FileOutputStream(temporary.toFile());
          OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
        content.writeTo(out);
        out.flush();
        file.getFD().sync();
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temporary);
      throw failure(path, e);
    }
  }

  /**
   * Makes a folder, with those above it, and checks that files can be made in it.
   *
   * @throws OutputException if that is not possible
   */
  public static Path folder(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ""));
      return folder;
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The first failure is the one to report; what is left has a name that nothing reads.
    }
  }

  private static OutputException failure(Path path, IOException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    if (e instanceof AccessDeniedException || message.contains("Permission denied")) {
      return new OutputException(
          path + " cannot be written: permission denied.",
          "choose a folder of your own, --out DIR",
          e);
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return new OutputException(
          path + " cannot be made: a file of that name stands in the way.",
          "choose another name, or move that file",
          e);
    }
    if (message.contains("No space left") || message.contains("not enough space")) {
      return new OutputException(
          path + " was not written: the disk is full.",
          "free some space and run the command again; what was there before is unharmed",
          e);
    }
    return new OutputException(
        path + " cannot be written: " + (message.isEmpty() ? e.toString() : message) + ".",
        "choose a folder that can be written to, and check that its disk is there",
        e);
  }
}
