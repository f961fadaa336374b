package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.Cells.Cell;

/** Lines that begin with a percent sign. */
class MagicsTest {
  private static Cells cells;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    cells = new Cells("import java.util.*;\n" + Cells.STATICS);
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  private Path jar(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new JarEntry(name + ".txt"));
      zip.write(name.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static String resource(String name) {
    String code =
        "new String(Thread.currentThread().getContextClassLoader().getResourceAsStream(\"%s.txt\").readAllBytes())";
    return cells.run(code.formatted(name)).value();
  }

  @Test
  void jars_are_added_by_a_pattern_and_their_names_given() throws IOException {
    Path one = jar("one.jar");
    Path two = jar("two.jar");
    Files.writeString(folder.resolve("three.txt"), "no jar");
    cells.run("List<String> added = %jars " + folder + "/*");
    assertThat(cells.run("added").value()).isEqualTo(java.util.List.of(one, two).toString());
    assertThat(resource("two.jar")).isEqualTo("two.jar");
  }

  @Test
  void a_folder_stands_for_the_jars_in_it() throws IOException {
    Path four = jar("four.jar");
    Files.createDirectory(folder.resolve("no.jar.d"));
    cells.run("List<String> all = %jar " + folder);
    assertThat(cells.run("all").value()).isEqualTo(java.util.List.of(four).toString());
    assertThat(resource("four.jar")).isEqualTo("four.jar");
  }

  @Test
  void a_folder_is_added_by_its_name() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(classes.resolve("here.txt"), "found");
    cells.run("%classpath " + classes);
    assertThat(resource("here")).isEqualTo("found");
  }

  @Test
  void a_cell_is_compiled_against_what_was_added() throws IOException {
    Path source =
        Files.writeString(folder.resolve("Added.java"), "package far; public class Added {}");
    Path classes = Files.createDirectory(folder.resolve("compiled"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    byte[] compiled = Files.readAllBytes(classes.resolve("far/Added.class"));
    Path jar = folder.resolve("added.jar");
    try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new JarEntry("far/Added.class"));
      zip.write(compiled);
    }
    cells.run("%jars " + jar);
    assertThat(cells.run("new far.Added().getClass().getName()").value()).isEqualTo("far.Added");
  }

  @Test
  void what_is_not_there_and_what_nobody_knows_is_said_with_a_fix() {
    assertThat(cells.attempt("%jars nowhere/*.jar").traceback())
        .contains("nothing here is called nowhere/*.jar", "Fix: %jars lib/*.jar");
    assertThat(cells.attempt("%mavn a:b:1").traceback())
        .contains("there is no magic %mavn", "%maven", "%lsmagic");
    assertThat(cells.attempt("%maven a:b").traceback())
        .contains("\"a:b\" names no library", "Fix: group:artifact:version");
    assertThat(cells.attempt("%loadFromPOM none.xml").traceback())
        .contains("there is no", "none.xml");
    assertThat(cells.run("%lsmagic").printed("stdout"))
        .contains("%classpath", "%jars", "%loadFromPOM", "%maven", "%%time");
  }

  @Test
  void time_is_measured_and_the_value_is_that_of_the_code() {
    Cell cell = cells.run("%time 6 * 7");
    assertThat(cell.value()).isEqualTo("42");
    assertThat(cell.printed("stdout")).matches("took \\d+\\.\\d{3} s\\R");
    assertThat(cells.run("%%time\nint kept = 5;\nkept + 1").value()).isEqualTo("6");
    assertThat(cells.run("kept").value()).isEqualTo("5");
  }

  @Test
  void the_stack_shows_what_an_error_left_out() {
    String traceback = cells.attempt("List.of(3, 1).sort(null)").traceback();
    assertThat(traceback).contains("UnsupportedOperationException", "cell [");
    assertThat(cells.run("%stack").printed("stdout"))
        .contains("java.lang.UnsupportedOperationException", "at java.base/java.util.Immutable");
  }

  @Test
  void output_is_cleared() {
    assertThat(cells.run("System.out.println(1);\n%clear").types()).contains("clear_output");
  }
}
