package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types are declared in a cell as Java takes them in a file. */
class TopLevelTypesTest {
  private static Cells cells;

  @BeforeAll
  static void start() {
    cells = new Cells("import java.util.*;");
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "record P(int x) { P { if (x < 0) x = 0; } }                ! new P(-1)   ! P[x=0]",
        "record Q(int x) { Q(int x) { this.x = x; } Q() { this(5); } } ! new Q()  ! Q[x=5]",
        "record R(int x) { protected R {} }                         ! new R(3)    ! R[x=3]",
        "record S(int x) { public S {} }                            ! new S(3)    ! S[x=3]",
        "record T<A>(A a) { static T<?> NO = new T<>(1); @Deprecated T {} } ! T.NO ! T[a=1]",
        "record U(int x) { @SuppressWarnings({\"a\"}) U { } }       ! new U(3)    ! U[x=3]",
        "record V(int x) { /* V { */ V { } static V V() { return new V(2); } } ! V.V() ! V[x=2]",
        "final record W(int... x) { W { x = x.clone(); } W(List<Integer> l) { this(l.size()); } } ! new W(List.of()).x()[0] ! 0",
        "class X { record Y(int x) { Y { x++; } } }                 ! new X.Y(3)  ! Y[x=4]",
        "interface Z { record Y(int x) { public Y { x++; } } }      ! new Z.Y(3)  ! Y[x=4]",
        "record A(B b) { A { } } record B(int x) { B { } }          ! new A(new B(1)) ! A[b=B[x=1]]",
        "sealed interface C permits D {} record D(int x) implements C { D { } } ! new D(1) ! D[x=1]",
      })
  void a_record_need_not_say_that_its_constructor_is_public(
      String declaration, String use, String value) {
    cells.run(declaration);
    assertThat(cells.run(use).value()).isEqualTo(value);
    Cells.Cell again = cells.run(declaration);
    assertThat(again.printed("stderr")).as("nothing is declared anew").isEmpty();
  }

  @Test
  void an_error_in_such_a_record_is_shown_as_it_was_written() {
    String wrong = "record E(int x) { E { x = true; } int f() { return false; } }";
    String indent = "\n    ";
    assertThat(cells.attempt(wrong).traceback())
        .contains(
            indent + wrong + indent + " ".repeat(wrong.indexOf("true")) + "^^^^\n",
            indent + wrong + indent + " ".repeat(wrong.indexOf("false")) + "^^^^^\n");
    assertThat(cells.attempt("record F(int x) { private F { } }").traceback())
        .contains("was public", "line 1");
  }
}
