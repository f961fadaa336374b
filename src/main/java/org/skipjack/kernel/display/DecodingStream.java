package org.skipjack.kernel.display;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns UTF-8 into text; a character that comes in two pieces stays whole. */
final class DecodingStream extends OutputStream {
  private static final int LONGEST_CHARACTER = 4;

  private final Output output;
  private final Output.Stream stream;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final byte[] rest = new byte[LONGEST_CHARACTER];
  private int restLength;

  DecodingStream(Output output, Output.Stream stream) {
    this.output = output;
    this.stream = stream;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.allocate(restLength + length);
    in.put(rest, 0, restLength).put(bytes, offset, length).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining());
    var unused = decoder.reset().decode(in, out, false);
    restLength = in.remaining();
    in.get(rest, 0, restLength);
    if (out.flip().hasRemaining()) {
      output.print(stream, out.toString());
    }
  }
}
