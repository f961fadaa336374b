package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.io.AtomicFile;

/** A disk that is full when a command has done its work: no file may have more than 8 KiB. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  private static final String LIMIT = "ulimit -f 16; exec \"$@\"";

  @TempDir private Path folder;

  private Command run(String... words) throws IOException, InterruptedException {
    return new CommandProcess(folder).java("-XX:-UsePerfData").shell(LIMIT, words);
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(AtomicFile.UNFINISHED)).toList();
    }
  }

  @Test
  void a_run_whose_charts_find_no_place_fails_and_is_not_under_way()
      throws IOException, InterruptedException {
    Command train =
        run(
            "train",
            "net().conv(2).globalAvgPool().dense(10)",
            "--data",
            "shapes",
            "--limit",
            "50",
            "--epochs",
            "1",
            "--out",
            "run");

    assertThat(train.code()).as(train.err()).isEqualTo(1);
    assertThat(train.out()).contains("After epoch 1").doesNotContain("See run");
    assertThat(train.err())
        .contains("cannot be written", "Fix: ")
        .doesNotContain("defect", "\tat ");
    assertThat(Files.readString(folder.resolve("run/run.json")))
        .contains("\"status\": \"stopped\"");
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void a_page_that_finds_no_place_fails() throws IOException, InterruptedException {
    Command summary = run("summary", "resnet20", "--write", "net.html");

    assertThat(summary.code()).isEqualTo(1);
    assertThat(summary.err()).contains("net.html cannot be written", "Fix: ");
    assertThat(folder.resolve("net.html")).doesNotExist();
    assertThat(unfinished()).isEmpty();
  }
}
