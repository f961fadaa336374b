package org.skipjack.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHomeTest {
  private static final Map<String, String> SET = Map.of("HOME", "/elsewhere");

  @Test
  void the_environment_comes_before_what_java_found() {
    assertThat(UserHome.of(SET, true, "/home/of/the/file")).contains(Path.of("/elsewhere"));
    assertThat(UserHome.of(SET, true, "?")).contains(Path.of("/elsewhere"));
  }

  @Test
  void without_a_folder_in_it_java_is_believed() {
    Path found = Path.of("/found");
    assertThat(UserHome.of(Map.of(), true, "/found")).contains(found);
    assertThat(UserHome.of(Map.of("HOME", ""), true, "/found")).contains(found);
    assertThat(UserHome.of(Map.of("HOME", "?"), true, "/found")).contains(found);
    assertThat(UserHome.of(SET, false, "/found")).contains(found);
  }

  @Test
  void a_question_mark_is_no_folder() {
    assertThat(UserHome.of(Map.of(), true, "?")).isEmpty();
    assertThat(UserHome.of(Map.of(), true, "")).isEmpty();
  }
}
