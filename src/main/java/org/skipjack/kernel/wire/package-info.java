/**
 * Jupyter's messages over ZeroMQ: connection file, signatures, channels and the threads that serve
 * them.
 *
 * <p>{@link org.skipjack.kernel.wire.Wire} opens the five sockets of a connection file and hands
 * each {@link org.skipjack.kernel.wire.Request} to a handler. Nothing here knows what a cell is.
 *
 * <p>Decided here:
 *
 * <ul>
 *   <li>Each ROUTER socket has a thread of its own that both reads and writes it, so a request is
 *       seen when it arrives, also while a cell runs; replies come from any thread.
 *   <li>Everything published passes one queue and one thread. The socket's queue has no limit,
 *       because ZeroMQ's default of 1000 messages drops what is over it, the closing {@code idle}
 *       included. Printed text is joined while it waits, for 50 ms at most: 50,000 lines become a
 *       few dozen messages, in order. Who prints faster than the thread can send has to wait.
 *   <li>A message whose signature is wrong, or that is no message, is dropped, and the thread lives
 *       on. An empty key is refused: without one, anybody who reaches a port can run code.
 *   <li>JJava's own channels are not used: they poll, drop, and end with the first bad message.
 * </ul>
 */
@NullMarked
@CheckReturnValue
package org.skipjack.kernel.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
