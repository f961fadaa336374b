package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationFolderTest {
  @TempDir private Path folder;

  private Path reported = Path.of("");
  private Path ours = Path.of("");

  @BeforeEach
  void a_report_and_a_folder_of_verify() throws IOException {
    reported = Files.createDirectory(folder.resolve("reported"));
    Files.createDirectory(reported.resolve("plain-seed1-01234567"));
    Files.writeString(reported.resolve("plain-seed1-01234567").resolve("run.json"), "{}");
    ours = folder.resolve("ours");
    VerificationFolder.take(ours);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void assertRefused(Path folder) {
    assertThatThrownBy(() -> VerificationFolder.take(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder + " was not made by verify")
        .hasMessageContaining("Fix: a new folder");
  }

  @Test
  void what_verify_left_is_gone_on_with() throws IOException {
    copy(reported.resolve("plain-seed1-01234567"), ours.resolve("plain-seed1-01234567"));

    VerificationFolder.take(ours);

    assertThat(ours.resolve("verification.txt")).exists();
  }

  @Test
  void a_reports_own_folder_is_refused_under_any_name() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), reported);
    Path copy = folder.resolve("copy");
    copy(reported, copy);

    for (Path one : List.of(reported, link, copy)) {
      assertRefused(one);
    }
  }

  @Test
  void a_copy_with_the_mark_of_another_folder_is_refused() throws IOException {
    Files.copy(ours.resolve("verification.txt"), reported.resolve("verification.txt"));
    Path copy = folder.resolve("copy");
    copy(ours, copy);

    assertRefused(reported);
    assertRefused(copy);
  }

  @Test
  void a_folder_of_links_is_refused() throws IOException {
    Path run = Path.of("plain-seed1-01234567");
    Path link = Files.createSymbolicLink(ours.resolve(run), reported.resolve(run));
    assertRefused(ours);
    Files.delete(link);
    Files.createDirectory(ours.resolve(run));
    Files.createLink(
        ours.resolve(run).resolve("run.json"), reported.resolve(run).resolve("run.json"));
    assertRefused(ours);
  }
}
