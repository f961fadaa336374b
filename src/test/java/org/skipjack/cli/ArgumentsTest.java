package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void letters_that_java_did_not_know_are_read_from_the_bytes() {
    byte[] typed = "java\0-cp\0x\0Main\0run\0-p\0who=\u00e9\0\0".getBytes(StandardCharsets.UTF_8);
    String[] read = {"run", "-p", "who=\ufffd\ufffd", ""};
    assertThat(Arguments.asTyped(read, typed)).containsExactly("run", "-p", "who=\u00e9", "");
  }

  @Test
  void arguments_that_java_knew_are_taken_as_they_are() {
    String[] read = {"run", "-p", "who=\u00e9"};
    assertThat(Arguments.asTyped(read)).isSameAs(read);
  }

  @Test
  void a_command_line_that_is_shorter_than_its_arguments_is_not_believed() {
    String[] read = {"run", "\ufffd"};
    assertThat(Arguments.asTyped(read, new byte[0])).isSameAs(read);
  }
}
