package org.skipjack.kernel;

import com.google.gson.JsonObject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.display.Streams;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.execution.ThreadOwner;
import org.skipjack.kernel.notebook.LoadMagic;
import org.skipjack.kernel.wire.ConnectionFile;
import org.skipjack.kernel.wire.Request;
import org.skipjack.kernel.wire.Wire;

/** A kernel that serves one notebook over the sockets of a connection file. */
public final class Kernel implements AutoCloseable {
  /** How long a question waits for cells before it, and for how long late requests are awaited. */
  private static final long PATIENCE_MILLIS = 200;

  private final Wire wire;
  private final Status status;
  private final NotebookKernel notebook;
  private final Streams streams;
  private final ExecuteHandler executeHandler;
  private final QueryHandler queryHandler;
  private final CellQueue cells;
  private final ExecutorService questions;
  private final IntConsumer exit;
  private final Consumer<Request> first;

  private Kernel(ConnectionFile file, String startup, IntConsumer exit, Consumer<Request> first) {
    this.exit = exit;
    this.first = first;
    wire = Wire.bind(file);
    status = new Status(wire.publisher());
    ThreadOwner<Request> threadOwner = new ThreadOwner<>();
    WireOutput output = new WireOutput(wire, threadOwner);
    notebook = NotebookKernel.open(output, output::publish, Session.open(startup));
    LoadMagic.register(notebook);
    streams = Streams.to(output);
    CellHistory cellHistory = new CellHistory();
    queryHandler = new QueryHandler(notebook, cellHistory);
    executeHandler =
        new ExecuteHandler(
            new ExecuteHandler.Surroundings(
                wire.publisher(), status, threadOwner, output, cellHistory),
            notebook);
    cells = new CellQueue(notebook::onStartup, this::carryOut);
    questions = Executors.newSingleThreadExecutor(Kernel::questionThread);
  }

  /**
   * Starts a kernel; it serves until it is shut down or closed.
   *
   * @param startup code that the session begins with
   * @param exit called when a client wants the kernel to end, with the process's exit code
   * @throws IllegalStateException if a port is taken
   */
  public static Kernel start(ConnectionFile file, String startup, IntConsumer exit) {
    return start(file, startup, exit, request -> {});
  }

  /**
   * Starts a kernel.
   *
   * @param first hears of each request where it is carried out; what it throws is what carrying out
   *     threw
   */
  static Kernel start(
      ConnectionFile file, String startup, IntConsumer exit, Consumer<Request> first) {
    Kernel kernel = new Kernel(file, startup, exit, first);
    kernel.wire.serve(kernel.new Requests());
    kernel.status.starting();
    kernel.cells.start();
    return kernel;
  }

  /** Where this listens. */
  public ConnectionFile connection() {
    return wire.connection();
  }

  /** Stops the cell that runs, and drops those that wait. */
  public void interrupt() {
    notebook.interrupt();
  }

  private static Thread questionThread(Runnable work) {
    Thread thread = new Thread(null, work, "questions", Session.STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Carries out what the queue of cells holds: cells, and what comms hear. */
  private void carryOut(Request request) {
    if (request.type().equals(ExecuteHandler.TYPE)) {
      answered(request, () -> executeHandler.run(request, cells));
    } else {
      answered(request, () -> status.around(request, () -> queryHandler.hear(request)));
    }
  }

  private void ask(Request request) {
    try {
      cells.awaitIdle(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      // By a cell; who asked waits all the same
    }
    answered(request, () -> status.around(request, () -> queryHandler.answer(request)));
  }

  /** Carries a request out. Whatever that throws, the client, which waits for a reply, gets one. */
  private void answered(Request request, Runnable work) {
    try {
      first.accept(request);
      work.run();
    } catch (RuntimeException | Error e) {
      Log.failure(request.type(), e);
      status.around(request, () -> QueryHandler.refuse(request, e));
    }
  }

  private void info(Request request) {
    status.around(request, () -> request.reply("kernel_info_reply", queryHandler.info()));
  }

  private void shutDown(Request request) {
    boolean restart = MessageContent.flag(request.content(), "restart", false);
    JsonObject content = MessageContent.ok().with("restart", restart).build();
    answered(request, () -> status.around(request, () -> request.reply("shutdown_reply", content)));
    exit.accept(0);
  }

  /** What comes in. */
  private final class Requests implements Wire.Handler {
    @Override
    public void shell(Request request) {
      switch (request.type()) {
        case "execute_request", "comm_open", "comm_msg", "comm_close" -> cells.add(request);
        case "kernel_info_request" -> answered(request, () -> info(request));
        case "shutdown_request" -> shutDown(request);
        case "interrupt_request" -> answered(request, () -> stop(request));
        default -> questions.execute(() -> ask(request));
      }
    }

    @Override
    public void control(Request request) {
      switch (request.type()) {
        case "interrupt_request" -> answered(request, () -> stop(request));
        case "shutdown_request" -> shutDown(request);
        case "kernel_info_request" -> answered(request, () -> info(request));
        default -> status.around(request, () -> {});
      }
    }

    private void stop(Request request) {
      status.around(
          request,
          () -> {
            interrupt();
            request.reply("interrupt_reply", MessageContent.ok().build());
          });
    }

    @Override
    public void failed(Request request, Throwable failure) {
      Log.failure(request.type(), failure);
    }
  }

  @Override
  public void close() {
    cells.close();
    questions.shutdownNow();
    notebook.close();
    streams.close();
    wire.close();
  }
}
