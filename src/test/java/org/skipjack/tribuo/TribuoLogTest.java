package org.skipjack.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others see of the logger while and after an evaluation runs. */
class TribuoLogTest {
  private final Logger logger =
      Logger.getLogger("org.tribuo.classification.evaluation.ConfusionMetrics");
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          heard.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(ear);
  }

  @AfterEach
  void leaveTheLoggerAsItWas() {
    logger.removeHandler(ear);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }

  @Test
  void the_thread_of_an_evaluation_is_not_heard_and_others_are() {
    boolean done =
        TribuoLog.without(
            () -> {
              logger.warning("of the evaluation");
              CompletableFuture.runAsync(() -> logger.warning("of another")).join();
              return true;
            });
    logger.warning("afterwards");

    assertThat(done).isTrue();
    assertThat(heard).containsExactly("of another", "afterwards");
  }

  @Test
  void a_level_that_somebody_sets_meanwhile_is_set() {
    boolean done =
        TribuoLog.without(
            () -> {
              logger.setLevel(Level.OFF);
              return true;
            });
    logger.warning("afterwards");

    assertThat(done).isTrue();
    assertThat(logger.getLevel()).isEqualTo(Level.OFF);
    assertThat(heard).isEmpty();
  }

  @Test
  void of_two_evaluations_at_a_time_the_first_to_end_does_not_let_the_other_be_heard() {
    boolean done =
        TribuoLog.without(
            () -> {
              boolean other =
                  CompletableFuture.supplyAsync(() -> TribuoLog.without(() -> true)).join();
              logger.warning("of the first");
              return other;
            });

    assertThat(done).isTrue();
    assertThat(heard).isEmpty();
    assertThat(logger.getLevel()).isNull();
  }
}
