package org.skipjack.kernel.notebook;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.compat.Result;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Streams;
import org.skipjack.kernel.evaluation.Cell;
import org.skipjack.kernel.evaluation.Failure;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.evaluation.Startup;
import org.skipjack.kernel.execution.TaskResult;

/**
 * Runs a notebook in this JVM, cell by cell, as the kernel would. While it does, the process's
 * streams are the notebook's.
 *
 * <p>A cell tagged {@code raises-exception} may fail; one tagged {@code skip-execution} is left
 * out.
 */
public final class NotebookRun implements AutoCloseable {
  static final String MAY_FAIL = "raises-exception";

  private final NotebookKernel kernel;
  private final RunListener listener;
  private final RunOutput output;
  private final Notebook notebook;
  private final Map<Integer, Executed> executed = new LinkedHashMap<>();
  private volatile boolean stopped;

  /**
   * How a run ended.
   *
   * @param notebook with what came of its cells, as far as they ran
   * @param failure why a cell ended early, and with it the run
   */
  public record Ended(Notebook notebook, Optional<Failure> failure) {}

  /** A cell that ran. */
  private record Executed(int count, CellOutputs outputs, Instant began, Instant ended) {}

  private NotebookRun(Notebook asked, NotebookParameters notebookParameters, Opened opened) {
    kernel = opened.kernel();
    listener = opened.listener();
    output = opened.output();
    Notebook whole =
        NotebookReader.isScript(opened.file()) ? notebookParameters.divided(asked) : asked;
    notebook =
        notebookParameters.into(whole, opened.file().toString()).withoutResults().ofThisKernel();
  }

  /** What a run works with. */
  private record Opened(Path file, NotebookKernel kernel, RunListener listener, RunOutput output) {}

  /**
   * Reads a notebook or script, and starts the compiler.
   *
   * @param parameters the texts of values, by the names of parameters
   * @throws NotebookException if the file is no notebook for this kernel
   * @throws IllegalArgumentException if it has no such parameter, or a value does not fit its type
   */
  public static NotebookRun open(Path file, Map<String, String> parameters, RunListener listener) {
    Notebook asked = NotebookReader.read(file);
    RunOutput output = new RunOutput(listener);
    NotebookKernel kernel =
        NotebookKernel.open(output, (type, content, buffers) -> {}, Session.open(Startup.script()));
    LoadMagic.register(kernel);
    try {
      return new NotebookRun(
          asked,
          new NotebookParameters(parameters, kernel.session()::declarations),
          new Opened(file, kernel, listener, output));
    } catch (IllegalArgumentException e) {
      kernel.close();
      throw e;
    }
  }

  /**
   * Runs the cells, and waits for their end. An interrupt of the calling thread stops the cell at
   * hand, and the run with it.
   */
  public Ended run() {
    Streams streams = Streams.to(output);
    try {
      kernel.onStartup();
      FutureTask<Ended> cells = new FutureTask<>(this::cells);
      Thread thread = new Thread(null, cells, "notebook", Session.STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      return await(cells);
    } finally {
      streams.close();
    }
  }

  private Ended await(FutureTask<Ended> cells) {
    while (true) {
      try {
        return cells.get();
      } catch (InterruptedException e) {
        stopped = true;
        kernel.interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private Ended cells() {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < notebook.cells().size(); i++) {
      if (notebook.cells().get(i).runs()) {
        indices.add(i);
      }
    }
    for (int index : indices) {
      NotebookCell cell = notebook.cells().get(index);
      RunListener.Step step =
          new RunListener.Step(executed.size() + 1, indices.size(), cell.source());
      Optional<Failure> failure = run(index, step);
      if (failure.isPresent() && (stopped || !cell.tagged(MAY_FAIL))) {
        return new Ended(soFar(), failure);
      }
      if (stopped) {
        return new Ended(soFar(), Optional.of(stoppedBetweenCells()));
      }
    }
    return new Ended(soFar(), Optional.empty());
  }

  private Optional<Failure> run(int index, RunListener.Step step) {
    listener.began(step);
    CellOutputs outputs = output.begin();
    Instant began = Instant.now();
    TaskResult unused =
        kernel
            .session()
            .onCellThread(
                () -> {
                  output.adopt();
                  return null;
                });
    Result result = kernel.run(new Cell(step.number(), step.code()));
    result.notes().forEach(note -> output.print(Output.Stream.STDERR, note + "\n"));
    result
        .shown()
        .ifPresent(
            shown -> {
              outputs.result(shown, step.number());
              listener.shown(shown);
            });
    result.failure().ifPresent(outputs::failure);
    Executed one = new Executed(step.number(), outputs, began, Instant.now());
    executed.put(index, one);
    listener.ended(step, began.until(one.ended(), ChronoUnit.MILLIS) / 1000.0, soFar());
    return result.failure();
  }

  private static Failure stoppedBetweenCells() {
    return new Failure(Failure.INTERRUPTED, "the notebook was interrupted", List.of("interrupted"));
  }

  private Notebook soFar() {
    List<NotebookCell> cells = new ArrayList<>(notebook.cells());
    executed.forEach((index, one) -> cells.set(index, with(cells.get(index), one)));
    return notebook.with(cells);
  }

  /** Times are kept where Jupyter's own clients keep them. */
  private static NotebookCell with(NotebookCell cell, Executed one) {
    JsonObject times = new JsonObject();
    times.addProperty("iopub.execute_input", one.began().toString());
    times.addProperty("shell.execute_reply", one.ended().toString());
    return cell.with(new NotebookCell.Result(one.count(), one.outputs().list()))
        .with("execution", times);
  }

  @Override
  public void close() {
    kernel.close();
  }
}
