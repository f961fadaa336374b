package org.skipjack.train.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/** A TensorBoard event file, which can be read while it grows. */
final class EventFile implements AutoCloseable {
  // The numbers of fields in event.proto and summary.proto.
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int STATUS = 1;
  private static final int START = 1;

  private static final int MASK = 0xa282ead8;

  private final OutputStream out;

  /**
   * Begins a file of a name that is free.
   *
   * @param step the updates that were made before: what an earlier file has of later ones is void
   */
  EventFile(Path folder, long step) throws IOException {
    Files.createDirectories(folder);
    Path file = free(folder, System.currentTimeMillis());
    out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    record(event(0).text(FILE_VERSION, "brain.Event:2"));
    record(event(step).message(SESSION_LOG, new ProtobufMessage().number(STATUS, START)));
    out.flush();
  }

  /**
   * TensorBoard knows its files by {@code tfevents}, and reads them in the order of their names.
   */
  private static Path free(Path folder, long millis) {
    Path file =
        folder.resolve(String.format(Locale.ROOT, "events.out.tfevents.%013d.skipjack", millis));
    return Files.exists(file) ? free(folder, millis + 1) : file;
  }

  /**
   * Adds some numbers.
   *
   * @param step updates made by then
   * @param values by their names
   */
  void add(long step, Map<String, Double> values) throws IOException {
    ProtobufMessage summary = new ProtobufMessage();
    values.forEach(
        (name, value) ->
            summary.message(
                VALUE,
                new ProtobufMessage().text(TAG, name).real(SIMPLE_VALUE, value.floatValue())));
    record(event(step).message(SUMMARY, summary));
  }

  private static ProtobufMessage event(long step) {
    return new ProtobufMessage()
        .real(WALL_TIME, System.currentTimeMillis() / 1e3)
        .number(STEP, step);
  }

  private void record(ProtobufMessage protobufMessage) throws IOException {
    byte[] content = protobufMessage.toBytes();
    byte[] length = ProtobufMessage.littleEndian(Long.BYTES).putLong(content.length).array();
    out.write(length);
    out.write(masked(length));
    out.write(content);
    out.write(masked(content));
  }

  private static byte[] masked(byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    int masked = Integer.rotateRight((int) checksum.getValue(), 15) + MASK;
    return ProtobufMessage.littleEndian(Integer.BYTES).putInt(masked).array();
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
