package org.skipjack.train.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skipjack.train.optimizer.Sgd;

class RecipePrinterTest {
  @Test
  void a_recipe_is_told_in_words() {
    assertThat(RecipePrinter.of(Sgd.HE))
        .isEqualTo("sgd, momentum 0.9, weight decay 0.0001, decay all");
    assertThat(RecipePrinter.of(Schedule.cosine(0.1))).isEqualTo("cosine, rate 0.1");
    assertThat(RecipePrinter.of(Schedule.dividedAt(0.1, 32_000L, 48_000L)))
        .contains("0.1", "32000 and 48000");
    assertThat(RecipePrinter.of(Regularization.NONE)).isEqualTo("none");
    assertThat(RecipePrinter.of(Regularization.NONE.withClipNorm(5).withAveraging(0.999)))
        .isEqualTo("clip norm 5, averaging 0.999");
  }
}
