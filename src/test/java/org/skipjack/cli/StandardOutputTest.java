package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that nobody got. */
@EnabledOnOs(OS.LINUX)
class StandardOutputTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"summary resnet8", "help train"})
  void a_full_disk_is_a_failure_and_is_said(String words) throws IOException, InterruptedException {
    Command command =
        new CommandProcess(folder)
            .output(ProcessBuilder.Redirect.to(new File("/dev/full")))
            .run(words.split(" ", -1));

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err())
        .isEqualToNormalizingNewlines(
            """
            skipjack: standard output was not written: No space left on device
            Fix: free some space, or send it elsewhere
            """);
  }

  @Test
  void a_mistake_keeps_its_code() throws IOException, InterruptedException {
    Command command =
        new CommandProcess(folder)
            .output(ProcessBuilder.Redirect.to(new File("/dev/full")))
            .run("summary", "nothing");

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("there is no net called \"nothing\"").doesNotContain("disk");
  }

  @Test
  void a_reader_that_has_enough_is_no_defect() throws IOException, InterruptedException {
    Command command =
        new CommandProcess(folder)
            .shell("{ \"$@\"; echo $? >code; } | true; cat code", "summary", "resnet20");

    assertThat(command.out()).isEqualTo("0\n");
    assertThat(command.err()).isEmpty();
  }
}
