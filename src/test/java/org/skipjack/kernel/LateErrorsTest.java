package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.kernel.Cells.Cell;

/** What fails after the compiler has understood the code, or while it does; and what lasts. */
class LateErrorsTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells();
    cells.run("int kept = 7;");
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  static Stream<Arguments> codeThatNoClassHolds() {
    String literal = "\"" + "a".repeat(65_536) + "\"";
    return Stream.of(
        Arguments.of(literal, "constant string too long"),
        Arguments.of("String big = " + literal + ";", "constant string too long"),
        Arguments.of("String big() { return " + literal + "; }", "constant string too long"),
        Arguments.of("class Big { String s = " + literal + "; }", "constant string too long"),
        Arguments.of(
            "if (kept > 7) System.out.println(" + literal + ");", "constant string too long"),
        Arguments.of("int[] big = {" + "1234567,".repeat(20_000) + "};", "code too large"),
        Arguments.of(
            "int big(int a) { " + "a += 1234567;".repeat(20_000) + " return a; }",
            "code too large"));
  }

  @ParameterizedTest
  @MethodSource("codeThatNoClassHolds")
  void code_that_is_too_large_has_the_compilers_words_and_the_next_cell_works(
      String code, String words) {
    Cell cell = cells.attempt(code);
    assertThat(cell.status()).isEqualTo("error");
    assertThat(cell.reply().text("ename")).isEqualTo("CompileError");
    assertThat(cell.traceback()).contains(words).contains("line 1");
    assertThat(cells.run("int twice() { return 2 * kept; } twice()").value()).isEqualTo("14");
  }

  @Test
  void sums_of_thousands_of_terms_and_thousands_of_parentheses_are_computed() {
    assertThat(cells.run("kept" + " + 1".repeat(6000)).value()).isEqualTo("6007");
    assertThat(cells.run("(".repeat(3000) + "kept" + ")".repeat(3000)).value()).isEqualTo("7");
  }

  @Test
  void a_writer_that_closes_the_streams_silences_nobody() {
    cells.run(
        "try (var w = new java.io.PrintWriter(System.out)) { w.print(1); } System.err.close();");
    Cell next = cells.run("System.out.print(2); System.err.print(3);");
    assertThat(next.printed("stdout")).isEqualTo("2");
    assertThat(next.printed("stderr")).isEqualTo("3");
  }

  @Test
  void a_value_without_words_is_the_word_null() {
    cells.run("class Mute { public String toString() { return null; } }");
    assertThat(cells.run("new Mute()").value()).isEqualTo("null");
  }

  @Test
  void of_endless_words_the_beginning_is_shown_and_how_many_are_left_out() {
    assertThat(cells.run("\"a\".repeat(5_000_000)").value())
        .hasSizeLessThan(100_100)
        .endsWith("a … and 4,900,000 more characters");
  }

  @Test
  void an_exception_that_cannot_say_its_message_is_shown_all_the_same() {
    cells.run(
        """
        class Shy extends RuntimeException {
          public String getMessage() { throw new IllegalStateException("no"); }
        }
        """);
    for (String code :
        new String[] {"throw new Shy();", "throw new Exception(\"outer\", new Shy());"}) {
      Cell cell = cells.attempt(code);
      assertThat(cell.status()).isEqualTo("error");
      assertThat(cell.traceback()).contains("getMessage() threw java.lang.IllegalStateException");
    }
    assertThat(cells.run("kept").value()).isEqualTo("7");
  }

  @Test
  void what_was_suppressed_is_shown_below_what_was_thrown() {
    Cell cell =
        cells.attempt(
            "try (AutoCloseable c = () -> { throw new Exception(\"while closing\"); }) {"
                + " throw new IllegalStateException(\"first\"); }");
    assertThat(cell.traceback())
        .containsSubsequence("IllegalStateException: first", "Suppressed Exception: while closing");
  }

  @Test
  void threads_of_the_kernel_that_a_cell_interrupts_go_on() {
    cells.run(
        "Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().matches(\"cells|questions\")).forEach(Thread::interrupt);");
    assertThat(cells.run("kept").value()).isEqualTo("7");
    assertThat(cells.ask("complete_request", Cells.request("kep")).text("status")).isEqualTo("ok");
  }
}
