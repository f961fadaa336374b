package org.skipjack.kernel.wire;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Where one socket listens.
 *
 * @param name of the channel
 * @param file the connection file
 * @param port the port in it; 0 takes a free one
 */
record Endpoint(String name, ConnectionFile file, int port) {

  /**
   * Binds a socket, and returns the port that it got.
   *
   * @throws IllegalStateException if that is not possible
   */
  int bind(ZMQ.Socket socket) {
    try {
      boolean unused = socket.bind(file.address(port));
    } catch (ZMQException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the kernel cannot listen on %s for %s: %s.%nFix: restart the kernel; Jupyter then takes other ports."
              .formatted(file.address(port), name, e.getMessage()),
          e);
    }
    String bound = socket.getLastEndpoint();
    return port != 0 ? port : Integer.parseInt(bound.substring(bound.lastIndexOf(':') + 1));
  }
}
