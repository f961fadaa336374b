package org.skipjack.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A socket that clients send requests to. A thread of its own reads it and sends what others put
 * into its queue, because a ZeroMQ socket belongs to one thread.
 */
final class RouterChannel implements AutoCloseable {
  /** The largest frame; a client that sends a larger one is cut off before it is kept. */
  static final long MOST_BYTES = 64L << 20;

  /** Messages that wait to be read; whoever sends more has to wait too. */
  private static final int MOST_WAITING = 1000;

  private final Codec codec;
  private final ZMQ.Socket socket;
  private final ZMQ.Poller poller;
  private final Pipe wake;
  private final Queue<Message> outgoing = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private final int port;
  private volatile Consumer<Request> handler = request -> {};
  private volatile BiConsumer<Request, Throwable> failed = (request, failure) -> {};
  private volatile boolean closed;

  /**
   * Binds a socket; {@link #start} begins to serve it.
   *
   * @throws IllegalStateException if the port is taken
   */
  RouterChannel(ZContext context, Codec codec, Endpoint endpoint) {
    this.codec = codec;
    socket = context.createSocket(SocketType.ROUTER);
    socket.setLinger(Wire.LINGER_MILLIS);
    socket.setRouterHandover(true);
    socket.setSndHWM(0);
    socket.setRcvHWM(MOST_WAITING);
    socket.setMaxMsgSize(MOST_BYTES);
    port = endpoint.bind(socket);
    poller = context.createPoller(2);
    wake = pipe();
    poller.register(socket, ZMQ.Poller.POLLIN);
    poller.register(wake.source(), ZMQ.Poller.POLLIN);
    thread = new Thread(this::serve, "jupyter-" + endpoint.name());
    thread.setDaemon(true);
  }

  /** Begins to hand requests to a handler, and to send replies. */
  void start(Consumer<Request> serving, BiConsumer<Request, Throwable> failing) {
    handler = serving;
    failed = failing;
    thread.start();
  }

  int port() {
    return port;
  }

  void send(List<byte[]> identities, String type, JsonObject parent, JsonObject content) {
    send(codec.message(identities, type, parent, content));
  }

  void send(Message message) {
    outgoing.add(message);
    wakeUp();
  }

  private void serve() {
    try {
      while (!closed) {
        int events = poller.poll(-1);
        if (events < 0 || Thread.interrupted()) {
          continue;
        }
        if (poller.pollin(1)) {
          drainWake();
        }
        sendAll();
        if (poller.pollin(0)) {
          receiveAll();
        }
      }
    } catch (ZMQException | IOException e) {
      // The context was closed: there is nobody left to answer
    } finally {
      poller.close();
      socket.close();
    }
  }

  private void sendAll() {
    for (Message message = outgoing.poll(); message != null; message = outgoing.poll()) {
      Frames.send(socket, codec.encode(message));
    }
  }

  private void receiveAll() {
    List<byte[]> frames = Frames.receive(socket);
    while (!frames.isEmpty()) {
      codec.decode(frames).ifPresent(this::handle);
      frames = Frames.receive(socket);
    }
  }

  /** Whatever a handler does wrong, the channel lives. */
  private void handle(Message message) {
    Request request = new Request(message, this);
    try {
      handler.accept(request);
    } catch (RuntimeException | Error e) {
      failed.accept(request, e);
    }
  }

  private void wakeUp() {
    try {
      int unused = wake.sink().write(ByteBuffer.wrap(new byte[1]));
    } catch (ClosedChannelException e) {
      // Closed: nobody listens any more
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drainWake() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    int unused = wake.source().read(bytes);
  }

  private static Pipe pipe() {
    try {
      Pipe pipe = Pipe.open();
      var unused = pipe.source().configureBlocking(false);
      var unusedToo = pipe.sink().configureBlocking(false);
      return pipe;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    wakeUp();
    try {
      thread.join(Wire.LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Wire.closeQuietly(wake.sink());
    Wire.closeQuietly(wake.source());
  }
}
