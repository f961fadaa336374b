package org.skipjack.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedArchiveTest {
  private static final FloatArray SMALL =
      new FloatArray(
          new long[] {2, 1, 3}, new float[] {1, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, 5, 6});

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("state.skipjack");
  }

  private void write(FloatArray array) {
    SealedArchive.write(
        file,
        archive -> {
          archive.array("weights/conv1", array);
          archive.text("note.json", "{\"µ\": 1}\n");
        });
  }

  @Test
  void texts_and_arrays_come_back_to_the_bit() {
    write(SMALL);

    try (SealedArchive archive = SealedArchive.open(file)) {
      assertThat(archive.names()).containsExactly("weights/conv1.npy", "note.json");
      assertThat(archive.text("note.json")).isEqualTo("{\"µ\": 1}\n");
      assertThat(archive.array("weights/conv1")).isEqualTo(SMALL);
    }
  }

  @Test
  void arrays_of_any_size_come_back() {
    SplittableRandom random = new SplittableRandom(1);
    for (int size : new int[] {0, 1, 16_383, 16_384, 16_385, 100_000}) {
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = Float.intBitsToFloat(random.nextInt() & 0x7F7F_FFFF);
      }
      FloatArray array = new FloatArray(new long[] {size}, values);
      write(array);
      try (SealedArchive archive = SealedArchive.open(file)) {
        assertThat(archive.array("weights/conv1")).isEqualTo(array);
      }
    }
  }

  @Test
  void the_same_content_gives_the_same_bytes() throws IOException {
    write(SMALL);
    byte[] first = Files.readAllBytes(file);
    write(SMALL);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  @Test
  void an_array_is_a_file_of_numpy() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Npy.write(SMALL, bytes);

    byte[] written = bytes.toByteArray();
    assertThat(written)
        .hasSize(128 + 6 * 4)
        .startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(written, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 3), }   ")
        .endsWith(" \n");
    assertThat(Arrays.copyOfRange(written, 128, 132)).containsExactly(0, 0, 0x80, 0x3F);
  }

  @Test
  void an_array_that_says_something_else_is_refused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Npy.write(SMALL, bytes);
    byte[] written = bytes.toByteArray();
    byte[] doubles = written.clone();
    doubles[new String(written, StandardCharsets.ISO_8859_1).indexOf("<f4") + 2] = '8';

    assertThatThrownBy(() -> Npy.read(doubles)).hasMessageContaining("float32");
    assertThatThrownBy(() -> Npy.read(Arrays.copyOf(written, 140)))
        .hasMessageContaining("has 6 values, not 3");
    assertThatThrownBy(() -> Npy.read(Arrays.copyOf(written, 40)))
        .hasMessageContaining("ends within its header");
    assertThatThrownBy(() -> Npy.read(new byte[9])).hasMessageContaining("does not begin");
  }

  @Test
  void a_file_that_is_cut_short_anywhere_is_refused() throws IOException {
    write(SMALL);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SealedArchive.open(file))
          .as("the first %d of %d bytes", length, whole.length)
          .isInstanceOf(DamagedException.class);
    }
  }

  @Test
  void a_file_with_any_byte_changed_is_refused() throws IOException {
    write(SMALL);
    byte[] whole = Files.readAllBytes(file);
    for (int place = 0; place < whole.length; place++) {
      byte[] changed = whole.clone();
      changed[place] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> SealedArchive.open(file))
          .as("byte %d", place)
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void the_message_says_which_digest_was_expected() throws IOException {
    write(SMALL);
    byte[] changed = Files.readAllBytes(file);
    String seal = new String(changed, changed.length - 64, 64, StandardCharsets.US_ASCII);
    changed[200] ^= 1;
    Files.write(file, changed);

    assertThatThrownBy(() -> SealedArchive.open(file))
        .message()
        .startsWith(file + " is damaged or was edited: its SHA-256 is ")
        .endsWith("…, written in it is " + seal.substring(0, 8) + "….");
  }

  @Test
  void what_is_missing_is_said() {
    write(SMALL);
    try (SealedArchive archive = SealedArchive.open(file)) {
      assertThatThrownBy(() -> archive.array("bias"))
          .isInstanceOf(DamagedException.class)
          .hasMessage(file + " cannot be read: it has no entry bias.npy.");
    }
    assertThatThrownBy(() -> SealedArchive.open(folder.resolve("none")))
        .hasMessage(folder.resolve("none") + " cannot be read: there is no such file.");
  }

  @Test
  void a_writer_that_fails_leaves_the_old_file() throws IOException {
    write(SMALL);
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(
            () ->
                SealedArchive.write(
                    file,
                    archive -> {
                      archive.array("weights/conv1", SMALL);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("the disk is full");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_shape_needs_its_values() {
    assertThatThrownBy(() -> new FloatArray(new long[] {2, 3}, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an array [2, 3] has 6 values, not 5.");
  }
}
