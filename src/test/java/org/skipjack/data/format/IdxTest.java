package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.DataFiles;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;

class IdxTest {
  private static final byte[] SIX = {1, 2, 3, 4, 5, 6};

  @TempDir private Path folder;

  @BeforeEach
  void write_four_plain_files() throws IOException {
    write("train-labels-idx1-ubyte", DataFiles.idx(new byte[] {1, 0}, 2));
    write(
        "train-images-idx3-ubyte",
        DataFiles.idx(new byte[] {1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6}, 2, 2, 3));
    write("t10k-labels-idx1-ubyte", DataFiles.idx(new byte[] {2}, 1));
    write("t10k-images-idx3-ubyte", DataFiles.idx(SIX, 1, 2, 3));
  }

  @Test
  void plain_files_become_images_of_one_channel_with_numbers_as_classes() {
    DataSplit split = Idx.read(folder);

    assertThat(split.training().images())
        .hasToString(folder.getFileName() + " [2, 1, 2, 3], 3 classes");
    assertThat(split.training().images().classNames()).containsExactly("0", "1", "2");
    assertThat(split.training().images().label(0)).isEqualTo(1);
    assertThat(split.training().images().image(1)).containsExactly(-1, -2, -3, -4, -5, -6);
    assertThat(split.test().images().label(0)).isEqualTo(2);
    assertThat(split.test().images().image(0)).containsExactly(SIX);
  }

  @Test
  void compressed_files_give_the_same() throws IOException {
    DataSplit plain = Idx.read(folder);
    for (Path file : List.of(images(), labels())) {
      Files.write(Path.of(file + ".gz"), DataFiles.gzip(Files.readAllBytes(file)));
      Files.delete(file);
    }

    assertThat(Idx.read(folder)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 3, '0', 3",
    "0 1 255, '2 to 254', 255",
    "1 3 9, '0, 2, 4 to 8', 9",
  })
  void labels_that_no_training_image_has_are_said(String labels, String empty, int last)
      throws IOException {
    byte[] values = new byte[3];
    String[] texts = labels.split(" ", -1);
    for (int i = 0; i < 3; i++) {
      values[i] = (byte) Integer.parseInt(texts[i]);
    }
    write("train-labels-idx1-ubyte", DataFiles.idx(values, 3));
    write("train-images-idx3-ubyte", DataFiles.idx(new byte[18], 3, 2, 3));
    write("t10k-labels-idx1-ubyte", DataFiles.idx(new byte[] {values[0]}, 1));
    List<String> told = new ArrayList<>();

    assertThat(Idx.read(folder, told::add).classes()).isEqualTo(last + 1);
    assertThat(told)
        .containsExactly(
            String.format(
                Locale.ROOT,
                "%s: no training image has the label %s, and the labels go up to %d: a class each all the same",
                folder.getFileName(),
                empty,
                last));
  }

