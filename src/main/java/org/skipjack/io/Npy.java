package org.skipjack.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * NumPy's file format for arrays, version 1.0: six magic bytes, the version, the length of a
 * header, a header that is a Python dictionary, and the values. Here always float32, little-endian,
 * in C order.
 */
final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int BLOCK = 1 << 14;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(((?:\\d+,? ?)*)\\), } *\n");

  private Npy() {}

  static void write(FloatArray array, OutputStream out) throws IOException {
    out.write(MAGIC);
    byte[] header = header(array.shape());
    out.write(header.length & 0xFF);
    out.write(header.length >> 8);
    out.write(header);
    float[] values = array.values();
    ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += BLOCK) {
      int count = Math.min(BLOCK, values.length - from);
      block.asFloatBuffer().put(values, from, count);
      out.write(block.array(), 0, count * Float.BYTES);
    }
  }

  private static byte[] header(long[] shape) {
    String extents =
        shape.length == 1
            ? shape[0] + ","
            : Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(extents);
    int before = MAGIC.length + 2;
    int padded = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String header = text + " ".repeat(padded - before - text.length() - 1) + "\n";
    return header.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The array in a file's bytes.
   *
   * @throws IOException if they are not one as written here
   */
  static FloatArray read(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < MAGIC.length + 2 || !Arrays.equals(MAGIC, 0, 8, bytes, 0, 8)) {
      throw new IOException("an array does not begin as an .npy file of version 1.0");
    }
    int length = in.getShort(MAGIC.length) & 0xFFFF;
    int start = MAGIC.length + 2 + length;
    if (start > bytes.length) {
      throw new IOException("an array ends within its header");
    }
    String header = new String(bytes, MAGIC.length + 2, length, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw new IOException("an array is not float32 in C order: " + header.strip());
    }
    long[] shape =
        Pattern.compile("\\d+")
            .matcher(matcher.group(1))
            .results()
            .mapToLong(number -> Long.parseLong(number.group()))
            .toArray();
    float[] values = new float[(bytes.length - start) / Float.BYTES];
    in.position(start).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    try {
      return new FloatArray(shape, values);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
