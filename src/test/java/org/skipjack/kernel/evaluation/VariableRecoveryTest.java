package org.skipjack.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a cell declared stays what it is, whatever later cells declare. The first four are the
 * threads of jjava by their numbers.
 */
class VariableRecoveryTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  @Test
  void a_variable_derived_from_one_that_is_declared_again_keeps_its_value() { // jjava#53
    notebook.run("String dt = \"first\";");
    notebook.run("var dt1 = dt.substring(2);");
    notebook.run("String dt = \"override\";");
    assertThat(notebook.value("dt1")).isEqualTo("rst");
    assertThat(notebook.value("dt")).isEqualTo("override");
  }

  @Test
  void an_import_in_a_later_cell_keeps_variables() { // jjava#119
    notebook.run("import java.util.concurrent.*;");
    notebook.run("var map = new ConcurrentHashMap<String, Integer>(); map.put(\"a\", 1);");
    notebook.run("import java.text.*;\nimport java.time.*;");
    assertThat(notebook.value("map.get(\"a\")")).isEqualTo(1);
  }

  @Test
  void a_comment_above_an_import_keeps_variables() { // jjava#127
    notebook.run("import java.util.*;");
    notebook.run("var list = new ArrayList<>(List.of(1, 2, 3));");
    notebook.run("// numbers\n\n/* and text */\nimport java.text.*;");
    notebook.run("// again\nimport java.util.*;");
    assertThat(notebook.value("list.size()")).isEqualTo(3);
  }

  @Test
  void a_method_that_is_declared_again_keeps_what_it_once_gave() { // jjava#128
    notebook.run("int f() { return 1; }\nvar v = f();");
    notebook.run("int f() { return 2; }");
    assertThat(notebook.value("v")).isEqualTo(1);
    assertThat(notebook.value("f()")).isEqualTo(2);
  }

  @Test
  void objects_of_a_class_keep_their_class_when_an_import_is_added() {
    notebook.run("record P(int x) {}");
    notebook.run("var points = new java.util.ArrayList<P>(); points.add(new P(7));");
    notebook.run("import java.time.*;");
    notebook.run("import java.text.*;");
    assertThat(notebook.value("points.get(0).x()")).isEqualTo(7);
  }

  @Test
  void objects_of_a_class_see_the_new_body_of_a_method_that_they_call() {
    notebook.run("int helper() { return 1; }");
    notebook.run("class T { int made = 5; int go() { return made + helper(); } }");
    notebook.run("var ts = new java.util.ArrayList<T>(); ts.add(new T()); ts.get(0).made = 50;");
    notebook.run("int helper() { return 2; }");
    assertThat(notebook.value("ts.get(0).go()")).isEqualTo(52);
  }

  @Test
  void a_method_that_gains_a_lambda_is_still_called_by_old_objects() {
    notebook.run("int helper() { return 1; }");
    notebook.run("class T { int go() { return helper(); } }");
    notebook.run("var ts = new java.util.ArrayList<T>(); ts.add(new T());");
    notebook.run(
        "int helper() { return java.util.stream.IntStream.range(0, 4).map(i -> 2 * i).sum(); }");
    assertThat(notebook.value("ts.get(0).go()")).isEqualTo(12);
  }

  @Test
  void a_class_with_a_changed_method_keeps_its_objects() {
    notebook.run("class T { int made = 5; int go() { return made; } }");
    notebook.run("var ts = new java.util.ArrayList<T>(); ts.add(new T());");
    notebook.run("class T { int made = 5; int go() { return 10 * made; } }");
    assertThat(notebook.value("ts.get(0).go()")).isEqualTo(50);
  }

  @Test
  void a_class_with_a_new_member_gets_the_fields_of_its_objects() {
    notebook.run("class T { java.util.List<Integer> made = new java.util.ArrayList<>(); }");
    notebook.run("var t = new T(); t.made.add(3);");
    notebook.run("T[] many = {t, t};");
    Outcome outcome =
        notebook.run(
            "class T { java.util.List<Integer> made; String name; int first() { return made.get(0); } }");
    assertThat(outcome.notes()).singleElement().asString().contains("T was declared anew");
    assertThat(notebook.value("t.first()")).isEqualTo(3);
    assertThat(notebook.value("many[0] == many[1] && many[0] == t")).isEqualTo(true);
    assertThat(notebook.value("t.name")).isNull();
  }

  @Test
  void a_record_with_a_new_component_gets_the_others() {
    notebook.run("record P(int x) {}\nvar p = new P(4);");
    notebook.run("record P(int x, String name) {}");
    assertThat(notebook.value("p.x()")).isEqualTo(4);
    assertThat(notebook.value("p.name()")).isNull();
  }

  @Test
  void an_enum_with_a_new_constant_keeps_its_constants() {
    notebook.run("enum E { A, B }\nvar e = E.B;");
    notebook.run("enum E { A, B, C }");
    assertThat(notebook.value("e == E.B")).isEqualTo(true);
  }

  @Test
  void a_variable_whose_initializer_no_longer_compiles_keeps_its_value() {
    notebook.run("int f() { return 1; }");
    notebook.run("int v = f();\nvar w = f() + 10;");
    notebook.run("String f() { return \"two\"; }");
    assertThat(notebook.value("v")).isEqualTo(1);
    assertThat(notebook.value("w")).isEqualTo(11);
    assertThat(notebook.value("f()")).isEqualTo("two");
  }

  @Test
  void a_static_field_of_a_class_keeps_its_value_when_the_class_is_only_compiled_anew() {
    notebook.run("int helper() { return 1; }");
    notebook.run("class T { static int calls = 0; static int go() { calls++; return helper(); } }");
    notebook.run("T.go(); T.go();");
    notebook.run("long helper(int unused) { return 2; }\nint helper() { return (int) helper(0); }");
    assertThat(notebook.value("T.calls")).isEqualTo(2);
  }

  @Test
  void a_variable_that_changes_its_type_changes_nothing_else() {
    notebook.run("var x = 1;\nvar y = x + 1;\nvar z = new int[] {x, y};");
    notebook.run("var x = \"text\";");
    assertThat(notebook.value("x")).isEqualTo("text");
    assertThat(notebook.value("y")).isEqualTo(2);
    assertThat(notebook.value("z[1]")).isEqualTo(2);
  }

  @Test
  void a_cell_that_fails_changes_no_variable() {
    notebook.run("var kept = new java.util.ArrayList<>(java.util.List.of(1));");
    Outcome outcome =
        notebook.attempt("var kept = (java.util.ArrayList<Integer>) null; int q = 1 / 0;");
    assertThat(outcome.failure()).isNotNull();
    Outcome second = notebook.attempt("kept = missing();");
    assertThat(second.failure()).isNotNull();
    notebook.run("var other = 5;");
    Outcome third = notebook.attempt("var other = Integer.parseInt(\"no\");");
    assertThat(third.failure()).isNotNull();
    assertThat(notebook.value("other")).isEqualTo(5);
  }

  @Test
  void lambdas_and_generic_variables_survive_everything() {
    notebook.run("int base() { return 1; }");
    notebook.run("java.util.function.IntUnaryOperator add = i -> i + base();");
    notebook.run("<T> T same(T t) { return t; }");
    notebook.run("var kept = same(java.util.Map.of(\"a\", new int[] {1}));");
    notebook.run("import java.time.*;");
    notebook.run("int base() { return 100; }");
    notebook.run("<T> T same(T t) { return java.util.Objects.requireNonNull(t); }");
    assertThat(notebook.value("add.applyAsInt(1)")).isEqualTo(101);
    assertThat(notebook.value("kept.get(\"a\")[0]")).isEqualTo(1);
  }
}
