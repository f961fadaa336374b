package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.kernel.Cells.Cell;
import org.skipjack.kernel.evaluation.Startup;

/** What a person reads when a cell fails: whole texts, without their colors. */
class ErrorsTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells(Startup.script());
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  private static String failing(String code) {
    return shown(cells.attempt(code));
  }

  /** The traceback, with a star for the number of the cell. */
  private static String shown(Cell cell) {
    assertThat(cell.status()).isEqualTo("error");
    return cell.traceback().replaceAll("cell \\[\\d+]", "cell [*]");
  }

  @Test
  void what_does_not_compile_is_shown_with_its_line_and_a_caret() {
    assertThat(failing("int a = 1;\nint b = a +;\n"))
        .isEqualTo(
            """
            illegal start of expression
            cell [*] line 2
                int b = a +;
                           ^
            """);
    assertThat(failing("net().conv(\"16\")"))
        .isEqualTo(
            """
            incompatible types: java.lang.String cannot be converted to int
            cell [*] line 1
                net().conv("16")
                           ^^^^
            """);
    assertThat(failing("\t\tint t = 1 + missing;"))
        .isEqualTo(
            """
            cannot find symbol
              variable missing
            cell [*] line 1
                \t\tint t = 1 + missing;
                \t\t            ^^^^^^^
            """);
  }

  @Test
  void the_word_that_was_meant_is_named_on_its_own_line_of_a_chain() {
    assertThat(failing("// a net\nnet()\n    .conv2(64)\n    .relu()"))
        .isEqualTo(
            """
            cannot find symbol
              method conv2(int)
              in class org.skipjack.net.Net
            cell [*] line 3
                    .conv2(64)
                     ^^^^^
            Did you mean 'conv'?
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          net().relU()                       ! relu
          net().residul(b -> b.conv(3))      ! residual
          net().conv(16, strid(2))           ! stride
          resent(20)                         ! resnet
          train(plan(20))                    ! plain
          Nett q = null;                     ! Net
          net().conv(16).relu                ! relu(…)
          net().conv(16).summary()           ! summary(…)
          var n = net(); n.diagram();        ! diagram(n)
          """)
  void a_slip_in_a_word_of_the_language_is_recognized(String code, String meant) {
    assertThat(failing(code)).endsWith("Did you mean '%s'?\n".formatted(meant));
  }

  @Test
  void a_short_or_strange_word_is_not_guessed_at() {
    assertThat(failing("u + 1")).doesNotContain("Did you mean");
    assertThat(failing("undefinedThing.go()")).doesNotContain("Did you mean");
    assertThat(failing("net().strange()")).doesNotContain("Did you mean");
  }

  @Test
  void code_that_lacks_its_end_shows_where_it_began() {
    assertThat(failing("for (int i = 0; i < 3; i++) {\n  System.out.println(i);\n"))
        .isEqualTo(
            """
            a { is never closed
            cell [*] line 1
                for (int i = 0; i < 3; i++) {
                                            ^
            """);
    assertThat(failing("String s = \"abc;\n1"))
        .isEqualTo(
            """
            unclosed string literal
            cell [*] line 1
                String s = "abc;
                           ^
            """);
  }

  @Test
  void what_a_cell_throws_is_its_message_and_the_lines_that_led_there() {
    assertThat(
            failing(
                """
                int k(int n) {
                  return 1 / n;
                }
                int m() {

                  return k(0);
                }
                // here
                m()"""))
        .isEqualTo(
            """
            ArithmeticException: / by zero
            cell [*] line 2:  return 1 / n;
            cell [*] line 6:  return k(0);
            cell [*] line 9:  m()
            """);
    assertThat(failing("throw new IllegalStateException(\"outer\", new IOException(\"inner\"));"))
        .isEqualTo(
            """
            IllegalStateException: outer
            cell [*] line 1:  throw new IllegalStateException("outer", new IOException("inner"));
            Caused by IOException: inner
            cell [*] line 1:  throw new IllegalStateException("outer", new IOException("inner"));
            """);
    assertThat(failing("int waiting() {\n  return notYet();\n}\nwaiting()"))
        .isEqualTo(
            """
            UnresolvedReferenceException: waiting() refers to method notYet(), which is not defined.
            cell [*] line 1:  int waiting() {
            cell [*] line 4:  waiting()
            """);
  }

  @Test
  void frames_of_ours_are_left_out_and_those_of_libraries_are_few() {
    assertThat(failing("net().conv(0)"))
        .isEqualTo(
            """
            IllegalArgumentException: filters is 0, expected 1 or more.
            Fix: conv(64)
            cell [*] line 1:  net().conv(0)
            """);
    assertThat(failing("List.of(3, 1).sort(null)"))
        .matches(
            "UnsupportedOperationException\n"
                + "(    at java\\.base/java\\.util\\.\\S+\n){1,3}"
                + "(    … \\d+ more; %stack shows all\n)?"
                + "cell \\[\\*] line 1:  List.of\\(3, 1\\).sort\\(null\\)\n");
  }

  @Test
  void shapes_that_do_not_fit_are_a_table_in_text_and_in_html() {
    Cell cell =
        cells.attempt(
            """
            var wrong = net().conv(64)
                .residual(identity(), b -> b.conv(128, stride(2)).batchNorm());
            summary(wrong)""");
    assertThat(shown(cell))
        .isEqualTo(
            """
            ShapeException: residual #1 cannot add its two branches: channels and both spatial sizes differ.

                .residual(identity(), b -> b.conv(128, stride(2)).batchNorm())

                body      [N, 128, 16, 16]
                shortcut  [N,  64, 32, 32]
                              ^^^  ^^  ^^
            Fix: drop identity(): the default projects the shortcut by a 1×1 convolution  (arXiv:1512.03385, eq. 2)
             or: keep the shape inside the block: end it with conv(64), all strides 1  (eq. 1 adds equal shapes)
            cell [*] line 3:  summary(wrong)
            """);
    assertThat(cell.types())
        .containsExactly("status", "execute_input", "display_data", "error", "status");
    JsonObject data = cell.all("display_data").get(0).content().getAsJsonObject("data");
    assertThat(data.keySet()).containsExactly("text/html");
    assertThat(data.get("text/html").getAsString())
        .contains("<b>residual #1 cannot add its two branches", "<table", "Fix: drop identity()")
        .containsPattern(">got</th>.*font-weight:bold\">128</td>.*expected")
        .containsPattern(">expected</th>.*font-weight:bold\">64</td>");
  }
}
