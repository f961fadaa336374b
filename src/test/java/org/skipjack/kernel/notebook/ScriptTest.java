package org.skipjack.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void markers_divide_a_script_into_cells() {
    Notebook notebook =
        Script.notebook(
            """
            // %% [markdown]
            // # Title
            //
            // words
            // %% tags=["parameters", "other"]
            int a = 1;

            //%%
            a + 1
            """,
            "a.jsh");
    assertThat(notebook.cells())
        .extracting(NotebookCell::source)
        .containsExactly("# Title\n\nwords", "int a = 1;", "a + 1");
    assertThat(notebook.cells().get(0).kind()).isEqualTo(NotebookCell.Kind.MARKDOWN);
    assertThat(notebook.cells().get(1).tags()).containsExactly("parameters", "other");
  }

  @Test
  void a_script_without_markers_is_one_cell_and_ends_where_jshell_would() {
    Notebook notebook = Script.notebook("int a = 1;\n\na\n/exit\nb\n", "a.jsh");
    assertThat(notebook.cells())
        .extracting(NotebookCell::source)
        .containsExactly("int a = 1;\n\na");
  }

  @Test
  void another_command_of_jshell_is_refused_by_its_line() {
    assertThatThrownBy(() -> Script.notebook("int a = 1;\n/open DEFAULT\n", "a.jsh"))
        .isInstanceOf(NotebookException.class)
        .hasMessageContainingAll("a.jsh: line 2: /open is a command of the jshell tool", "Fix: ");
  }
}
