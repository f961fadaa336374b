package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says, in processes that have it from their start. */
@EnabledOnOs(OS.LINUX)
class EnvironmentTest {
  /** Asks for every folder that Skipjack or a library keeps in the user's home. */
  private static final String DOCTOR = "doctor";

  @TempDir private Path folder;

  private CommandProcess process() throws IOException {
    CommandProcess process = new CommandProcess(folder);
    for (String name :
        new String[] {
          "XDG_CACHE_HOME",
          "XDG_DATA_HOME",
          "JUPYTER_DATA_DIR",
          "SKIPJACK_DATA",
          "VIRTUAL_ENV",
          "CONDA_PREFIX"
        }) {
      process = process.environment(name, Optional.empty());
    }
    return process;
  }

  @Test
  void home_counts_for_data_kernel_and_caches_and_not_what_java_found()
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Command doctor =
        process()
            .environment("HOME", Optional.of(home.toString()))
            .java("-Duser.home=?")
            .run(DOCTOR);

    assertThat(doctor.out())
        .contains(home.resolve(".cache/skipjack") + ": shapes")
        .contains("not installed in " + home.resolve(".local/share/jupyter/kernels/skipjack"));
    assertThat(home.resolve(".javacpp")).isDirectory();
    assertThat(folder.resolve("?")).doesNotExist();
  }

  @Test
  void without_it_java_is_believed() throws IOException, InterruptedException {
    Path found = folder.resolve("found");
    Command list =
        process()
            .environment("HOME", Optional.empty())
            .java("-Duser.home=" + found)
            .run("data", "list");

    assertThat(list.out()).startsWith("In " + found.resolve(".cache/skipjack") + ":");
  }

  @Test
  void without_either_nothing_is_made_in_a_folder_of_a_question_mark()
      throws IOException, InterruptedException {
    for (Optional<String> home : Stream.of("", "?", "~").map(Optional::of).toList()) {
      Command refused = process().environment("HOME", home).java("-Duser.home=?").run(DOCTOR);

      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .startsWith("skipjack: there is no home folder: ")
          .contains("Fix: HOME=");
      assertThat(folder.resolve("?")).doesNotExist();
    }
  }
}
