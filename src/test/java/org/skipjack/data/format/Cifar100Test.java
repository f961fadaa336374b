package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;

/** Reads made files of the full size, most of which is a hole. */
class Cifar100Test {
  private static final int RECORD = 3_074;

  @TempDir private Path folder;

  @BeforeEach
  void write_two_whole_files() throws IOException {
    write("train.bin", 50_000L * RECORD, 49_999L * RECORD, new byte[] {19, 99, 1, 2, 3});
    write("test.bin", 10_000L * RECORD, 0, new byte[] {0, 42, 9});
  }

  @Test
  void the_second_label_byte_is_the_class() {
    DataSplit split = Cifar100.read(folder);

    assertThat(split.training().images()).hasToString("cifar100 [50000, 3, 32, 32], 100 classes");
    assertThat(split.training().images().label(49_999)).isEqualTo(99);
    assertThat(split.training().images().image(49_999)).startsWith(1, 2, 3, 0);
    assertThat(split.test().images().classNames().get(split.test().images().label(0)))
        .isEqualTo("leopard");
    assertThat(split.test().images().image(0)).startsWith(9, 0);
  }

  @Test
  void a_fine_label_above_ninety_nine_is_refused_with_its_offset() throws IOException {
    write("test.bin", 10_000L * RECORD, 7L * RECORD, new byte[] {0, 100});

    assertThatThrownBy(() -> Cifar100.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            cifar100 is not readable: %s has label 100 at byte 21,519 (record 7), expected 0 to 99.
            Fix: unpack cifar-100-binary.tar.gz again, or download it again if that does not help.\
            """
                .formatted(folder.resolve("test.bin")));
  }

  @Test
  void a_file_of_another_size_is_refused() throws IOException {
    Files.write(folder.resolve("train.bin"), new byte[RECORD]);

    assertThatThrownBy(() -> Cifar100.read(folder))
        .hasMessageContaining("ends at byte 3,074, expected 153,700,000 (50,000 records of 3,074");
  }

  private void write(String name, long size, long at, byte[] content) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(size);
      file.seek(at);
      file.write(content);
    }
  }
}
