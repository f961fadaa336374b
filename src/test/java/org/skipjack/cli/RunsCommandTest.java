package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
  private static final String NET = "net().conv(4).relu().globalAvgPool().dense(10)";

  @TempDir private Path folder;

  private void make(String command, String out, String... more) {
    String[] arguments = {
      command,
      NET,
      "--data",
      "shapes",
      "--limit",
      "60",
      "--epochs",
      "1",
      "--out",
      folder.resolve(out).toString()
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(Command.run(all).code()).isZero();
  }

  private Command runs(String... words) {
    String[] all =
        java.util.Arrays.copyOf(new String[] {"runs", "--in", folder.toString()}, 3 + words.length);
    System.arraycopy(words, 0, all, 3, words.length);
    return Command.run(all);
  }

  @Test
  void it_lists_what_train_and_compare_left() {
    make("train", "trained", "--seed", "7");
    make("compare", "compared", "--seeds", "2");

    Command all = runs();
    assertThat(all.code()).isZero();
    assertThat(all.out().lines()).hasSize(4);
    assertThat(all.out()).contains(folder.resolve("trained").toString(), "complete");
    assertThat(runs("seed 7", "complete").out().lines()).hasSize(2);
    assertThat(runs("--by", "test").out().lines()).hasSize(4);
    Command none = runs("cifar10");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out().lines()).hasSize(1);
    assertThat(none.err()).contains("none of the 3 runs in " + folder);
  }

  @Test
  void where_there_is_no_folder_it_says_what_to_do() {
    Command none = Command.run("runs", "--in", folder.resolve("none").toString());

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("there is no folder", "Fix: name one, --in DIR");
  }
}
