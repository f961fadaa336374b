package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String SCRIPT =
      """
      // %% tags=["parameters"]
      int epochs = 3;
      // %%
      "trained for " + epochs
      // %%
      if (epochs > 9) throw new IllegalStateException("too long");
      """;

  @TempDir Path folder;
  private Path script = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    script = Files.writeString(folder.resolve("my-run.jsh"), SCRIPT);
    out = folder.resolve("out");
  }

  private Command run(String... parameters) {
    String[] all = new String[4 + parameters.length];
    all[0] = "run";
    all[1] = script.toString();
    all[2] = "--out";
    all[3] = out.toString();
    System.arraycopy(parameters, 0, all, 4, parameters.length);
    return Command.run(all);
  }

  @Test
  void notebook_and_page_are_written() throws IOException {
    Command command = run("-p", "epochs=5");

    assertThat(command.code()).isZero();
    assertThat(command.out()).contains("See " + out.resolve("my-run.html"));
    assertThat(out.resolve("my-run.ipynb")).content().contains("trained for 5", "\"nbformat\": 4");
    assertThat(Files.readString(out.resolve("my-run.html"))).contains("trained for 5");
  }

  @Test
  void a_quote_in_a_value_is_a_quote_and_nothing_is_said_of_it() throws IOException {
    script =
        Files.writeString(
            folder.resolve("my-run.jsh"), "String name = \"\";\nchar c = 'b';\nname + c");
    Command command = run("-p", "name=12\" 'disk=\\", "-p", "c='");
    assertThat(command.err()).doesNotContain("WARN", "quote");
    assertThat(command.code()).isZero();
    assertThat(Files.readString(out.resolve("my-run.html"))).contains("12&quot; 'disk=\\'");
    assertThat(run("-p", "name").err()).contains("got -p name, expected", "-p NAME=VALUE");
  }

  @Test
  void a_cell_that_fails_gives_its_error_and_what_ran_before_it_is_written() {
    Command command = run("-p", "epochs=10");

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err())
        .contains("IllegalStateException: too long", "cell [4] line 1:", "my-run.ipynb")
        .doesNotContain("\u001b", "\tat ");
    assertThat(out.resolve("my-run.ipynb")).content().contains("trained for 10", "too long");
    assertThat(out.resolve("my-run.html")).content().contains("too long");
  }

  @Test
  void a_wrong_parameter_is_wrong_usage_and_nothing_is_run() {
    Command command = run("-p", "epoch=5");

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err())
        .contains("has no parameter \"epoch\"; did you mean 'epochs'?", "Fix: -p epochs=VALUE");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_file_that_is_no_notebook_fails() throws IOException {
    script = Files.writeString(folder.resolve("a.ipynb"), "{\"nbformat\": 3}");
    Command command = run();

    assertThat(command.code()).isEqualTo(1);
    assertThat(command.err()).contains("is of nbformat 3, and 4 is read here.", "Fix: ");
  }

  @Test
  void the_notebook_itself_is_not_written_over() throws IOException {
    script = Files.writeString(folder.resolve("a.ipynb"), "{}");
    out = folder;
    Command command = run();

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("would be written over", "Fix: --out");
    assertThat(script).hasContent("{}");
  }
}
