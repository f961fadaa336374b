package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageErrorsTest {
  private static final String[] TRAIN = {"train", "resnet8", "--data", "shapes"};

  @Test
  void a_word_that_is_none_of_a_few_is_answered_with_these() {
    Command wrong = train("--schedule", "exponential");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualToNormalizingNewlines(
            """
            skipjack train: invalid value for option '--schedule': got exponential, expected one of constant, steps, cosine, one-cycle
            Fix: `skipjack train --help` tells what there is
            """);
  }

  @Test
  void every_option_of_a_few_words_names_them_as_they_are_written() {
    assertThat(train("--optimizer", "rmsprop").err()).contains("sgd, nesterov, adam, adamw");
    assertThat(train("--decay", "some").err()).contains("one of all, weights");
    assertThat(train("--recipe", "she").err()).contains("one of default, he");
  }

  @Test
  void words_are_taken_in_any_case() {
    assertThat(train("--schedule", "Cosine", "--epochs", "0").err()).contains("epochs is 0");
  }

  @Test
  void an_option_that_is_misspelt_is_answered_with_those_like_it() {
    Command wrong = train("--epoch", "3");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith("skipjack train: unknown option")
        .contains("Fix: perhaps --epochs")
        .doesNotContain("Usage:");
  }

  @Test
  void what_is_missing_is_named() {
    Command wrong = Command.run("train");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("missing required options and parameters", "--data", "NET")
        .doesNotContain("Usage:");
  }

  @Test
  void an_unknown_command_is_answered_with_the_commands_there_are() {
    Command wrong = Command.run("trian");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("trian", "Fix: perhaps", "train", "Usage: skipjack");
  }

  private static Command train(String... more) {
    String[] all = java.util.Arrays.copyOf(TRAIN, TRAIN.length + more.length);
    System.arraycopy(more, 0, all, TRAIN.length, more.length);
    return Command.run(all);
  }
}
