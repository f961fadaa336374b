package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;

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
  void a_size_makes_other_shapes_and_color() throws IOException {
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
    Files.writeString(folder.resolve("train.csv"), "b,1\nb,2\na,9\n");
    Files.writeString(folder.resolve("test.csv"), "a,3\nb,4\nc,5\n");

    List<String> told = new ArrayList<>();
    DataSplit split = Csv.read(folder, ReadOptions.DEFAULT, told::add);

    assertThat(told).containsExactly(folder + ": no training image has the class c");
    assertThat(split.training().images().label(0)).isEqualTo(1);
    assertThat(split.test().images().label(0)).isZero();
    assertThat(split.test().images().image(1)).containsExactly(4);
  }

  private static final String BODY = "7,1,2,3,4\n12,5,6,7,8\n7,9,10,11,12\n12,13,14,15,255\n";
  private static final String LABEL_LAST = "1,2,3,4,7\n5,6,7,8,12\n9,10,11,12,7\n13,14,15,255,12\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF" + BODY,
        "\uFEFFlabel,a,b,c,d\n" + BODY,
        "digit,0,1,2,3\n" + BODY,
        "label,0,1,2,3\n" + BODY,
        "a,b,c,d,label\n" + LABEL_LAST,
        "0,1,2,3,class\n" + LABEL_LAST,
        "p0,p1,p2,p3,Target\n" + LABEL_LAST,
        "a,b,c,d,e\r" + BODY,
      })
  void usual_forms_of_a_table_are_the_same_images(String text) throws IOException {
    DataSplit plain = Csv.read(write(BODY), ReadOptions.DEFAULT);

    assertThat(Csv.read(write(text), ReadOptions.DEFAULT)).isEqualTo(plain);
    assertThat(Csv.read(write(text.replace("\n", "\r")), ReadOptions.DEFAULT)).isEqualTo(plain);
  }

  @Test
  void integers_as_names_of_columns_are_no_image() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int line = -1; line < 6; line++) {
      for (int column = 0; column < 785; column++) {
        int value = line < 0 ? column : column == 0 ? line % 2 : (7 * column + line) % 256;
        text.append(value).append(column < 784 ? "," : "\n");
      }
    }

    DataSplit split = Csv.read(write(text.toString()), ReadOptions.DEFAULT);

    assertThat(split.classNames()).containsExactly("0", "1");
    assertThat(split.training().size() + split.test().size()).isEqualTo(6);
    assertThat(Csv.read(write("digit" + text.substring(1)), ReadOptions.DEFAULT)).isEqualTo(split);
  }

  @Test
  void a_first_image_that_counts_up_is_an_image_if_its_class_is_met_again() throws IOException {
    DataSplit split =
        Csv.read(
            write("cat,1,2,3,4\ndog,5,6,7,8\ncat,9,9,9,9\ndog,1,1,1,1\n"), ReadOptions.DEFAULT);
    assertThat(split.training().size() + split.test().size()).isEqualTo(4);

    DataSplit last =
        Csv.read(
            write("1,2,3,4,cat\n5,6,7,8,dog\n9,9,9,9,cat\n1,1,1,1,dog\n"), ReadOptions.DEFAULT);
    assertThat(last).isEqualTo(split);
  }

  @Test
  void a_comma_in_quotes_belongs_to_the_class() throws IOException {
    DataSplit split =
        Csv.read(
            write("\"cat, wild\",1\n\"cat, tame\",2\n\"cat, wild\",3\n\"cat, tame\",4\n"),
            ReadOptions.DEFAULT);

    assertThat(split.classNames()).containsExactly("cat, tame", "cat, wild");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "5,1,2,3,0~99,5,6,7,1~5,1,1,1,0~200,5,6,7,1~17,3,3,3,0; the class seems to be last; name the column of the class in a header",
        "0,7,2,3,4~1,12,6,7,8~2,7,6,7,8~3,12,6,7,8; is no class but an index: it counts the lines; index=False",
        ",label,a,b~0,7,2,3~1,12,6,7; is no class but an index: it is called \"\"; index=False",
        "Unnamed: 0,label,a,b~0,7,2,3~1,12,6,7; is no class but an index; index=False",
        "a.png,1~b.png,2~c.png,3~d.png,4; another class in each of its 4 lines; put the class",
        "1,2,3,4,5,6,7,8,8~2,2,3,4,5,6,7,8,8~1,2,3,4,5,6,7,8,9; has 9 values a line, which is 1 × 3 × 3 and leaves none for the class; before its pixel values",
        "7,1,2,3,4~7,5,6,7,8; has the class 7 in every line; put the class of each image",
        "label,class,1~cat,2,3~dog,2,3; two columns that name a class, label and class; leave one",
        "7|1|2|3|4~7|1|2|3|4; separated by |, expected commas; save the file with commas",
        "7 1 2 3 4~7 1 2 3 4; separated by blanks, expected commas; save the file with commas",
        "cat,1,2,x,4~dog,1,2,3,4; the cell \"x\" is no whole number; correct the line",
      })
  void a_table_of_another_form_is_refused_by_its_cause(String text, String cause, String fix)
      throws IOException {
    Path file = write(text.replace('~', '\n'));

    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT))
        .isInstanceOfSatisfying(
            DatasetException.class,
            e -> {
              assertThat(e.file()).contains(file);
              assertThat(e.offset()).isPresent();
            })
        .hasMessageContainingAll(cause, "\nFix: ", fix);
  }

  @Test
  void tabs_and_semicolons_are_named_however_long_the_line() throws IOException {
    assertThatThrownBy(() -> Csv.read(write("7" + "\t128".repeat(784)), ReadOptions.DEFAULT))
        .hasMessageContaining("separated by tabs, expected commas");
    assertThatThrownBy(() -> Csv.read(write("7" + ";128".repeat(784)), ReadOptions.DEFAULT))
        .hasMessageContaining("separated by ;, expected commas");
  }

  @Test
  void other_encodings_are_refused_rather_than_two_classes_made_one() throws IOException {
    String text = "Gr\u00f6n,1\nGr\u00fcn,2\nGr\u00f6n,3\nGr\u00fcn,4\n";
    Path file = folder.resolve("table.csv");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT))
        .hasMessageContainingAll(
            "line 1", "the letters are not UTF-8", "Fix: save the file as UTF-8");

    Files.writeString(file, "\uFEFF" + text, StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> Csv.read(file, ReadOptions.DEFAULT))
        .hasMessageContaining("is in UTF-16, expected UTF-8");

    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThat(Csv.read(file, ReadOptions.DEFAULT).classes()).isEqualTo(2);
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
