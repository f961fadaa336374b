package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.data.DataFiles;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;

/** What counts as a half, a class and an image of a folder. */
class FolderLayoutTest {
  private static final byte[] PNG =
      DataFiles.encode(DataFiles.picture(BufferedImage.TYPE_INT_RGB, 2, 2, 9), "png");

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "train, test",
    "Train, Test",
    "TRAINING, testing",
    "train, val",
    "Train, VALID",
    "training, Validation"
  })
  void halves_are_known_by_their_usual_names_in_any_case(String training, String test)
      throws IOException {
    images(training + "/cat", 3);
    images(training + "/dog", 3);
    images(test + "/cat", 1);
    images(test + "/dog", 2);

    DataSplit split = read(folder);

    assertThat(split.classNames()).containsExactly("cat", "dog");
    assertThat(split.training().images().histogram()).containsExactly(3, 3);
    assertThat(split.test().images().histogram()).containsExactly(1, 2);
    assertThat(told).isEmpty();
  }

  @Test
  void what_lies_beside_the_halves_is_said_to_be_left_out() throws IOException {
    for (String half : List.of("train", "val", "test", "extra")) {
      images(half + "/cat", 2);
      images(half + "/dog", 2);
    }
    images("", 3);
    images(".cache", 1);

    assertThat(read(folder).test().size()).isEqualTo(4);
    assertThat(told)
        .containsExactly(
            "%s: left out: the folder extra, the folder val, 3 images that are in no folder"
                .formatted(folder.getFileName()));
  }

  @Test
  void a_lone_folder_called_train_is_divided_and_no_class() throws IOException {
    images("Train/cat", 5);
    images("Train/dog", 5);
    Files.createDirectories(folder.resolve("labels"));

    DataSplit split = read(folder);

    assertThat(split.classNames()).containsExactly("cat", "dog");
    assertThat(split.test().images().histogram()).containsExactly(1, 1);
    assertThat(told).containsExactly(folder.getFileName() + ": left out: the folder labels");
  }

  @Test
  void a_class_may_be_called_train() throws IOException {
    images("train", 5);
    images("car", 5);

    assertThat(read(folder).classNames()).containsExactly("car", "train");
    assertThat(told).isEmpty();
  }

  @Test
  void two_folders_for_one_half_are_refused() throws IOException {
    images("train/cat", 1);
    images("training/cat", 1);

    assertThatThrownBy(() -> read(folder))
        .hasMessageContainingAll(
            "several folders for one half", "train, training", "Fix: keep one");
  }

  @ParameterizedTest
  @CsvSource({"PetImages", "kaggle/PetImages", "a/b/c"})
  void a_folder_above_the_classes_is_refused_and_the_one_below_is_named(String between)
      throws IOException {
    images(between + "/cat", 2);
    images(between + "/dog", 2);
    images("__MACOSX/" + between + "/cat", 1);

    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "%s holds one class only, %s: there is nothing to tell apart.\nFix: give the folder below, %s: it holds cat, dog.",
            folder, Path.of(between).getName(0), folder.resolve(between));
    assertThat(read(folder.resolve(between)).classNames()).containsExactly("cat", "dog");
  }

  @Test
  void one_class_is_refused_in_either_half() throws IOException {
    images("cat", 3);
    assertThatThrownBy(() -> read(folder))
        .hasMessageContainingAll("holds one class only, cat", "Fix: put the images of each class");

    images("test/dog", 1);
    images("train/dog", 1);
    assertThatThrownBy(() -> read(folder)).hasMessageContaining("train holds one class only, dog");
  }

  @Test
  void images_without_any_class_are_counted() throws IOException {
    images("", 3);

    assertThatThrownBy(() -> read(folder))
        .hasMessageContaining("holds no images by class, but 3 without a folder.");
  }

  @Test
  void classes_that_hold_only_folders_are_said_to_be_the_classes() throws IOException {
    for (String set : List.of("first", "second")) {
      images(set + "/cat", 2);
      images(set + "/dog", 2);
    }

    assertThat(read(folder).classNames()).containsExactly("first", "second");
    assertThat(told)
        .singleElement()
        .asString()
        .contains("(first, second), not those below, such as");
  }

  @Test
  void what_is_hidden_or_made_by_the_system_does_not_count() throws IOException {
    images("cat", 2);
    images("dog", 2);
    images("cat/.ipynb_checkpoints", 4);
    images("cat/deep/.hidden/deeper", 4);
    images("dog/@eaDir", 4);
    images("__MACOSX/cat", 4);
    DataFiles.write(folder.resolve("dog/._1.png"), new byte[3]);
    DataFiles.write(folder.resolve("dog/.trash/old.webp"), new byte[3]);

    DataSplit split = read(folder);

    assertThat(split.classNames()).containsExactly("cat", "dog");
    assertThat(split.training().size() + split.test().size()).isEqualTo(4);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void symbolic_links_to_folders_and_files_count_as_what_they_lead_to() throws IOException {
    images("pets/cat", 2);
    images("elsewhere/dogs/deep", 3);
    images("elsewhere/more", 4);
    link("pets/dog", "elsewhere/dogs");
    link("pets/cat/more", "elsewhere/more");
    link("pets/cat/one.png", "elsewhere/dogs/deep/0.png");

    DataSplit split = read(folder.resolve("pets"));

    assertThat(split.classNames()).containsExactly("cat", "dog");
    assertThat(split.training().images().histogram()[0] + split.test().images().histogram()[0])
        .isEqualTo(2 + 4 + 1);
    assertThat(split.training().images().histogram()[1] + split.test().images().histogram()[1])
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"cat/x.png, nothing", "bird, nothing"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_link_to_nothing_is_refused_by_its_name(String link, String target) throws IOException {
    images("cat", 2);
    images("dog", 2);
    link(link, target);

    assertThatThrownBy(() -> read(folder))
        .hasMessageContainingAll(
            folder.resolve(link) + " is a symbolic link to nothing.", "Fix: remove the link");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_link_that_leads_back_is_refused_by_its_name() throws IOException {
    images("cat/deep", 2);
    images("dog", 2);
    link("cat/deep/back", "cat");

    assertThatThrownBy(() -> read(folder))
        .hasMessageContainingAll(
            folder.resolve("cat/deep/back") + " is a symbolic link to a folder that it lies in.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void names_that_the_locale_has_no_letters_for_are_read_all_the_same() throws Exception {
    for (String name : List.of("Gr\u00f6\u00dfe", "Gr\u00fc\u00dfe")) {
      for (int i = 0; i < 3; i++) {
        DataFiles.write(folder.resolve(name).resolve("\u00e4" + i + ".png"), PNG);
      }
    }
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InAsciiLocale.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C");

    assertThat(builder.start().waitFor()).isZero();
    assertThat(Files.readString(output, StandardCharsets.US_ASCII))
        .isEqualTo("Gr\\u00f6\\u00dfe Gr\\u00fc\\u00dfe 4 2\n");
  }

  /** Reads a folder and prints its classes, each letter that is not ASCII by its number. */
  static final class InAsciiLocale {
    private InAsciiLocale() {}

    public static void main(String[] arguments) {
      DataSplit split = ImageFolder.read(Path.of(arguments[0]), ReadOptions.DEFAULT);
      byte[] first = split.training().images().image(0);
      StringBuilder text = new StringBuilder();
      for (char letter : String.join(" ", split.classNames()).toCharArray()) {
        text.append(
            letter < 128
                ? String.valueOf(letter)
                : String.format(Locale.ROOT, "\\u%04x", (int) letter));
      }
      System.out.printf(
          "%s %d %d%n", text, split.training().size(), first.length > 0 ? split.test().size() : -1);
    }
  }

  private DataSplit read(Path path) {
    return ImageFolder.read(path, ReadOptions.DEFAULT, told::add);
  }

  private void images(String in, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      DataFiles.write(folder.resolve(in).resolve(i + ".png"), PNG);
    }
  }

  private void link(String link, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(link), folder.resolve(target));
  }
}
