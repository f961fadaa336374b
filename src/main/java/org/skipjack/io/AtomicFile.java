package org.skipjack.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes files under a temporary name, syncs them to the disk, and renames them into place.
 *
 * <p>The temporary name is one of the writing thread's own, so that threads and processes that
 * write one file at once do no harm: the last one counts. What a process that was killed leaves is
 * removed when the file is next written, a minute later or more.
 */
public final class AtomicFile {
  /** What the name of a file that is not yet whole ends in. */
  public static final String UNFINISHED = ".part";

  private static final Pattern OWNER = Pattern.compile("[.]([0-9]{1,18})-[0-9]+[.]part");
  private static final long MILLIS_OF_NO_DOUBT = 60_000;

  private AtomicFile() {}

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
    Path temporary = temporary(target);
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
    discardAbandoned(target);
  }

  private static Path temporary(Path target) {
    return target.resolveSibling(
        String.format(
            Locale.ROOT,
            "%s.%d-%d%s",
            target.getFileName(),
            ProcessHandle.current().pid(),
            Thread.currentThread().getId(),
            UNFINISHED));
  }

  private static void discardAbandoned(Path target) {
    String name = String.valueOf(target.getFileName());
    try (DirectoryStream<Path> abandoned =
        Files.newDirectoryStream(target.getParent(), file -> isAbandoned(name, file))) {
      abandoned.forEach(AtomicFile::discard);
    } catch (IOException | DirectoryIteratorException e) {
      // What is left has a name that nothing reads, and the next write tries again.
    }
  }

  /** Of a process that is gone; a minute old, because another machine's processes are not seen. */
  private static boolean isAbandoned(String name, Path file) throws IOException {
    String found = String.valueOf(file.getFileName());
    Matcher owner = OWNER.matcher(found.startsWith(name) ? found.substring(name.length()) : "");
    return owner.matches()
        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()
        && System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis()
            > MILLIS_OF_NO_DOUBT;
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
