package org.skipjack.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.DataOrigin;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.shapes.Shapes;

class DataLocatorTest {
  private static final Path HOME = Path.of("home", "ada");

  @TempDir private Path folder;

  @Nested
  class The_data_folder {
    @Test
    void a_compressed_table_or_one_file_of_four_is_told_what_to_give_instead(@TempDir Path place)
        throws IOException {
      DataLocator locator = new DataLocator(place);
      Path table = Files.write(place.resolve("x.csv.gz"), new byte[9]);
      Path labels = Files.write(place.resolve("train-labels-idx1-ubyte.gz"), new byte[9]);

      assertThatThrownBy(() -> locator.read(table.toString()))
          .hasMessage(
              "%s is a compressed table, expected a plain one.\nFix: unpack it, gunzip -k %s, and give the .csv file.",
              table, table);
      assertThatThrownBy(() -> locator.read(labels.toString()))
          .hasMessageContaining("Fix: give the folder " + place + ".");
    }

    @Test
    void it_is_the_one_that_the_variable_names() {
      assertThat(DataLocator.of(Map.of("SKIPJACK_DATA", "/data"), "Linux", HOME).folder())
          .isEqualTo(Path.of("/data"));
    }

    @Test
    void it_is_in_the_cache_folder_of_the_system_otherwise() {
      assertThat(cache(Map.of(), "Linux")).isEqualTo(HOME.resolve(".cache/skipjack"));
      assertThat(cache(Map.of(), "Mac OS X")).isEqualTo(HOME.resolve("Library/Caches/skipjack"));
      assertThat(cache(Map.of(), "Windows 11")).isEqualTo(HOME.resolve("AppData/Local/skipjack"));
    }

    @Test
    void the_systems_own_variables_move_it() {
      assertThat(cache(Map.of("XDG_CACHE_HOME", "/fast"), "Linux"))
          .isEqualTo(Path.of("/fast/skipjack"));
      assertThat(cache(Map.of("LOCALAPPDATA", "/local"), "Windows 11"))
          .isEqualTo(Path.of("/local/skipjack"));
    }

    @Test
    void an_empty_variable_counts_as_none() {
      assertThat(cache(Map.of("SKIPJACK_DATA", " ", "XDG_CACHE_HOME", ""), "Linux"))
          .isEqualTo(HOME.resolve(".cache/skipjack"));
    }

    private static Path cache(Map<String, String> environment, String system) {
      return DataLocator.of(environment, system, HOME).folder();
    }
  }

  @Nested
  class Words {
    @ParameterizedTest
    @CsvSource({"shapes, 16", "shapes16, 16", "shapes32, 32"})
    void shapes_are_drawn_in_the_size_of_the_word(String word, int size) {
      DataSplit split = new DataLocator(folder).read(word);

      DataOrigin origin = new DataOrigin(word, ReadOptions.DEFAULT);
      assertThat(split).isEqualTo(Shapes.ofSize(size).split().from(origin));
      assertThat(split.name()).isEqualTo("shapes" + size);
    }

    @ParameterizedTest
    @CsvSource({"shape, shapes", "CIFAR-10, cifar10", "shapes_16, shapes16", "cifar, cifar10"})
    void a_word_that_is_nearly_right_is_answered_with_the_right_one(String word, String meant) {
      assertRefused(
          word,
          """
          there is no data called "%s", neither as a word nor as a path.
          Known words: %s.
          Fix: did you mean %s?"""
              .formatted(word, String.join(", ", DataLocator.words()), meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"imagenet", "", "no/such/folder", "a\0b"})
    void another_word_is_answered_with_all_that_are_known(String word) {
      assertRefused(
          word,
          """
          there is no data called "%s", neither as a word nor as a path.
          Known words: %s.
          Fix: use one of these words, or the path of a folder or file that exists."""
              .formatted(word, String.join(", ", DataLocator.words())));
    }
  }

  @Nested
  class Cifar_10 {
    @Test
    void when_it_is_missing_the_message_says_what_to_put_where() {
      assertRefused(
          "cifar10",
          """
          cifar10 is not in the data folder %1$s. Looked for its files or its archive at

              %1$s/cifar10/cifar-10-batches-bin
              %1$s/cifar10
              %1$s/cifar-10-batches-bin
              %1$s

          Fix: run: skipjack data fetch cifar10
           or: put the official cifar-10-binary.tar.gz into %1$s/cifar10,
           or: set the environment variable SKIPJACK_DATA to the folder that holds it."""
              .formatted(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "cifar-10-batches-bin", "cifar10", "cifar10/cifar-10-batches-bin"})
    void a_folder_with_one_of_its_files_is_taken_for_it(String place) throws IOException {
      Path found = folder.resolve(place).normalize();
      Files.createDirectories(found);
      Files.createFile(found.resolve("data_batch_1.bin"));

      assertThatThrownBy(() -> new DataLocator(folder).read("cifar10"))
          .isInstanceOf(DatasetException.class)
          .hasMessageStartingWith(
              "cifar10 is not readable: %s has no data_batch_2.bin,".formatted(found));
    }

    @Test
    void an_empty_folder_does_not_hide_the_archive() throws IOException {
      Files.createDirectory(folder.resolve("cifar10"));
      Path archive = Files.createFile(folder.resolve("cifar-10-binary.tar.gz"));

      assertThatThrownBy(() -> new DataLocator(folder).read("cifar10"))
          .isInstanceOf(DatasetException.class)
          .hasMessageStartingWith("cifar10 is not readable: " + archive);
    }

    @Test
    void a_path_with_one_of_its_files_is_read_as_cifar_10() throws IOException {
      Files.createFile(folder.resolve("test_batch.bin"));
      assertThatThrownBy(() -> new DataLocator(folder).read(folder.toString()))
          .isInstanceOf(DatasetException.class)
          .hasMessageStartingWith("cifar10 is not readable: %s has no".formatted(folder));
    }
  }

  private void assertRefused(String word, String message) {
    assertThatThrownBy(() -> new DataLocator(folder).read(word))
        .isInstanceOf(DatasetException.class)
        .hasMessage(message);
  }
}
