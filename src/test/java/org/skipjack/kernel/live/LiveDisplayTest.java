package org.skipjack.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.junit.jupiter.api.Test;
import org.skipjack.kernel.compat.Conversation;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Session;

/** How often something live is sent. */
class LiveDisplayTest {
  private final List<String> sent = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  /** Takes what is shown. */
  private final class Recorder implements Output {
    @Override
    public void print(Stream stream, String text) {}

    @Override
    public void display(Rendering rendering) {
      sent.add("show " + rendering.plain());
    }

    @Override
    public void display(Rendering rendering, String id) {
      sent.add("show " + rendering.plain());
    }

    @Override
    public void update(Rendering rendering, String id) {
      sent.add("update " + rendering.plain());
    }

    @Override
    public void clear(boolean wait) {}

    @Override
    public String ask(String prompt, boolean password) {
      return "";
    }
  }

  @Test
  void what_comes_too_soon_is_dropped_but_the_newest() {
    try (NotebookKernel kernel =
        NotebookKernel.open(new Recorder(), Conversation.NONE, Session.open(""))) {
      kernel.onStartup();
      LiveDisplay display = new LiveDisplay(kernel, 100, clock::get);
      for (int time = 0; time < 1000; time++) {
        clock.set(time);
        String text = "at " + time;
        display.offer(() -> new DisplayData(text));
      }
      assertThat(sent)
          .hasSize(10)
          .startsWith("show at 0", "update at 100")
          .endsWith("update at 900");
      display.finish();
      display.finish();
      assertThat(sent).hasSize(11).endsWith("update at 999");
    }
  }
}
