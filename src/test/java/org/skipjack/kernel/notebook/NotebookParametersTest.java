package org.skipjack.kernel.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.kernel.evaluation.Session;

class NotebookParametersTest {
  private static final String DECLARATIONS =
      """
      // how long
      int epochs = 3;
      long seed = 1; double rate = 0.1;
      var share = 0.5;
      boolean wide = false;
      char mark = 'x';
      String name = "a";
      long[] seeds = {1, 2};
      String[] names = {};
      java.util.List<String> list = java.util.List.of();
      """;

  private static Session session;

  @BeforeAll
  static void open() {
    session = Session.open("");
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Notebook notebook(NotebookCell... cells) {
    return new Notebook(List.of(cells), new JsonObject());
  }

  private static NotebookCell code(String source, String... tags) {
    return NotebookCell.of(NotebookCell.Kind.CODE, "", source, tags);
  }

  private static NotebookParameters parameters(Map<String, String> values) {
    return new NotebookParameters(new TreeMap<>(values), session::declarations);
  }

  private static Notebook given(Map<String, String> values) {
    Notebook notebook =
        notebook(code("before"), code(DECLARATIONS, NotebookParameters.TAG), code("after"));
    return parameters(values).into(notebook, "a.ipynb");
  }

  @Test
  void values_are_assigned_in_a_cell_behind_the_one_that_declares_them() {
    Notebook notebook = given(Map.of("epochs", "5", "rate", "1e-3"));
    assertThat(notebook.cells())
        .extracting(NotebookCell::source)
        .containsExactly(
            "before", DECLARATIONS, "// Parameters\nepochs = 5;\nrate = 0.001;", "after");
    assertThat(notebook.cells().get(2).tags()).containsExactly("injected-parameters");
  }

  @Test
  void those_of_an_earlier_run_are_replaced() {
    Notebook again = parameters(Map.of("epochs", "6")).into(given(Map.of("epochs", "5")), "a");
    assertThat(again.cells()).hasSize(4);
    assertThat(again.cells().get(2).source()).endsWith("epochs = 6;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epochs | 1_000          | 1000",
        "seed   | -7             | -7L",
        "rate   | 5              | 5.0",
        "share  | 2              | 2.0",
        "wide   | true           | true",
        "mark   | é              | 'é'",
        "mark   | '              | '\\''",
        "mark   | \"             | '\"'",
        "mark   | \\             | '\\\\'",
        "name   | a \"b\" \\ c   | \"a \\\"b\\\" \\\\ c\"",
        "seeds  | 1, 2,3         | new long[] {1L, 2L, 3L}",
        "seeds  | [4]            | new long[] {4L}",
        "names  | x,y            | new String[] {\"x\", \"y\"}",
        "list   | List.of(\"x\") | List.of(\"x\")",
      })
  void a_value_becomes_code_of_its_variables_type(String name, String text, String code) {
    assertThat(given(Map.of(name, text)).cells().get(2).source())
        .isEqualTo("// Parameters\n%s = %s;".formatted(name, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs | many       | of type int: got \"many\", expected an int",
        "epochs | 3000000000 | of type int: got \"3000000000\", expected an int",
        "rate   | fast       | of type double: got \"fast\", expected a double",
        "rate   | NaN        | of type double: got \"NaN\", expected a double",
        "wide   | yes        | of type boolean: got \"yes\", expected a boolean",
        "mark   | ab         | of type char: got \"ab\", expected a char",
        "seeds  | 1,x        | of type long[]: got \"x\", expected a long",
      })
  void a_value_of_another_type_is_refused(String name, String text, String what) {
    assertThatThrownBy(() -> given(Map.of(name, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(what, "Fix: -p " + name + "=");
  }

  @Test
  void an_unknown_name_is_answered_by_the_known_ones() {
    assertThatThrownBy(() -> given(Map.of("epoch", "5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "a.ipynb has no parameter \"epoch\"; did you mean 'epochs'?",
            "int epochs, long seed, double rate, double share",
            "Fix: -p epochs=VALUE");
  }

  @Test
  void a_notebook_without_parameters_says_how_it_would_get_them() {
    Notebook notebook = notebook(code("int epochs = 3;"));
    assertThatThrownBy(() -> parameters(Map.of("epochs", "5")).into(notebook, "a.ipynb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "none of its cells is tagged \"parameters\"", "-p epochs=5", "Fix: ");
    assertThat(parameters(Map.of()).into(notebook, "a.ipynb")).isEqualTo(notebook);
  }

  @Test
  void a_script_takes_values_for_what_it_declares_before_its_first_statement() {
    Notebook script =
        notebook(
            code(
                "import java.util.*;\nint a = 1;\nint b = 2;\nSystem.out.println(a);\nint c = 3;"));
    NotebookParameters notebookParameters = parameters(Map.of("b", "7"));
    assertThat(notebookParameters.into(notebookParameters.divided(script), "a.jsh").cells())
        .extracting(NotebookCell::source)
        .containsExactly(
            "import java.util.*;\nint a = 1;\nint b = 2;",
            "// Parameters\nb = 7;",
            "\nSystem.out.println(a);\nint c = 3;");
    assertThat(parameters(Map.of()).divided(script)).isEqualTo(script);
  }
}
