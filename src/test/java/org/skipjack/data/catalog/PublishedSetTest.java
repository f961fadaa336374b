package org.skipjack.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.Authenticity;
import org.skipjack.data.DataFiles;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.catalog.Download.Patience;
import org.skipjack.data.format.Idx;

/** A small made set, published by its description as a zip of four compressed IDX files. */
class PublishedSetTest {
  private static final int TRAINING_BYTES = 16 + 20 * 12 * 12;

  @TempDir private Path data;

  private final List<String> told = new ArrayList<>();
  private byte[] archive = {};
  private String digest = "";

  @BeforeEach
  void make_the_archive() throws IOException {
    Path made = data.resolve("made");
    DataFiles.mnist(made, "tiny-", 20, 10, 12);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name :
          List.of(
              "train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
        Path file = made.resolve("tiny-" + name + "-ubyte.gz");
        zip.putNextEntry(new ZipEntry("gzip/" + file.getFileName()));
        zip.write(Files.readAllBytes(file));
        Files.delete(file);
      }
    }
    Files.delete(made);
    archive = bytes.toByteArray();
    Path copy = Files.write(data.resolve("copy"), archive);
    digest = new Digest("SHA-256", "").of(copy);
    Files.delete(copy);
  }

  @Nested
  class Put_there_by_hand {
    @ParameterizedTest
    @ValueSource(strings = {"tiny.zip", "tiny/tiny.zip"})
    void the_official_archive_is_unpacked_and_known_as_such(String place) throws IOException {
      DataFiles.write(data.resolve(place), archive);

      DataSplit split = folder(digest, TRAINING_BYTES).open(told::add);

      assertThat(split.training().size()).isEqualTo(20);
      assertThat(split.authenticity()).isEqualTo(Authenticity.OFFICIAL);
      assertThat(told)
          .containsExactly(
              "tiny: %s has the official SHA-256".formatted(data.resolve(place)),
              "tiny: unpacked to %s, official".formatted(data.resolve("tiny/idx")));
      assertThat(data.resolve("tiny/idx.part")).doesNotExist();
    }

    @Test
    void the_second_time_there_is_nothing_to_tell() throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);
      DataSplit first = folder(digest, TRAINING_BYTES).open(line -> {});

      DataSplit second = folder(digest, TRAINING_BYTES).open(told::add);

      assertThat(second).isEqualTo(first);
      assertThat(second.authenticity()).isEqualTo(Authenticity.OFFICIAL);
      assertThat(told).isEmpty();
    }

    @Test
    void a_changed_pixel_is_found_out_whenever_it_is_changed() throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);
      assertThat(folder(digest, TRAINING_BYTES).open(told::add).authenticity())
          .isEqualTo(Authenticity.OFFICIAL);
      change(data.resolve("tiny/idx/tiny-train-images-idx3-ubyte"));

      assertThat(folder(digest, TRAINING_BYTES).open(told::add).authenticity())
          .isEqualTo(Authenticity.NOT_OFFICIAL);
    }

    @Test
    void an_archive_with_another_digest_can_be_used_and_is_marked() throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);

      DataSplit split = folder("00ff", TRAINING_BYTES).open(told::add);

      assertThat(split.training().size()).isEqualTo(20);
      assertThat(split.take(3).authenticity()).isEqualTo(Authenticity.NOT_OFFICIAL);
      assertThat(told.get(0))
          .contains("tiny.zip has SHA-256 " + digest + ", the official one is 00ff");
    }

    @Test
    void unpacked_files_alone_can_be_used_and_are_marked_whatever_lies_beside_them()
        throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);
      DataSplit split = folder(digest, TRAINING_BYTES).open(told::add);
      Files.delete(data.resolve("tiny.zip"));
      // As a forger would write it, and as Skipjack once did
      Files.writeString(
          data.resolve("tiny/idx/official.json"),
          "{\"name\": \"tiny\", \"training\": \"%s\", \"test\": \"%s\"}"
              .formatted(split.training().images().digest(), split.test().images().digest()));

      assertThat(folder(digest, TRAINING_BYTES).open(told::add).authenticity())
          .isEqualTo(Authenticity.NOT_OFFICIAL);
      assertThat(DatasetVerification.of(folder(digest, TRAINING_BYTES)).good()).isFalse();
    }

    @Test
    void unpacked_files_with_their_published_digests_are_official_without_the_archive()
        throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);
      DataSplit split = folder(digest, TRAINING_BYTES).open(told::add);
      Files.delete(data.resolve("tiny.zip"));
      DataFolder known =
          new DataFolder(data, withDigests(folder(digest, TRAINING_BYTES).description()));

      assertThat(known.open(told::add)).isEqualTo(split);
      assertThat(known.open(told::add).authenticity()).isEqualTo(Authenticity.OFFICIAL);

      for (Path file : list(data.resolve("tiny/idx"))) {
        byte[] whole = Files.readAllBytes(file);
        change(file);
        assertThat(known.proof(data.resolve("tiny/idx")).holds()).as(file.toString()).isFalse();
        Files.write(file, whole);
      }
      assertThat(known.proof(data.resolve("tiny/idx")).holds()).isTrue();
    }

    @Test
    void a_file_that_unpacks_to_more_than_published_is_refused_and_leaves_nothing()
        throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);

      assertThatThrownBy(() -> folder(digest, 1000).open(told::add))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("tiny-train-images-idx3-ubyte in it has more than 1,000 bytes");
      assertThat(data.resolve("tiny/idx")).doesNotExist();
      assertThat(data.resolve("tiny/idx.part")).doesNotExist();
    }
  }

  @Nested
  class Fetched {
    @Test
    void it_is_downloaded_checked_and_unpacked() throws IOException {
      try (Served server = new Served(archive)) {
        fetch(digest, server);
        assertThat(folder(digest, TRAINING_BYTES).open(line -> {}).authenticity())
            .isEqualTo(Authenticity.OFFICIAL);

        fetch(digest, server);
        assertThat(server.ranges()).containsExactly("none");
        assertThat(told).last().asString().startsWith("tiny: already in ");
      }
    }

    @Test
    void an_official_file_put_there_by_hand_is_not_downloaded_again() throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);
      try (Served server = new Served(archive)) {
        fetch(digest, server);

        assertThat(server.ranges()).isEmpty();
      }
    }

    @Test
    void files_of_unknown_origin_are_moved_aside_not_lost() throws IOException {
      DataFiles.write(data.resolve("tiny/idx/tiny-train-images-idx3-ubyte"), new byte[] {1});
      try (Served server = new Served(archive)) {
        fetch(digest, server);
      }

      assertThat(data.resolve("tiny/idx.before/tiny-train-images-idx3-ubyte"))
          .hasBinaryContent(new byte[] {1});
      assertThat(folder(digest, TRAINING_BYTES).open(line -> {}).authenticity())
          .isEqualTo(Authenticity.OFFICIAL);
    }

    private void fetch(String official, Served server) {
      DataFolder place =
          new DataFolder(data, description(official, TRAINING_BYTES, server.address()));
      Download download =
          new Download(
              new Patience(2, Duration.ofMillis(1), Duration.ofSeconds(20), 1), (n, d, t) -> {});
      new DatasetFetcher(place, download, told::add).run();
    }
  }

  @Nested
  class Verified {
    @Test
    void the_official_data_holds_in_every_line() throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);

      DatasetVerification datasetVerification =
          DatasetVerification.of(folder(digest, TRAINING_BYTES));

      assertThat(String.join("\n", datasetVerification.lines()))
          .contains(
              "tiny.zip has the official SHA-256",
              "  ok training content: official",
              "  ok test images: 10, published 10",
              "  ok training labels: as many of each class as published",
              "  –  pixel mean: [0.0685], none is published",
              "  –  test labels: no counts by class are published");
      assertThat(datasetVerification.good()).isTrue();
    }

    @Test
    void a_changed_pixel_beside_the_official_archive_is_told() throws IOException {
      DataFiles.write(data.resolve("tiny.zip"), archive);
      assertThat(folder(digest, TRAINING_BYTES).open(told::add).training().size()).isEqualTo(20);
      change(data.resolve("tiny/idx/tiny-t10k-images-idx3-ubyte"));

      DatasetVerification datasetVerification =
          DatasetVerification.of(folder(digest, TRAINING_BYTES));

      assertThat(datasetVerification.good()).isFalse();
      assertThat(String.join("\n", datasetVerification.lines()))
          .contains("  NO test content: not official");
    }

    @Test
    void other_data_is_told_apart_line_by_line() throws IOException {
      DataFiles.mnist(data, "", 30, 10, 28);

      DatasetVerification datasetVerification = new DataLocator(data).verify("mnist");

      assertThat(datasetVerification.good()).isFalse();
      assertThat(String.join("\n", datasetVerification.lines()))
          .contains(
              "the official one is 440fcabf",
              "  NO training content: not official",
              "  NO training images: 30, published 60,000",
              "  NO training labels: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], published [5923, 6742,",
              "  NO pixel mean: [0.0",
              "skipjack data fetch mnist");
    }
  }

  @Test
  void mnist_made_elsewhere_is_read_by_its_word_and_marked() throws IOException {
    DataFiles.mnist(data.resolve("mnist"), "", 30, 10, 28);

    DataSplit split = new DataLocator(data).read("mnist", ReadOptions.DEFAULT, told::add);

    assertThat(split.training().images()).hasToString("mnist [30, 1, 28, 28], 10 classes");
    assertThat(split.authenticity()).isEqualTo(Authenticity.NOT_OFFICIAL);
    assertThat(told).hasSize(5).last().asString().contains("unpacked to", "not official");
    assertThat(Idx.read(data.resolve("mnist/idx")).test().size()).isEqualTo(10);
  }

  @Test
  void emnist_is_asked_which() {
    assertThatThrownBy(() -> new DataLocator(data).read("emnist", ReadOptions.DEFAULT, told::add))
        .hasMessageContaining("Fix: say which, one of emnist-balanced, emnist-byclass,");
  }

  private DataFolder folder(String official, int trainingBytes) {
    return new DataFolder(data, description(official, trainingBytes, "http://127.0.0.1:1/tiny"));
  }

  private DatasetDescription description(String official, int trainingBytes, String address) {
    String content =
        """
        {"name": "tiny-%s-ubyte", "archive": "tiny.zip", "entry": "gzip/tiny-%s-ubyte.gz", "bytes": %d}\
        """;
    return DescriptionReader.read(
        String.format(
            Locale.ROOT,
            """
        {"name": "tiny", "reader": "idx", "folder": "tiny/idx", "prefix": "tiny-",
         "archives": [{"name": "tiny.zip", "bytes": %d, "sha256": "%s", "addresses": ["%s"]}],
         "contents": [%s, %s, %s, %s],
         "training": {"images": 20, "histogram": [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]},
         "test": {"images": 10}}\
        """,
            archive.length,
            official,
            address,
            content.formatted("train-images-idx3", "train-images-idx3", trainingBytes),
            content.formatted("train-labels-idx1", "train-labels-idx1", 28),
            content.formatted("t10k-images-idx3", "t10k-images-idx3", 16 + 10 * 144),
            content.formatted("t10k-labels-idx1", "t10k-labels-idx1", 18)));
  }

  private DatasetDescription withDigests(DatasetDescription set) throws IOException {
    List<DatasetDescription.Content> contents = new ArrayList<>();
    for (DatasetDescription.Content content : set.contents()) {
      Digest own =
          new Digest(
              "MD5", new Digest("MD5", "").of(data.resolve("tiny/idx").resolve(content.name())));
      contents.add(
          new DatasetDescription.Content(
              content.name(),
              content.archive(),
              content.entry(),
              content.bytes(),
              Optional.of(own)));
    }
    return new DatasetDescription(
        set.name(),
        set.title(),
        set.source(),
        set.page(),
        set.note(),
        set.layout(),
        set.folder(),
        set.archives(),
        contents,
        set.training(),
        set.test(),
        set.mean(),
        set.deviation());
  }

  private static void change(Path file) throws IOException {
    byte[] changed = Files.readAllBytes(file);
    changed[changed.length - 1] ^= 1;
    Files.write(file, changed);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
