package org.skipjack.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void a_text_is_written_in_utf_8() throws IOException {
    Path file = folder.resolve("note.txt");
    AtomicFile.write(file, "µ ≥ 0\n");
    assertThat(Files.readAllBytes(file)).isEqualTo("µ ≥ 0\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_second_write_replaces_the_first() {
    Path file = folder.resolve("note.txt");
    AtomicFile.write(file, "a long first text");
    AtomicFile.write(file, "second");
    assertThat(file).hasContent("second");
  }

  @Test
  void a_thread_that_was_interrupted_can_still_write() {
    Path file = folder.resolve("history.jsonl");
    Thread.currentThread().interrupt();
    try {
      AtomicFile.write(file, "kept");
    } finally {
      assertThat(Thread.interrupted()).as("interrupt status after the write").isTrue();
    }
    assertThat(file).hasContent("kept");
  }

  @Test
  void nothing_else_is_left_in_the_folder() throws IOException {
    AtomicFile.write(folder.resolve("note.txt"), "text");
    assertThat(names()).containsExactly("note.txt");
  }

  @Test
  void content_larger_than_the_buffer_is_whole() throws IOException {
    byte[] bytes = new byte[300_000];
    bytes[299_999] = 1;
    Path file = folder.resolve("weights.bin");
    AtomicFile.write(file, out -> out.write(bytes));
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void the_old_file_can_be_read_until_the_new_one_is_whole() {
    Path file = folder.resolve("note.txt");
    AtomicFile.write(file, "old");
    AtomicFile.write(
        file,
        out -> {
          out.write(new byte[100_000]);
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasSize(100_000);
  }

  @Test
  void many_can_write_one_file_at_once() throws Exception {
    Path file = folder.resolve("plan.json");
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String text = Integer.toString(i).repeat(1_000);
      ends.add(writers.submit(() -> AtomicFile.write(file, text)));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    writers.shutdown();

    String last = Files.readString(file);
    assertThat(last).isEqualTo(last.substring(0, last.length() / 1_000).repeat(1_000));
    assertThat(names()).containsExactly("plan.json");
  }

  @Test
  void what_a_killed_process_left_is_removed_and_what_others_write_is_not() throws IOException {
    FileTime yesterday = FileTime.fromMillis(System.currentTimeMillis() - 86_400_000);
    long gone = 999_999_999_999L;
    long alive = ProcessHandle.current().pid();
    for (String name :
        List.of(
            "a.txt." + gone + "-1.part",
            "a.txt." + alive + "-77.part",
            "b.txt." + gone + "-1.part")) {
      Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), yesterday);
    }
    Files.createFile(folder.resolve("a.txt." + gone + "-2.part"));

    AtomicFile.write(folder.resolve("a.txt"), "text");

    assertThat(names())
        .containsExactlyInAnyOrder(
            "a.txt",
            "a.txt." + gone + "-2.part",
            "a.txt." + alive + "-77.part",
            "b.txt." + gone + "-1.part");
  }

  @Nested
  class when_the_disk_is_full {
    @Test
    void the_message_says_so_and_the_old_file_stays() throws IOException {
      Path file = folder.resolve("history.jsonl");
      AtomicFile.write(file, "old");
      assertThatThrownBy(() -> AtomicFile.write(file, AtomicFileTest::fill))
          .isInstanceOf(OutputException.class)
          .hasMessage(
              """
              %s was not written: the disk is full.
              Fix: free some space and run the command again; what was there before is unharmed"""
                  .formatted(file)
                  .replace("\n", System.lineSeparator()))
          .hasRootCauseInstanceOf(IOException.class);
      assertThat(file).hasContent("old");
      assertThat(names()).containsExactly("history.jsonl");
    }

    @Test
    void a_new_file_does_not_appear() throws IOException {
      Path file = folder.resolve("new.bin");
      assertThatThrownBy(() -> AtomicFile.write(file, AtomicFileTest::fill))
          .isInstanceOf(OutputException.class);
      assertThat(names()).isEmpty();
    }
  }

  @Nested
  class when_a_file_stands_where_a_folder_should_be {
    @Test
    void a_folder_below_it_is_refused() throws IOException {
      Path file = Files.createFile(folder.resolve("out"));
      Path below = file.resolve("run1");
      assertThatThrownBy(() -> AtomicFile.folder(below))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith(below + " cannot be ")
          .hasMessageContaining("Fix: ");
    }

    @Test
    void a_folder_of_its_name_is_refused() throws IOException {
      Path file = Files.createFile(folder.resolve("out"));
      assertThatThrownBy(() -> AtomicFile.folder(file))
          .isInstanceOf(OutputException.class)
          .hasMessage(
              """
              %s cannot be made: a file of that name stands in the way.
              Fix: choose another name, or move that file"""
                  .formatted(file)
                  .replace("\n", System.lineSeparator()));
    }

    @Test
    void a_file_below_it_is_refused() throws IOException {
      Path file = Files.createFile(folder.resolve("out"));
      assertThatThrownBy(() -> AtomicFile.write(file.resolve("note.txt"), "text"))
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("Fix: ");
      assertThat(names()).containsExactly("out");
    }
  }

  @Test
  void a_file_in_a_missing_folder_is_refused() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none").resolve("note.txt"), "text"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("Fix: ");
  }

  @Test
  void a_folder_is_made_with_those_above_it_and_left_empty() throws IOException {
    Path deep = folder.resolve("a").resolve("b");
    assertThat(AtomicFile.folder(deep)).isEqualTo(deep).isDirectory();
    assertThat(deep).isEmptyDirectory();
    assertThat(AtomicFile.folder(deep)).as("a second time").isEqualTo(deep);
  }

  /** Fails as a disk does: some bytes fit, then none. */
  private static void fill(java.io.OutputStream out) throws IOException {
    out.write(new byte[100_000]);
    throw new IOException("No space left on device");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
