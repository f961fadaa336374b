package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;

/**
 * Reads made files of the full size: record {@code i} of file {@code k} has label (i + k) mod 10.
 */
class Cifar10Test {
  private static final List<String> FILES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");
  private static final int RECORD = 3_073;
  private static final String FIX_BY_UNPACKING =
      "\nFix: unpack cifar-10-binary.tar.gz again, or download it again if that does not help.";
  private static final String FIX_BY_GIVING =
      "\nFix: give the folder cifar-10-batches-bin or the file cifar-10-binary.tar.gz.";

  private static final String FIX_BY_REPLACING =
      "\n"
          + "Fix: give the official cifar-10-binary.tar.gz, downloaded again if this is a damaged"
          + " copy.";

  @TempDir private static Path shared;
  private static Path good;
  private static Path archive;

  @TempDir private Path folder;

  @BeforeAll
  static void write_six_whole_files_and_their_archive() throws IOException {
    good = Files.createDirectory(shared.resolve("cifar-10-batches-bin"));
    archive = shared.resolve("made.tar.gz");
    byte[] content = new byte[10_000 * RECORD];
    try (TarArchiveOutputStream tar = tar(archive)) {
      for (int file = 0; file < FILES.size(); file++) {
        for (int record = 0; record < 10_000; record++) {
          content[record * RECORD] = (byte) ((record + file) % 10);
          content[record * RECORD + 1] = (byte) (200 + file);
          content[record * RECORD + 1 + 1024 + 32] = (byte) (record % 251);
          content[record * RECORD + 3_072] = 7;
        }
        Files.write(good.resolve(FILES.get(file)), content);
        put(tar, "cifar-10-batches-bin/" + FILES.get(file), content);
      }
    }
  }

  @Nested
  class Whole_data {
    @Test
    void a_folder_gives_fifty_thousand_training_and_ten_thousand_test_images() {
      DataSplit split = Cifar10.read(good);

      assertThat(split.training().images()).hasToString("cifar10 [50000, 3, 32, 32], 10 classes");
      assertThat(split.test().images()).hasToString("cifar10 [10000, 3, 32, 32], 10 classes");
      assertThat(split.training().images().classNames()).startsWith("airplane").endsWith("truck");
    }

    @Test
    void records_become_labels_and_planes_in_the_order_of_the_files() {
      DataSplit split = Cifar10.read(good);

      assertThat(split.training().images().label(29_999)).isEqualTo((9_999 + 2) % 10);
      assertThat(split.test().images().label(3)).isEqualTo(8);
      byte[] image = split.training().images().image(20_123);
      assertThat(image[0]).isEqualTo((byte) 202);
      assertThat(image[1024 + 32]).isEqualTo((byte) 123);
      assertThat(image[3_071]).isEqualTo((byte) 7);
    }

    @Test
    void the_folder_above_and_the_archive_give_the_same() {
      DataSplit split = Cifar10.read(good);

      assertThat(Cifar10.read(shared)).isEqualTo(split);
      assertThat(Cifar10.read(archive)).isEqualTo(split);
    }
  }

  @Nested
  class Damaged_folders {
    @Test
    void a_truncated_batch_file_is_refused_by_name() throws IOException {
      resize("data_batch_3.bin", 20_000_000);

      assertRefused(
          folder,
          folder.resolve("data_batch_3.bin")
              + " ends at byte 20,000,000, expected 30,730,000 (10,000 records of 3,073 bytes)."
              + FIX_BY_UNPACKING);
    }

    @Test
    void an_oversized_batch_file_is_refused_by_name() throws IOException {
      resize("test_batch.bin", 30_730_001);

      assertRefused(
          folder,
          folder.resolve("test_batch.bin")
              + " is too large: 30,730,001 bytes, expected 30,730,000"
              + " (10,000 records of 3,073 bytes)."
              + FIX_BY_UNPACKING);
    }

    @Test
    void a_label_above_nine_is_refused_with_its_offset() throws IOException {
      linkAllBut("data_batch_2.bin");
      byte[] content = Files.readAllBytes(good.resolve("data_batch_2.bin"));
      content[4_321 * RECORD] = 10;
      Files.write(folder.resolve("data_batch_2.bin"), content);

      assertRefused(
          folder,
          folder.resolve("data_batch_2.bin")
              + " has label 10 at byte 13,278,433 (record 4,321), expected 0 to 9."
              + FIX_BY_UNPACKING);
    }

