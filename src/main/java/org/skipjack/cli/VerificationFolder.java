package org.skipjack.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.skipjack.io.AtomicFile;

/**
 * The folder where verify keeps the runs that it makes, and no other: those that come with a report
 * would be taken for repeated ones. A mark in it names the very folder, so that no copy has one
 * that is true; and nothing in it is a link to elsewhere.
 */
final class VerificationFolder {
  private static final String MARK = "verification.txt";

  private VerificationFolder() {}

  /**
   * Takes a folder that is new or empty, or that an earlier verify took.
   *
   * @throws IllegalArgumentException if it is another
   */
  static void take(Path folder) {
    try {
      if (Files.exists(folder) && !names(folder).isEmpty() && !isOurs(folder)) {
        throw new IllegalArgumentException(
            "%s was not made by verify, or is a copy, or has links in it, so its runs could be the report's own, which would be taken for repeated ones.%nFix: a new folder, or leave out --out"
                .formatted(folder));
      }
      AtomicFile.write(AtomicFile.folder(folder).resolve(MARK), mark(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path folder) throws IOException {
    Path mark = folder.resolve(MARK);
    return Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS)
        && Files.readString(mark).equals(mark(folder))
        && names(folder).stream().noneMatch(name -> name.startsWith("plan"))
        && !hasLinks(folder);
  }

  private static String mark(Path folder) throws IOException {
    Path real = folder.toRealPath();
    BasicFileAttributes facts = Files.readAttributes(real, BasicFileAttributes.class);
    Object key = facts.fileKey() == null ? facts.creationTime() : facts.fileKey();
    return "runs that verify made in %s, %s%n".formatted(real, key);
  }

  private static boolean hasLinks(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> !one.equals(folder)).toList()) {
        if (Files.isSymbolicLink(file) || hasOtherNames(file)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a file has a second name, somewhere. */
  private static boolean hasOtherNames(Path file) throws IOException {
    return Files.isRegularFile(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((Integer) Files.getAttribute(file, "unix:nlink")) > 1;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }
}
