package org.skipjack.kernel.wire;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** The other end of the shell channel: asks a kernel and waits for the answer. */
public final class Caller implements AutoCloseable {
  /** How soon to knock again where nobody listens yet. */
  private static final int RECONNECT_MILLIS = 10;

  private final ZContext context = new ZContext(1);
  private final ZMQ.Socket shell;
  private final Codec codec;

  /** A caller of the kernel that listens where {@code file} says, or soon will. */
  public Caller(ConnectionFile file) {
    codec = new Codec(new Signer(file));
    shell = context.createSocket(SocketType.DEALER);
    shell.setLinger(0);
    shell.setReconnectIVL(RECONNECT_MILLIS);
    String address = "tcp://" + file.ip() + ":" + file.shell();
    boolean unused = interruptible(() -> shell.connect(address));
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws IllegalStateException if there is none in time
   */
  public Message ask(String type, JsonObject content, Duration patience) {
    return askBriefly(type, content, patience)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    String.format(
                        Locale.ROOT, "no answer to %s in %d s", type, patience.toSeconds())));
  }

  /**
   * Asks, and waits for a while; empty if there is no answer in that time.
   *
   * @throws IllegalStateException if the thread is interrupted, which it then stays
   */
  public Optional<Message> askBriefly(String type, JsonObject content, Duration patience) {
    Message question = codec.message(List.of(), type, new JsonObject(), content);
    return interruptible(() -> answer(question, patience));
  }

  /** ZeroMQ takes an interrupt for an error of its own, and clears it. */
  private static <T> T interruptible(Supplier<T> work) {
    try {
      return work.get();
    } catch (ZMQException e) {
      if (e.getErrorCode() == ZError.EINTR) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the wait for the kernel was interrupted", e);
      }
      throw e;
    }
  }

  private Optional<Message> answer(Message question, Duration patience) {
    Frames.send(shell, codec.encode(question));
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      shell.setReceiveTimeOut((int) left);
      Optional<Message> answer = receive().flatMap(codec::decode);
      if (answer.isPresent() && answersTo(question, answer.get())) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private Optional<List<byte[]>> receive() {
    byte[] frame = shell.recv();
    List<byte[]> frames = new ArrayList<>();
    while (frame != null) {
      frames.add(frame);
      frame = shell.hasReceiveMore() ? shell.recv() : null;
    }
    return frames.isEmpty() ? Optional.empty() : Optional.of(frames);
  }

  private static boolean answersTo(Message question, Message answer) {
    return answer.parent().has("msg_id")
        && answer.parent().get("msg_id").getAsString().equals(question.id());
  }

  @Override
  public void close() {
    context.close();
  }
}
