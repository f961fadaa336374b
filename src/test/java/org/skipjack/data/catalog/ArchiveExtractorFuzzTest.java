package org.skipjack.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.data.DataFiles;
import org.skipjack.data.Fuzzing;

/** No archive crashes, hangs or swells what unpacks it, and none leaves half a folder. */
class ArchiveExtractorFuzzTest {
  private static final int SHORT = 100;
  private static final String NAME = "small-train-labels-idx1-ubyte";

  @TempDir private Path folder;

  static Stream<String> archives() {
    return Stream.of("small.zip", "small.tar.gz", NAME + ".gz");
  }

  @ParameterizedTest
  @MethodSource("archives")
  void damaged_archives_are_unpacked_or_refused(String archive) throws IOException {
    fuzz(archive, SHORT, 1);
  }

  @ParameterizedTest
  @MethodSource("archives")
  @Tag("fuzz")
  void many_damaged_archives_are_unpacked_or_refused(String archive) throws IOException {
    fuzz(archive, Integer.getInteger("fuzz.files", 1_000_000) / 50, System.nanoTime());
  }

  private void fuzz(String name, int files, long seed) throws IOException {
    Path archive = folder.resolve(name);
    Path target = folder.resolve("unpacked");
    ArchiveExtractor archiveExtractor = new ArchiveExtractor(description(name), folder);
    Fuzzing.Subject subject =
        new Fuzzing.Subject(
            name,
            new Fuzzing.Bytes(valid(name)),
            archive,
            () -> {
              try {
                archiveExtractor.into(target);
                assertThat(target.resolve(NAME)).exists();
              } finally {
                assertThat(folder.resolve("unpacked.part")).doesNotExist();
                ArchiveExtractor.delete(target);
              }
            });

    Fuzzing.Count count = new Fuzzing().run(subject, files, seed);

    assertThat(count.refused()).isPositive();
  }

  private static byte[] valid(String name) throws IOException {
    byte[] labels = DataFiles.idx(new byte[] {1, 2, 3}, 3);
    if (name.equals(NAME + ".gz")) {
      return DataFiles.gzip(labels);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (name.endsWith(".zip")) {
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("gzip/" + NAME + ".gz"));
        zip.write(DataFiles.gzip(labels));
      }
      return bytes.toByteArray();
    }
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("small/" + NAME, true);
      entry.setSize(labels.length);
      tar.putArchiveEntry(entry);
      tar.write(labels);
      tar.closeArchiveEntry();
    }
    return DataFiles.gzip(bytes.toByteArray());
  }

  private static DatasetDescription description(String archive) {
    return DescriptionReader.read(
        """
        {"name": "small", "reader": "idx", "folder": "small/idx", "prefix": "small-",
         "archives": [{"name": "%s", "bytes": 1, "md5": "00"}],
         "contents": [{"name": "%s", "archive": "%s", "entry": "gzip/%s.gz", "bytes": 11}],
         "training": {"images": 3}, "test": {"images": 3}}"""
            .formatted(archive, NAME, archive, NAME));
  }
}
