package org.skipjack.kernel.wire;

import java.nio.channels.ClosedSelectorException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes what it hears, so that a client knows that the process lives. */
final class Heartbeat {
  private final ZMQ.Socket socket;
  private final int port;
  private final Thread thread;

  Heartbeat(ZContext context, Endpoint endpoint) {
    socket = context.createSocket(SocketType.REP);
    socket.setLinger(0);
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

  /** Ends when the context closes, which JeroMQ tells in one of two ways. */
  private void echo() {
    try {
      while (true) {
        byte[] heard = socket.recv();
        if (heard != null) {
          boolean unused = socket.send(heard);
        }
      }
    } catch (ZMQException | ClosedSelectorException e) {
      socket.close();
    }
  }
}
