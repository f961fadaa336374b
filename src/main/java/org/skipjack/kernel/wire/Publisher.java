package org.skipjack.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The socket on which everybody who is connected hears what happens: status, output, results. One
 * thread sends, in the order in which others published.
 */
public final class Publisher implements AutoCloseable {
  private static final long LONGEST_WAIT_NANOS = 50_000_000;
  private static final long FOREVER = Long.MAX_VALUE;
  private static final int LARGEST_TEXT = 1 << 16;
  private static final int MOST_WAITING = 1 << 23;

  private final Codec codec;
  private final ZMQ.Socket socket;
  private final int port;
  private final Thread thread;
  private final Object lock = new Object();
  private final Deque<Item> waiting = new ArrayDeque<>();
  private int waitingCharacters;
  private boolean closed;

  /** Something to send: a message, or text that may be joined with its neighbors. */
  private record Item(
      JsonObject parent,
      String type,
      JsonObject content,
      List<byte[]> buffers,
      @Nullable StringBuilder text,
      long since) {

    boolean joins(Item later) {
      return text != null
          && later.text != null
          && type.equals(later.type)
          && parent.equals(later.parent)
          && text.length() + later.text.length() <= LARGEST_TEXT;
    }

    /** Text waits a moment for more of its kind. */
    long waitNanos(boolean last) {
      return text == null || !last || text.length() >= LARGEST_TEXT / 2
          ? 0
          : since + LONGEST_WAIT_NANOS - System.nanoTime();
    }
  }

  Publisher(ZContext context, Codec codec, Endpoint endpoint) {
    this.codec = codec;
    socket = context.createSocket(SocketType.PUB);
    socket.setLinger(Wire.LINGER_MILLIS);
    socket.setSndHWM(0);
    port = endpoint.bind(socket);
    thread = new Thread(this::send, "jupyter-" + endpoint.name());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  int port() {
    return port;
  }

  /**
   * Publishes a message.
   *
   * @param parent the header of the request that it belongs to
   */
  public void publish(JsonObject parent, String type, JsonObject content) {
    publish(parent, type, content, List.of());
  }

  /**
   * Publishes a message with bytes beside its content.
   *
   * @param parent the header of the request that it belongs to
   */
  public void publish(JsonObject parent, String type, JsonObject content, List<byte[]> buffers) {
    add(new Item(parent, type, content, buffers, null, System.nanoTime()));
  }

  /**
   * Publishes printed text. Waits while more than 8 M characters are on their way.
   *
   * @param stream {@code stdout} or {@code stderr}
   */
  public void print(JsonObject parent, String stream, String text) {
    StringBuilder joinable = new StringBuilder(text);
    add(new Item(parent, stream, new JsonObject(), List.of(), joinable, System.nanoTime()));
  }

  private void add(Item item) {
    synchronized (lock) {
      if (item.text() != null && Thread.currentThread() != thread) {
        awaitRoom();
      }
      Item last = waiting.peekLast();
      if (last != null && last.text() != null && item.text() != null && last.joins(item)) {
        last.text().append(item.text());
      } else {
        waiting.addLast(item);
      }
      waitingCharacters += item.text() == null ? 0 : item.text().length();
      lock.notifyAll();
    }
  }

  /** An interrupt ends the wait: it stops the cell that prints, and nothing may be lost. */
  private void awaitRoom() {
    while (waitingCharacters > MOST_WAITING && !closed) {
      try {
        lock.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void send() {
    try {
      for (Item item = next(); item != null; item = next()) {
        String type = item.text() == null ? item.type() : "stream";
        List<byte[]> topic = List.of(type.getBytes(StandardCharsets.US_ASCII));
        Message message = codec.message(topic, type, item.parent(), content(item));
        Frames.send(socket, codec.encode(message.buffers(item.buffers())));
      }
    } catch (ZMQException e) {
      // The context was closed: there is nobody left to hear
    } finally {
      socket.close();
    }
  }

  private static JsonObject content(Item item) {
    if (item.text() == null) {
      return item.content();
    }
    JsonObject content = new JsonObject();
    content.addProperty("name", item.type());
    content.addProperty("text", item.text().toString());
    return content;
  }

  /** The next thing to send, or null at the end. */
  private @Nullable Item next() {
    synchronized (lock) {
      while (true) {
        Item first = waiting.peekFirst();
        if (first == null && closed) {
          return null;
        }
        long wait = first == null ? FOREVER : first.waitNanos(waiting.size() == 1 && !closed);
        if (first != null && wait <= 0) {
          waiting.removeFirst();
          waitingCharacters -= first.text() == null ? 0 : first.text().length();
          lock.notifyAll();
          return first;
        }
        try {
          lock.wait(wait / 1_000_000 + 1);
        } catch (InterruptedException e) {
          // Nobody interrupts this thread; if somebody does, there is still something to send
        }
      }
    }
  }

  /** Sends what is waiting, then closes the socket. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    try {
      thread.join(Wire.LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
