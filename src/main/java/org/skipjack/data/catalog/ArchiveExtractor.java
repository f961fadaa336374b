package org.skipjack.data.catalog;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.skipjack.data.DatasetException;
import org.skipjack.data.catalog.DatasetDescription.Content;

/**
 * Unpacks a set's archives: whole or not at all, the named files alone, and never more bytes than
 * the description gives a file.
 */
final class ArchiveExtractor {
  private final DatasetDescription datasetDescription;
  private final Path archives;

  /**
   * @param archives the folder of the archives
   */
  ArchiveExtractor(DatasetDescription datasetDescription, Path archives) {
    this.datasetDescription = datasetDescription;
    this.archives = archives;
  }

  /**
   * Makes {@code folder} with the files in it, which appears when all are there.
   *
   * @throws DatasetException if an archive is damaged or lacks a file
   * @throws IOException if the folder cannot be written
   */
  void into(Path folder) throws IOException {
    Path temporary = folder.resolveSibling(folder.getFileName() + ".part");
    delete(temporary);
    Files.createDirectories(temporary);
    try {
      for (DatasetDescription.Archive archive : datasetDescription.archives()) {
        unpack(
            archives.resolve(archive.name()),
            archive.name(),
            content -> Files.newOutputStream(temporary.resolve(content.name())));
      }
      for (Content content : datasetDescription.contents()) {
        if (!Files.exists(temporary.resolve(content.name()))) {
          throw failure(
              archives.resolve(content.archive()), "it has no " + content.name(), null, 0);
        }
      }
      Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(temporary);
    }
  }

  /** Where the bytes of a file go. */
  private interface Sink {
    OutputStream open(Content content) throws IOException;
  }

  /**
   * Whether the archives unpack to exactly the files of a folder; writes nothing.
   *
   * @throws DatasetException if an archive is damaged
   * @throws IOException if a file cannot be read
   */
  boolean gives(Path folder) throws IOException {
    List<SameBytes> files = new ArrayList<>();
    for (DatasetDescription.Archive archive : datasetDescription.archives()) {
      unpack(
          archives.resolve(archive.name()),
          archive.name(),
          content -> {
            SameBytes file = SameBytes.as(folder.resolve(content.name()));
            files.add(file);
            return file;
          });
    }
    return files.size() == datasetDescription.contents().size()
        && files.stream().allMatch(SameBytes::areSame);
  }

  private void unpack(Path archive, String name, Sink into) throws IOException {
    List<Content> wanted =
        datasetDescription.contents().stream()
            .filter(content -> content.archive().equals(name))
            .toList();
    if (name.endsWith(".tar.gz")) {
      untar(archive, wanted, into);
    } else if (name.endsWith(".zip")) {
      unzip(archive, wanted, into);
    } else {
      gunzip(archive, wanted, into);
    }
  }

  private void untar(Path archive, List<Content> wanted, Sink into) throws IOException {
    int left = wanted.size();
    try (InputStream file = open(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(gunzipped(archive, file))) {
      TarArchiveEntry entry = nextEntry(archive, tar);
      while (entry != null && left > 0) {
        String last = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        for (Content content : wanted) {
          if (entry.isFile() && content.name().equals(last)) {
            copy(tar, archive, content, into);
            left--;
          }
        }
        entry = left > 0 ? nextEntry(archive, tar) : null;
      }
    }
  }

  private TarArchiveEntry nextEntry(Path archive, TarArchiveInputStream tar) {
    try {
      return tar.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      throw failure(archive, reason(e), e, tar.getBytesRead());
    }
  }

  private void unzip(Path archive, List<Content> wanted, Sink into) throws IOException {
    try (ZipFile zip = openZip(archive)) {
      for (Content content : wanted) {
        ZipEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
          throw failure(archive, "it has no " + content.entry(), null, 0);
        }
        InputStream in;
        try {
          in = zip.getInputStream(entry);
        } catch (IOException | IllegalArgumentException e) {
          throw failure(archive, reason(e), e, 0);
        }
        try (in) {
          copy(
              content.entry().endsWith(".gz") ? gunzipped(archive, in) : in,
              archive,
              content,
              into);
        }
      }
    }
  }

  private ZipFile openZip(Path archive) {
    try {
      return new ZipFile(archive.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw failure(archive, reason(e), e, 0);
    }
  }

  private void gunzip(Path archive, List<Content> wanted, Sink into) throws IOException {
    for (Content content : wanted) {
      try (InputStream file = open(archive)) {
        copy(gunzipped(archive, file), archive, content, into);
      }
    }
  }

  private static InputStream open(Path archive) throws IOException {
    // A channel would be closed by an interrupt.
    return new BufferedInputStream(new FileInputStream(archive.toFile()), 1 << 16);
  }

  private InputStream gunzipped(Path archive, InputStream in) {
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      throw failure(archive, reason(e), e, 0);
    }
  }

  /** Failures to read are the archive's, failures to write are not. */
  private void copy(InputStream in, Path archive, Content content, Sink into) throws IOException {
    byte[] chunk = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = into.open(content)) {
      while (true) {
        int read;
        try {
          read = in.read(chunk);
        } catch (IOException | IllegalArgumentException e) {
          throw failure(archive, reason(e) + " in " + content.name(), e, written);
        }
        if (read < 0) {
          return;
        }
        written += read;
        if (written > content.bytes()) {
          throw failure(
              archive,
              String.format(
                  Locale.ROOT, "%s in it has more than %,d bytes", content.name(), content.bytes()),
              null,
              content.bytes());
        }
        out.write(chunk, 0, read);
      }
    }
  }

  private DatasetException failure(
      Path archive, String what, @org.jspecify.annotations.Nullable Exception cause, long offset) {
    String message =
        "%s is not readable: %s: %s.\nFix: delete the file and run: skipjack data fetch %s"
            .formatted(datasetDescription.name(), archive, what, datasetDescription.name());
    return cause == null
        ? new DatasetException(message, archive, offset)
        : new DatasetException(message, cause, archive, offset);
  }

  private static String reason(Exception e) {
    if (e instanceof EOFException) {
      return "the compressed data ends early";
    }
    return String.valueOf(e.getMessage()).replaceAll("\\.$", "");
  }

  /** Deletes a folder with what is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
