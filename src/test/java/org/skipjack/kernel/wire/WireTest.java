package org.skipjack.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The sockets of a kernel, opened and closed. */
class WireTest {
  private static final int TIMES = 20;

  private record Deaf() implements Wire.Handler {
    @Override
    public void shell(Request request) {}

    @Override
    public void control(Request request) {}

    @Override
    public void failed(Request request, Throwable failure) {}
  }

  @Test
  void closing_ends_all_threads_and_none_by_an_exception() throws Exception {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    try {
      for (int time = 0; time < TIMES; time++) {
        List<Thread> others = channels();
        Wire wire = Wire.bind(ConnectionFile.local("k"));
        wire.serve(new Deaf());
        List<Thread> ours = channels();
        ours.removeAll(others);
        assertThat(ours).hasSize(5);
        wire.close();
        for (Thread thread : ours) {
          thread.join(10_000);
          assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(uncaught).isEmpty();
  }

  private static List<Thread> channels() {
    return new CopyOnWriteArrayList<>(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("jupyter-"))
            .toList());
  }
}