    @Test
    void missing_files_are_named() throws IOException {
      linkAllBut("data_batch_4.bin");
      Files.delete(folder.resolve("test_batch.bin"));

      assertRefused(
          folder,
          folder
              + " has no data_batch_4.bin, test_batch.bin.\n"
              + "Looked for data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin,"
              + " data_batch_5.bin, test_batch.bin."
              + FIX_BY_GIVING);
    }

    @Test
    void the_python_version_is_recognized() throws IOException {
      Files.createFile(folder.resolve("data_batch_1"));

      assertRefused(
          folder,
          folder
              + " holds the Python version of CIFAR-10, expected the binary version."
              + "\nFix: get cifar-10-binary.tar.gz; its files end in .bin.");
    }

    @Test
    void a_place_with_nothing_is_said_to_be_empty() {
      Path nowhere = folder.resolve("nowhere");

      assertRefused(nowhere, "there is nothing at " + nowhere + "." + FIX_BY_GIVING);
    }

    private void resize(String file, long size) throws IOException {
      linkAllBut(file);
      try (RandomAccessFile made = new RandomAccessFile(folder.resolve(file).toFile(), "rw")) {
        made.setLength(size);
      }
    }

    private void linkAllBut(String file) throws IOException {
      for (String name : FILES) {
        if (!name.equals(file)) {
          Files.createLink(folder.resolve(name), good.resolve(name));
        }
      }
    }
  }

  @Nested
  class Damaged_archives {
    private Path damaged;

    @BeforeEach
    void name_the_archive() {
      damaged = folder.resolve("damaged.tar.gz");
    }

    @Test
    void an_archive_that_ends_early_is_refused() throws IOException {
      byte[] whole = Files.readAllBytes(archive);
      Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));

      assertRefused(damaged, damaged + ": the compressed data ends early." + FIX_BY_REPLACING);
    }

    @Test
    void a_file_that_is_no_archive_is_refused() throws IOException {
      Files.writeString(damaged, "not an archive");

      assertRefused(damaged, damaged + ": Input is not in the .gz format." + FIX_BY_REPLACING);
    }

    @Test
    void an_entry_of_another_size_is_refused_before_it_is_read() throws IOException {
      try (TarArchiveOutputStream tar = tar(damaged)) {
        put(tar, "cifar-10-batches-bin/data_batch_1.bin", new byte[RECORD]);
      }

      assertRefused(
          damaged,
          damaged
              + "/data_batch_1.bin ends at byte 3,073, expected 30,730,000"
              + " (10,000 records of 3,073 bytes)."
              + FIX_BY_UNPACKING);
    }

    @Test
    void the_same_entry_twice_is_refused() throws IOException {
      byte[] content = new byte[10_000 * RECORD];
      try (TarArchiveOutputStream tar = tar(damaged)) {
        put(tar, "a/test_batch.bin", content);
        put(tar, "b/test_batch.bin", content);
      }

      assertRefused(
          damaged, damaged + " has test_batch.bin twice, expected once." + FIX_BY_UNPACKING);
    }

    @Test
    void an_archive_of_other_files_is_refused_with_what_is_missing() throws IOException {
      try (TarArchiveOutputStream tar = tar(damaged)) {
        put(tar, "../../readme.html", new byte[10]);
      }

      String all = String.join(", ", FILES);
      assertRefused(
          damaged, damaged + " has no " + all + ".\nLooked for " + all + "." + FIX_BY_GIVING);
    }
  }

  private static void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> Cifar10.read(path))
        .isInstanceOf(DatasetException.class)
        .hasMessage("cifar10 is not readable: " + message);
  }

  private static TarArchiveOutputStream tar(Path path) throws IOException {
    GzipParameters fast = new GzipParameters();
    fast.setCompressionLevel(Deflater.BEST_SPEED);
    OutputStream file = Files.newOutputStream(path);
    return new TarArchiveOutputStream(new GzipCompressorOutputStream(file, fast));
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
