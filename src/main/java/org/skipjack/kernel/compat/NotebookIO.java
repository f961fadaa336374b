package org.skipjack.kernel.compat;

import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishClearOutput;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.skipjack.kernel.display.Output;

/** What {@code kernel.getIO()} gives: JJava's streams and displays, led to our output. */
final class NotebookIO extends JupyterIO {

  private final ShellReplyEnvironment environment;

  NotebookIO(Output output) {
    super(StandardCharsets.UTF_8);
    environment = new Environment(output);
    setEnv(environment);
  }

  /** What JJava's handlers of messages are given. */
  ShellReplyEnvironment environment() {
    return environment;
  }

  /** Shows data that may have a name. */
  static void show(Output output, DisplayData data) {
    Bridge.displayId(data)
        .ifPresentOrElse(
            id -> output.display(Bridge.rendering(data), id),
            () -> output.display(Bridge.rendering(data)));
  }

  private static final class Environment extends ShellReplyEnvironment {
    private final Output output;

    @SuppressWarnings("NullAway") // JJava's channels are what this does without
    Environment(Output output) {
      super(null, null, null, null);
      this.output = output;
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      if (content instanceof PublishUpdateDisplayData update) {
        output.update(Bridge.rendering(update), update.getDisplayId());
      } else if (content instanceof DisplayData data) {
        show(output, data);
      } else if (content instanceof PublishClearOutput clear) {
        output.clear(clear.shouldWait());
      }
    }

    @Override
    public void publish(Message<?> message) {}

    @Override
    public void setBusyDeferIdle() {}

    @Override
    public void writeToStdOut(String text) {
      output.print(Output.Stream.STDOUT, text);
    }

    @Override
    public void writeToStdErr(String text) {
      output.print(Output.Stream.STDERR, text);
    }

    @Override
    public String readFromStdIn(String prompt, boolean password) {
      try {
        return output.ask(prompt, password);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "";
      }
    }

    @Override
    public String readFromStdIn(String prompt) {
      return readFromStdIn(prompt, false);
    }

    @Override
    public String readFromStdIn() {
      return readFromStdIn("", false);
    }
  }
}
