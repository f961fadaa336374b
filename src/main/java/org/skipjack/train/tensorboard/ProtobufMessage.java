package org.skipjack.train.tensorboard;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message in Protocol Buffers' wire format: fields under their numbers, little end first. */
final class ProtobufMessage {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;
  private static final int SEVEN_BITS = 0x7F;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @CanIgnoreReturnValue
  ProtobufMessage number(int field, long value) {
    varint(tag(field, VARINT));
    varint(value);
    return this;
  }

  @CanIgnoreReturnValue
  ProtobufMessage real(int field, double value) {
    varint(tag(field, FIXED_64));
    bytes.writeBytes(littleEndian(Double.BYTES).putDouble(value).array());
    return this;
  }

  @CanIgnoreReturnValue
  ProtobufMessage real(int field, float value) {
    varint(tag(field, FIXED_32));
    bytes.writeBytes(littleEndian(Float.BYTES).putFloat(value).array());
    return this;
  }

  @CanIgnoreReturnValue
  ProtobufMessage text(int field, String value) {
    return content(field, value.getBytes(StandardCharsets.UTF_8));
  }

  @CanIgnoreReturnValue
  ProtobufMessage message(int field, ProtobufMessage value) {
    return content(field, value.toBytes());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  static ByteBuffer littleEndian(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ProtobufMessage content(int field, byte[] content) {
    varint(tag(field, LENGTH));
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  private static long tag(int field, int wireType) {
    return (long) field << 3 | wireType;
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes.write((int) (rest & SEVEN_BITS) | (SEVEN_BITS + 1));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }
}
