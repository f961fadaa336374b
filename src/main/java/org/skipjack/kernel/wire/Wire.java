package org.skipjack.kernel.wire;

import org.zeromq.ZContext;

/** The five sockets of a kernel, bound and served. */
public final class Wire implements AutoCloseable {
  static final int LINGER_MILLIS = 1000;

  private final ZContext context = new ZContext(1);
  private final InputPrompter inputPrompter = new InputPrompter();
  private final RouterChannel shell;
  private final RouterChannel control;
  private final RouterChannel stdin;
  private final Publisher publisher;
  private final Heartbeat heartbeat;
  private final ConnectionFile bound;

  /**
   * What answers requests. Called on a channel's thread, so it must not take long: it hands work to
   * threads of its own.
   */
  public interface Handler {
    /** A request on the shell channel, in the order of arrival. */
    void shell(Request request);

    /** A request on the control channel, which may overtake those of the shell. */
    void control(Request request);

    /** One of the above failed, which only a defect of ours explains. */
    void failed(Request request, Throwable failure);
  }

  private Wire(ConnectionFile file) {
    Codec codec = new Codec(new Signer(file));
    shell = new RouterChannel(context, codec, new Endpoint("shell", file, file.shell()));
    control = new RouterChannel(context, codec, new Endpoint("control", file, file.control()));
    stdin = new RouterChannel(context, codec, new Endpoint("stdin", file, file.stdin()));
    publisher = new Publisher(context, codec, new Endpoint("iopub", file, file.iopub()));
    heartbeat = new Heartbeat(context, new Endpoint("heartbeat", file, file.heartbeat()));
    bound =
        new ConnectionFile(
            file.transport(),
            file.ip(),
            shell.port(),
            control.port(),
            stdin.port(),
            publisher.port(),
            heartbeat.port(),
            file.key(),
            file.scheme());
  }

  /**
   * Binds the sockets; requests wait in them until {@link #serve}.
   *
   * @throws IllegalStateException if a port is taken
   * @throws IllegalArgumentException if the signature scheme is unknown
   */
  public static Wire bind(ConnectionFile file) {
    return new Wire(file);
  }

  /** Begins to hand requests to a handler. */
  public void serve(Handler handler) {
    publisher.start();
    heartbeat.start();
    stdin.start(request -> inputPrompter.heard(request.message()), handler::failed);
    control.start(handler::control, handler::failed);
    shell.start(handler::shell, handler::failed);
  }

  /** Where this listens: the connection file with the ports that were free. */
  public ConnectionFile connection() {
    return bound;
  }

  /** What everybody hears. */
  public Publisher publisher() {
    return publisher;
  }

  /**
   * Asks the person who sent a request, and waits for the answer.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public String ask(Request asker, InputPrompt inputPrompt) throws InterruptedException {
    Message message = asker.message();
    return inputPrompter.ask(
        inputPrompt,
        content -> stdin.send(message.identities(), "input_request", message.header(), content));
  }

  static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It was closed to be gone, and it is
    }
  }

  @Override
  public void close() {
    shell.close();
    control.close();
    stdin.close();
    publisher.close();
    heartbeat.close();
    context.close();
  }
}
