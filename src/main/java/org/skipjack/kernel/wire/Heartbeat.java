package org.skipjack.kernel.wire;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Echoes what it hears, so that a client knows that the process lives. A ZeroMQ socket belongs to
 * one thread, so that thread closes it too: a context that closes a socket under a thread that
 * listens on it may wait for ever.
 */
final class Heartbeat implements AutoCloseable {
  private static final int MILLIS_BETWEEN_LOOKS = 100;

  private final ZMQ.Socket socket;
  private final int port;
  private final Thread thread;
  private volatile boolean closed;

  Heartbeat(ZContext context, Endpoint endpoint) {
    socket = context.createSocket(SocketType.REP);
    socket.setLinger(0);
    socket.setReceiveTimeOut(MILLIS_BETWEEN_LOOKS);
    port = endpoint.bind(socket);
    thread = new Thread(this::echo, "jupyter-" + endpoint.name());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  int port() {
    return port;
  }

  private void echo() {
    try {
      while (!closed) {
        byte[] heard = socket.recv();
        if (heard != null) {
          boolean unused = socket.send(heard);
        }
      }
    } catch (ZMQException e) {
      // The context was closed: there is nobody left to answer
    } finally {
      socket.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Wire.LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
