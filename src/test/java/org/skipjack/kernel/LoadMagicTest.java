package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code %load}, as IJava's notebooks use it. */
class LoadMagicTest {
  private static Cells cells;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    cells = new Cells();
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  @CanIgnoreReturnValue
  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String notebook(String... sources) {
    StringBuilder all = new StringBuilder();
    for (String source : sources) {
      all.append(all.isEmpty() ? "" : ",").append(source);
    }
    return "{\"nbformat\": 4, \"metadata\": {}, \"cells\": [" + all + "]}";
  }

  private static String code(String source, String tag) {
    return "{\"cell_type\": \"code\", \"source\": \"%s\", \"metadata\": {\"tags\": [\"%s\"]}}"
        .formatted(source, tag);
  }

  @Test
  void a_script_is_evaluated_with_its_name_or_without_its_ending() throws IOException {
    file("one.jsh", "int one() { return 1; }\nSystem.out.println(\"here\");");
    assertThat(cells.run("%load " + folder + "/one.jsh").printed("stdout")).isEqualTo("here\n");
    assertThat(cells.run("one()").value()).isEqualTo("1");
    file("two.ijava", "int two() { return 2; }");
    file("three.java", "class Three { int it() { return 3; } }");
    cells.run("%load " + folder + "/two\n%load " + folder + "/three");
    assertThat(cells.run("two() + new Three().it()").value()).isEqualTo("5");
  }

  @Test
  void the_code_cells_of_a_notebook_are_evaluated_with_their_magics() throws IOException {
    file("inner.jsh", "int deep = 4;");
    file(
        "all.ipynb",
        notebook(
            code("%load " + folder + "/inner.jsh\\nint five = deep + 1;", ""),
            "{\"cell_type\": \"markdown\", \"source\": \"# no code\"}",
            code("1 / 0", "raises-exception"),
            code("int left = 1 / 0;", "skip-execution"),
            code("five++;", "")));
    cells.run("%load " + folder + "/all");
    assertThat(cells.run("five").value()).isEqualTo("6");
  }

  @Test
  void an_error_names_the_file_its_cell_and_the_line() throws IOException {
    file("bad.ipynb", notebook(code("int a = 1;", ""), code("int b = 2;\\nint c = a / 0;", "")));
    assertThat(cells.attempt("%load " + folder + "/bad.ipynb").traceback())
        .startsWith("ArithmeticException: / by zero\n")
        .contains("bad.ipynb cell 2 line 2:  int c = a / 0;", "while running %load");
    file("wrong.jsh", "int ok = 1;\nint no = \"text\";");
    assertThat(cells.attempt("%load " + folder + "/wrong.jsh").traceback())
        .contains("String cannot be converted to int", "wrong.jsh line 2", "^^^^^^");
    assertThat(cells.attempt("%time 1 / 0").traceback())
        .startsWith("ArithmeticException: / by zero\n");
  }

  @Test
  void what_is_not_there_or_loads_itself_is_said() throws IOException {
    file("a.jsh", "%load " + folder + "/b.jsh");
    file("b.jsh", "%load " + folder + "/a.jsh");
    assertThat(cells.attempt("%load " + folder + "/a.jsh").traceback())
        .contains("a.jsh loads itself: a.jsh → b.jsh → a.jsh.", "Fix: take a %load out");
    assertThat(cells.attempt("%load " + folder + "/none").traceback())
        .contains("none is not there", "Fix: check the name; in its folder there are a.jsh, b.jsh");
    assertThat(cells.attempt("%load").traceback()).contains("Fix: %load setup.jsh");
  }
}
