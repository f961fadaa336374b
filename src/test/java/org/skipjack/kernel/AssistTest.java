package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skipjack.kernel.evaluation.Startup;

/** What helps while a cell is written: completion and documentation. */
class AssistTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells(Startup.script());
    cells.run("var x = \"abc\"; var names = List.of(\"a\");");
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  /** Asks with the cursor where the bar stands. */
  private static JsonObject ask(String type, String code) {
    int bar = code.indexOf('|');
    String before = code.substring(0, bar);
    JsonObject content = new JsonObject();
    content.addProperty("code", before + code.substring(bar + 1));
    content.addProperty("cursor_pos", before.codePointCount(0, before.length()));
    content.addProperty("detail_level", 0);
    JsonObject reply = cells.ask(type, content).content();
    assertThat(reply.get("status").getAsString()).isEqualTo("ok");
    return reply;
  }

  private static List<String> complete(String code) {
    List<String> matches = new ArrayList<>();
    ask("complete_request", code)
        .getAsJsonArray("matches")
        .forEach(match -> matches.add(match.getAsString()));
    return matches;
  }

  private static String inspect(String code) {
    JsonObject reply = ask("inspect_request", code);
    return reply.get("found").getAsBoolean()
        ? reply.getAsJsonObject("data").get("text/plain").getAsString()
        : "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          x.isE|                                                        ! isEmpty()
          if (x.isE|                                                    ! isEmpty()
          if (x.isEmpty()) {} else if (x.isE|                           ! isEmpty()
          if (x.isEmpty() && (x.length() > 1 && x.isE|                  ! isEmpty()
          while (x.isE|                                                 ! isEmpty()
          for (var one : names.isE|                                     ! isEmpty()
          for (int i = 0; i < x.len|                                    ! length()
          for (var one : names) { if (one.isE|                          ! isEmpty()
          names.forEach(one -> { while (one.isE|                        ! isEmpty()
          int f(String p) { if (p.isE|                                  ! isEmpty()
          { var y = net(); if (y.pla|                                   ! plain()
          net().residual(b -> b.con|                                    ! conv(
          net().residual(b -> b.conv(3).re|                             ! relu()
          net().conv(64, ker|                                           ! kernelSize(
          compare(resnet(20), resnet(20).pla|                           ! plain()
          train(resnet(20)).on(sha|                                     ! shapes()
          class A { int f(String p) { return p.len|                     ! length()
          %time x.isE|                                                  ! isEmpty()
          """)
  void completion_works_inside_code_that_is_not_finished(String code, String expected) {
    assertThat(complete(code)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          import java.time.*;\\nLocalDa|                                ! LocalDate
          import java.time.*;\\nLocalDate.n|                            ! now(
          import java.time.LocalDate;\\nvar day = LocalDate.now();\\nday.getDayOfM| ! getDayOfMonth()
          import java.time.*;\\nif (LocalDate.now().isL|                ! isLeapYear()
          import static java.lang.Math.*;\\nhyp|                        ! hypot(
          var fresh = net().conv(3);\\nfresh.pla|                       ! plain()
          var a = net();\\nvar b = a.relu();\\nfor (int i = 0; i < 3; i++) b.pla| ! plain()
          int twice(String s) { return 2; }\\ntwi|                      ! twice(
          record Point(int left) {}\\nvar p = new Point(1);\\np.le|     ! left()
          record Point(int left) {}\\nint f(Point p) { return p.le|     ! left()
          %time 1 + 1\\nvar t = net();\\nt.pla|                         ! plain()
          """)
  void completion_knows_what_the_cell_declares_before_it_has_run(String code, String expected) {
    assertThat(complete(code.replace("\\n", "\n"))).contains(expected);
    assertThat(cells.attempt("LocalDate.now()").reply().text("ename")).isEqualTo("CompileError");
  }

  @Test
  void where_nothing_is_typed_yet_only_what_fits_is_offered() {
    cells.run("int filters = 3;");
    assertThat(complete("net().conv(|")).contains("filters").doesNotContain("AbstractCollection");
    assertThat(complete("net().conv(64, |"))
        .contains("stride(", "kernelSize(", "padding(")
        .doesNotContain("filters");
  }

  @Test
  void positions_are_counted_in_code_points() {
    JsonObject reply = ask("complete_request", "/* 😀😀 */ x.isE| + 1");
    assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(11);
    assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(14);
    JsonArray kinds =
        reply.getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
    JsonElement kind = kinds.get(0);
    assertThat(kind.toString())
        .isEqualTo("{\"text\":\"isEmpty()\",\"type\":\"function\",\"start\":11,\"end\":14}");
  }

  @Test
  void magics_are_completed() {
    assertThat(complete("1 + 1\n%ti|")).containsExactly("%time");
    assertThat(complete("%%|")).containsExactly("%%loadFromPOM", "%%time");
  }

  @Test
  void a_method_of_the_language_shows_its_javadoc() {
    assertThat(inspect("var n = net().con|v(64)"))
        .startsWith("Net conv(int filters, ConvOption... options)\n  in org.skipjack.net.Net\n\n")
        .contains("convolution", "Parameters\n  filters  ", "[N, C, H, W]");
    assertThat(inspect("if (net().conv(64, str|ide(2)")).contains("stride(int value)");
    JsonObject data = ask("inspect_request", "net().conv|(64)").getAsJsonObject("data");
    assertThat(data.get("text/html").getAsString())
        .contains(
            "<b>Net conv(int filters, ConvOption... options)</b>", "<code>[N, C, H, W]</code>");
  }

  @Test
  void between_parentheses_the_method_is_shown_whose_they_are() {
    assertThat(inspect("net().conv(|")).startsWith("Net conv(int filters");
    assertThat(inspect("net().conv(64, |")).startsWith("Net conv(int filters");
  }

  @Test
  void a_comment_that_says_where_more_is_written_is_followed_there() {
    assertThat(inspect("resnet|(20)"))
        .contains("Net resnet(int depth, Option.FamilyOption... options)", "269,722 parameters");
  }

  @Test
  void overloads_types_records_and_variables_are_shown() {
    assertThat(inspect("net().residual|"))
        .contains("Net residual(UnaryOperator<Net> body)")
        .contains("Net residual(Shortcut shortcut, UnaryOperator<Net> body)");
    assertThat(inspect("N|et n = null;")).contains("record Net(", "in org.skipjack.net");
    cells.run("Net kept = net();");
    assertThat(inspect("ke|pt")).contains("org.skipjack.net.Net kept");
    assertThat(inspect("train(net()).on(shapes()).epo|chs(3)")).contains("Training epochs(");
    assertThat(inspect("x.substr|ing(1)"))
        .contains(
            "String String.substring(int beginIndex)", "substring(int beginIndex, int endIndex)");
    assertThat(inspect("List<List<String>> l; l.add|")).doesNotContain("\n\n\n");
    assertThat(inspect("nothingOfThisName|")).isEmpty();
  }

  @Test
  void a_question_mark_asks_in_a_cell() {
    assertThat(cells.run("net().conv?").value()).startsWith("Net conv(int filters");
    assertThat(cells.run("?resnet").value()).contains("Net resnet(int depth");
    assertThat(cells.run("ConvOption?").value()).contains("interface ConvOption");
    assertThat(cells.run("net().relu??").value()).contains("return ");
    assertThat(cells.run("%help net().relu").value()).startsWith("Net relu()");
    assertThat(cells.attempt("?noSuchThing").traceback())
        .contains("nothing is known of noSuchThing", "Fix:");
    assertThat(cells.run("boolean maybe = true;\nmaybe ?\n1 : 2").value()).isEqualTo("1");
    JsonObject content = new JsonObject();
    content.addProperty("code", "net().conv?");
    assertThat(cells.ask("is_complete_request", content).text("status")).isEqualTo("complete");
  }
}
