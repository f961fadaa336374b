package org.skipjack.kernel.notebook;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.execution.ThreadOwner;

/** Keeps what cells print and show, each with the cell that did it. */
final class RunOutput implements Output {
  private final ThreadOwner<CellOutputs> threadOwner = new ThreadOwner<>();
  private final List<CellOutputs> all = new ArrayList<>();
  private final RunListener listener;

  RunOutput(RunListener listener) {
    this.listener = listener;
  }

  /** A cell begins, whose outputs these are; its thread calls {@link #adopt}. */
  CellOutputs begin() {
    CellOutputs outputs = new CellOutputs();
    synchronized (all) {
      all.add(outputs);
    }
    threadOwner.begin(outputs);
    return outputs;
  }

  /** Threads that the calling one starts print into the cell that began last. */
  void adopt() {
    threadOwner.adopt();
  }

  @Override
  public void print(Stream stream, String text) {
    outputs().print(stream, text);
    listener.printed(stream, text);
  }

  @Override
  public void display(Rendering rendering) {
    outputs().display(rendering, null);
    listener.shown(rendering);
  }

  @Override
  public void display(Rendering rendering, String id) {
    outputs().display(rendering, id);
    listener.shown(rendering);
  }

  @Override
  public void update(Rendering rendering, String id) {
    List<CellOutputs> copy;
    synchronized (all) {
      copy = List.copyOf(all);
    }
    copy.forEach(outputs -> outputs.update(rendering, id));
  }

  @Override
  public void clear(boolean wait) {
    outputs().clear(wait);
  }

  @Override
  public String ask(String prompt, boolean password) {
    throw new UnsupportedOperationException(
        "nobody can be asked while a notebook runs by itself. Fix: make it a parameter, -p name=value");
  }

  /** Those of the cell at work; before the first, what is printed is in nobody's way. */
  private CellOutputs outputs() {
    CellOutputs own = threadOwner.get();
    return own == null ? new CellOutputs() : own;
  }
}
