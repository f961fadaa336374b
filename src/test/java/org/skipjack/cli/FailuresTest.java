package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FailuresTest {
  @CommandLine.Command(name = "broken")
  record Broken(Throwable failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }

    @CommandLine.Command(name = "method")
    public int method() throws Exception {
      return call();
    }
  }

  private static Command run(Throwable failure, String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().addSubcommand(new Broken(failure));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Command(code, "", err.toString());
  }

  static Stream<Throwable> ours() {
    return Stream.of(
        new IllegalArgumentException("bound must be positive"),
        new IllegalArgumentException(),
        new NumberFormatException("For input string: \"\""),
        new InvalidPathException("a", "Malformed input"),
        new IllegalStateException("the plan is not well formed"),
        new NullPointerException("Fix is not at the beginning of a line"),
        new IndexOutOfBoundsException(3),
        new ClassCastException(),
        new NoSuchElementException("No value present"),
        new UncheckedIOException(new IOException("Stream closed")),
        new AssertionError("never"));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void what_nobody_foresaw_is_a_defect_whatever_its_type(Throwable failure) {
    for (String[] words : new String[][] {{"broken"}, {"broken", "method"}}) {
      Command command = run(failure, words);

      assertThat(command.code()).isEqualTo(1);
      assertThat(command.err())
          .startsWith("skipjack " + String.join(" ", words) + ": a defect of Skipjack, " + failure)
          .containsOnlyOnce("Fix: report it with the trace that SKIPJACK_STACKTRACE=1 shows")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void what_has_advice_is_a_mistake_and_its_message_is_all_that_is_said() {
    String message = "threads is 0, expected 1 or more.%nFix: leave it out".formatted();

    assertThat(run(new IllegalArgumentException(message), "broken"))
        .isEqualTo(new Command(2, "", "skipjack broken: %s%n".formatted(message)));
    assertThat(run(new IllegalStateException(message), "broken"))
        .isEqualTo(new Command(1, "", "skipjack broken: %s%n".formatted(message)));
  }

  @Test
  void an_error_of_the_machine_is_said_in_words_also_where_it_is_a_cause() {
    for (String[] words : new String[][] {{"broken"}, {"broken", "method"}}) {
      assertThat(run(new OutOfMemoryError("Java heap space"), words))
          .satisfies(c -> assertThat(c.code()).isEqualTo(1))
          .satisfies(
              c ->
                  assertThat(c.err())
                      .contains("the memory is used up: Java's heap is full", "GB", "Fix: ", "-Xmx")
                      .doesNotContain("defect", "\tat "));
      assertThat(run(new StackOverflowError(), words).err())
          .contains("nested more deeply", "Fix: fewer levels")
          .doesNotContain("defect", "\tat ");
      for (Throwable missing :
          new Throwable[] {
            new UnsatisfiedLinkError("no jnidnnl in java.library.path"),
            new NoClassDefFoundError("org/bytedeco/dnnl/dnnl"),
            new ExceptionInInitializerError(new UnsatisfiedLinkError("no jnind4jcpu")),
            new IllegalStateException(new UnsatisfiedLinkError("no jnind4jcpu"))
          }) {
        assertThat(run(missing, words).err())
            .contains("a library is missing or does not work", "skipjack doctor")
            .doesNotContain("defect", "\tat ");
      }
    }
  }

  @Test
  void a_stop_is_a_stop_however_it_comes_out() {
    Command stopped = new Command(130, "", "skipjack broken: stopped%n".formatted());

    assertThat(run(new IllegalStateException(new InterruptedException()), "broken"))
        .isEqualTo(stopped);
    Thread.currentThread().interrupt();
    try {
      assertThat(run(new IllegalStateException("the probe was stopped"), "broken"))
          .isEqualTo(stopped);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