  @Test
  void labels_that_are_all_the_same_are_refused() throws IOException {
    write("train-labels-idx1-ubyte", DataFiles.idx(new byte[] {7, 7}, 2));

    assertThatThrownBy(() -> Idx.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("train-labels-idx1-ubyte has the label 7 only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".gz"})
  void an_empty_file_is_said_to_be_empty(String end) throws IOException {
    for (Path file : List.of(images(), labels())) {
      Files.write(file, new byte[0]);
      Path renamed = Path.of(file + end);
      Files.move(file, renamed, StandardCopyOption.REPLACE_EXISTING);
      assertThatThrownBy(() -> Idx.read(folder))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining(renamed + " is empty.\nFix: get the file again");
      Files.delete(renamed);
      write_four_plain_files();
    }
  }

  @Test
  void a_file_of_no_records_is_said_to_hold_nothing() throws IOException {
    write("train-labels-idx1-ubyte", DataFiles.idx(new byte[0], 0));
    assertThatThrownBy(() -> Idx.read(folder))
        .hasMessageContaining("holds nothing: its header states 0 records.");

    write_four_plain_files();
    write("train-images-idx3-ubyte", DataFiles.idx(new byte[0], 0, 2, 3));
    assertThatThrownBy(() -> Idx.read(folder))
        .hasMessageContaining("images-idx3-ubyte holds nothing: its header states 0 records.");
  }

  @Test
  void emnist_lies_by_columns_and_is_given_upright() throws IOException {
    for (String file : List.of("labels-idx1", "images-idx3")) {
      for (String[] roles : new String[][] {{"train", "train"}, {"t10k", "test"}}) {
        Files.move(
            folder.resolve(roles[0] + "-" + file + "-ubyte"),
            folder.resolve("emnist-letters-" + roles[1] + "-" + file + "-ubyte"));
      }
    }

    Dataset test = Idx.read(folder).test().images();

    assertThat(test).hasToString(folder.getFileName() + " [1, 1, 3, 2], 3 classes");
    assertThat(test.image(0)).containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void labels_may_begin_at_one() throws IOException {
    write("train-labels-idx1-ubyte", DataFiles.idx(new byte[] {1, 2}, 2));
    Idx letters = new Idx("letters", Optional.of(""), List.of("a", "b"), 1);

    assertThat(letters.open(folder).training().images().label(1)).isEqualTo(1);

    write("t10k-labels-idx1-ubyte", DataFiles.idx(new byte[] {0}, 1));
    assertThatThrownBy(() -> letters.open(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("has label 0 at byte 8 (record 0), expected 1 to 2.");
  }

  @Test
  void two_sets_in_one_folder_are_not_guessed_at() throws IOException {
    write("other-train-labels-idx1-ubyte", DataFiles.idx(new byte[] {1}, 1));

    assertThatThrownBy(() -> Idx.read(folder))
        .hasMessageContaining("holds several sets, whose file names begin with , other-.");
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));

    assertThatThrownBy(() -> Idx.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            folder
                + " has no t10k-labels-idx1-ubyte, plain or .gz.\n"
                + "Fix: put all four files of the set into it.");
  }

  @Test
  void another_file_is_refused_by_its_first_bytes() throws IOException {
    Files.writeString(images(), "not IDX at all");

    assertRefused(images(), 0, "begins with the bytes 6e 6f 74 20, expected 00 00 08 03 (IDX,");
  }

  @Test
  void numbers_that_are_not_bytes_are_refused() throws IOException {
    write("train-images-idx3-ubyte", new byte[] {0, 0, 0x0D, 3, 0, 0, 0, 1});

    assertRefused(images(), 0, "begins with the bytes 00 00 0d 03");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 16, 20})
  void a_file_that_ends_early_is_refused_with_its_end(int length) throws IOException {
    Files.write(images(), Arrays.copyOf(Files.readAllBytes(images()), length));

    assertRefused(images(), length < 4 ? 0 : length, images().toString());
  }

  @Test
  void a_file_that_goes_on_is_refused() throws IOException {
    Files.write(images(), Arrays.copyOf(Files.readAllBytes(images()), 29));

    assertRefused(images(), 28, "goes on after byte 28, where its header says that it ends.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_header_that_states_two_thousand_million_images_costs_nothing(boolean compressed)
      throws IOException {
    byte[] lie = Files.readAllBytes(images());
    ByteBuffer.wrap(lie).putInt(4, Integer.MAX_VALUE);
    Path file = images();
    if (compressed) {
      Files.delete(file);
      file = folder.resolve("train-images-idx3-ubyte.gz");
      lie = DataFiles.gzip(lie);
    }
    Files.write(file, lie);
    Path expected = file;

    assertThatThrownBy(() -> Idx.read(folder))
        .isInstanceOfSatisfying(
            DatasetException.class, e -> assertThat(e.file()).contains(expected));
  }

  @Test
  void as_many_labels_as_images_are_needed() throws IOException {
    write("train-labels-idx1-ubyte", DataFiles.idx(new byte[] {1, 0, 1}, 3));

    assertThatThrownBy(() -> Idx.read(folder))
        .hasMessageContainingAll("2 images  " + images(), "3 labels  " + labels());
  }

  @Test
  void compressed_data_that_is_damaged_is_refused_with_the_place() throws IOException {
    byte[] whole = DataFiles.gzip(Files.readAllBytes(images()));
    Files.delete(images());
    Path file = folder.resolve("train-images-idx3-ubyte.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));

    assertThatThrownBy(() -> Idx.read(folder))
        .isInstanceOfSatisfying(DatasetException.class, e -> assertThat(e.offset()).isPresent())
        .hasMessageContaining("the compressed data ends early");
  }

  private void assertRefused(Path file, long offset, String part) {
    ThrowingCallable read = () -> Idx.read(folder);
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            DatasetException.class,
            e -> {
              assertThat(e.file()).contains(file);
              assertThat(e.offset()).hasValue(offset);
            })
        .hasMessageContainingAll(part, "\nFix: get the file again");
  }

  private Path images() {
    return folder.resolve("train-images-idx3-ubyte");
  }

  private Path labels() {
    return folder.resolve("train-labels-idx1-ubyte");
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }
}
