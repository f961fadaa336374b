package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final String FOUR = "7,1,2,3,4\n12,5,6,7,8\n7,9,10,11,12\n12,13,14,15,255";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "label,p1,p2,p3,p4\n", "class,1,2,3,4\r\n", "digit,\"a\",b,c,d\n"})
  void lines_become_square_images_with_or_without_a_header(String header) throws IOException {
    DataSplit split = Csv.read(write(header + FOUR), ReadOptions.DEFAULT);

    assertThat(split.training().images()).hasToString("table [2, 1, 2, 2], 2 classes");
    assertThat(split.training().images().classNames()).containsExactly("7", "12");
    assertThat(split.training().images().histogram()).containsExactly(1, 1);
    assertThat(split.test().images().histogram()).containsExactly(1, 1);
  }

  @Test
  void quotes_blanks_and_windows_lines_make_no_difference() throws IOException {
    DataSplit plain = Csv.read(write(FOUR), ReadOptions.DEFAULT);

    assertThat(
            Csv.read(
                write(FOUR.replace("\n", "\r\n\r\n").replace("5,", "\"5\", ") + "\n\n"),
                ReadOptions.DEFAULT))
        .isEqualTo(plain);
  }

  @Test
  void a_size_makes_other_shapes_and_colour() throws IOException {
    Path file = write("a,1,2,3,4,5,6\na,1,2,3,4,5,6\nb,7,8,9,1,2,3");

    assertThat(Csv.read(file, ReadOptions.DEFAULT.size(2, 3)).training().images().channels())
        .isEqualTo(1);
    assertThat(Csv.read(file, ReadOptions.DEFAULT.size(1, 2)).training().images().channels())
        .isEqualTo(3);
    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT))
        .hasMessageContainingAll("6 pixel values a line", "Fix: say the size");
    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT.size(5, 5)))
        .hasMessageContaining("expected 25 or 75 (1 or 3 channels of 5x5).");
  }

  @Test
  void a_folder_with_two_files_says_which_images_test() throws IOException {
    Files.writeString(folder.resolve("train.csv"), "b,1\nb,2\n");
    Files.writeString(folder.resolve("test.csv"), "a,3\nb,4\n");

    DataSplit split = Csv.read(folder, ReadOptions.DEFAULT);

    assertThat(split.training().images().label(0)).isEqualTo(1);
    assertThat(split.test().images().label(0)).isZero();
    assertThat(split.test().images().image(1)).containsExactly(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7,1,2,3,4~7,1,2,256,4; the cell \"256\" is no whole number from 0 to 255; 2",
        "7,1,2,3,4~7,1,2,-3,4; the cell \"-3\" is no whole number; 2",
        "7,1,2,3,4~7,1,2,,4; the cell \"\" is no whole number; 2",
        "7,1,2,3,4~7,1,2,0.5,4; the cell \"0.5\" is no whole number; 2",
        "7,1,2,3,4~7,1,2,3; it has 3 pixel values, the lines before have 4; 2",
        "7,1,2,3,4~7,1,2,3,4,5; it has more pixel values, the lines before have 4; 2",
        "7,1,2,3,4~seven; it has one cell only; 2",
        "7,1,2,3,4~,1,2,3,4; the class is empty; 2",
      })
  void a_line_that_is_none_is_refused_with_its_number(String text, String what, int line)
      throws IOException {
    Path file = write(text.replace('~', '\n'));

    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT))
        .isInstanceOfSatisfying(
            DatasetException.class,
            e -> {
              assertThat(e.file()).contains(file);
              assertThat(e.offset()).isPresent();
            })
        .hasMessageContainingAll(what, "line " + line, "Fix: correct the line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "label,p1\n", "\n\n"})
  void a_file_without_images_is_refused(String text) throws IOException {
    Path file = write(text);

    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("table.csv holds no image.");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }
}
