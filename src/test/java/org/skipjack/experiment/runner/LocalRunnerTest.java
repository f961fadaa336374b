package org.skipjack.experiment.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LocalRunnerTest {

  /** Workers that do not stop. */
  private static final class Stuck extends AbstractExecutorService {
    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return true;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }

    @Override
    public void execute(Runnable command) {
      command.run();
    }
  }

  @Test
  void a_worker_that_does_not_stop_hides_no_cause() {
    IllegalArgumentException cause = new IllegalArgumentException("the cause");

    assertThat(LocalRunner.failed(cause, new Stuck())).isSameAs(cause);
    assertThat(cause.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("a training did not stop");
  }

  @Test
  void an_error_of_a_worker_stays_an_error() {
    OutOfMemoryError cause = new OutOfMemoryError("the cause");

    assertThatThrownBy(() -> throwing(cause)).isSameAs(cause);
    assertThat(cause.getSuppressed()).hasSize(1);
  }

  private static void throwing(Throwable cause) {
    throw LocalRunner.failed(cause, new Stuck());
  }
}
