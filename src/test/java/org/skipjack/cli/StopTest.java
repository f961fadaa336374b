package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.io.AtomicFile;

/** Ctrl-C: an interrupt of the thread that a command runs on. */
class StopTest {
  @TempDir private Path folder;

  /** What is asked for, with {@code DIR} for a folder. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train resnet8 --data shapes --epochs 1 --out DIR",
        "train resnet8 --data shapes --budget",
        "train resnet8 --data shapes --find-learning-rate --out DIR",
        "compare resnet8 plain8 --data shapes --epochs 1 --seeds 1 --out DIR",
        "demo --seeds 1 --out DIR",
        "bench train --net resnet8 --batch 2 --steps 1 --warm-up 1",
        "bench infer --net resnet8 --batch 2 --steps 1 --warm-up 1 --profile",
        "run SCRIPT --out DIR",
        "kernel install --prefix DIR",
      })
  void a_command_that_is_stopped_at_once_says_so_and_leaves_nothing_half(String words)
      throws IOException {
    Path script = folder.resolve("script.jsh");
    Files.writeString(script, "Thread.sleep(1);\n");
    Command stopped = interrupted(words.replace("SCRIPT", script.toString()));

    assertThat(stopped.code()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.err()).doesNotContain("defect", "\tat ");
    assertThat(unfinished()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary resnet8 --write DIR/net.svg --write DIR/net.html",
        "runs --in DIR",
        "data list",
        "help train"
      })
  void what_takes_no_time_is_finished(String words) throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Command finished = interrupted(words);

    assertThat(finished.err()).doesNotContain("defect", "\tat ");
    assertThat(unfinished()).isEmpty();
  }

  private Command interrupted(String words) {
    String[] arguments =
        Arrays.stream(words.split(" ", -1))
            .map(word -> word.replace("DIR", folder.resolve("out").toString()))
            .toArray(String[]::new);
    Thread.currentThread().interrupt();
    try {
      return Command.run(arguments);
    } finally {
      boolean unused = Thread.interrupted();
    }
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(AtomicFile.UNFINISHED)).toList();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_signal_in_the_middle_ends_a_process_with_130_and_no_defect()
      throws IOException, InterruptedException {
    CommandProcess bench = new CommandProcess(folder);
    // So many steps that only a signal ends it
    List<String> words =
        new ArrayList<>(
            List.of("bench", "train", "--net", "net().conv(2).globalAvgPool().dense(2)"));
    words.addAll(List.of("--input", "1x8x8", "--batch", "1", "--steps", "900000"));
    Process process = bench.start(words.toArray(String[]::new));
    while (!bench.errors().contains("Timing")) {
      assertThat(process.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor())
        .isZero();
    Command ended = bench.ended(process);

    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).contains("stopped").doesNotContain("defect", "did not end");
  }
}
