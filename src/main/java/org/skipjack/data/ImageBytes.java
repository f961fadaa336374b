package org.skipjack.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The bytes of a PNG or JPEG file, checked from end to end before they are decoded, and without the
 * parts that carry no pixels.
 *
 * <p>Decoders go on where a file ends early or is damaged, and give gray for what is missing; and
 * they allocate what a header states. Here a PNG's chunks must fit the file and have their
 * checksums, and a JPEG's segments must fit the file and end with the end marker. Color profiles,
 * comments and orientations are left out, so that pixels are what the file stores; and what a
 * JPEG's components mean is decided here, by {@link JpegColors}.
 */
final class ImageBytes {
  private static final int[] PNG = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int MOST_SCANS = 100;

  private final byte[] bytes;
  private final ByteArrayOutputStream kept;
  private final JpegColors colors = new JpegColors();

  private ImageBytes(byte[] bytes) {
    this.bytes = bytes;
    this.kept = new ByteArrayOutputStream(bytes.length);
  }

  /** A place in a file at which it stops making sense. */
  static final class Damage extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;

    Damage(String what, int offset) {
      super(what);
      this.offset = offset;
    }

    int offset() {
      return offset;
    }
  }

  /** The format of a file, by its first bytes. */
  enum Format {
    PNG,
    JPEG
  }

  /** The format of a file, by its first bytes. */
  static Format format(byte[] bytes) throws Damage {
    if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8) {
      return Format.JPEG;
    }
    for (int i = 0; i < PNG.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != PNG[i]) {
        throw new Damage("it is neither a PNG nor a JPEG file", Math.min(i, bytes.length));
      }
    }
    return Format.PNG;
  }

  /** The checked bytes of a file. */
  static ImageBytes essential(byte[] bytes) throws Damage {
    ImageBytes image = new ImageBytes(bytes);
    if (format(bytes) == Format.PNG) {
      image.walkPng();
    } else {
      image.walkJpeg();
    }
    return image;
  }

  /** What a decoder needs. */
  byte[] kept() {
    return kept.toByteArray();
  }

  /** What the components of a JPEG file mean. */
  JpegColors colors() {
    return colors;
  }

  private void walkPng() throws Damage {
    keep(0, PNG.length);
    int at = PNG.length;
    String type = "";
    while (!type.equals("IEND")) {
      if (bytes.length - at < 12) {
        throw new Damage("the file ends within a chunk", bytes.length);
      }
      int length = bigEndian(at);
      if (length < 0 || length > bytes.length - at - 12) {
        throw new Damage("a chunk states a length beyond the end of the file", at);
      }
      type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      CRC32 crc = new CRC32();
      crc.update(bytes, at + 4, length + 4);
      if ((int) crc.getValue() != bigEndian(at + 8 + length)) {
        throw new Damage("the checksum of the chunk " + type + " is wrong", at);
      }
      boolean first = at == PNG.length;
      if (first != type.equals("IHDR") || (first && length != 13)) {
        throw new Damage("the header is not the first chunk, of 13 bytes", at);
      }
      if (type.matches("IHDR|PLTE|IDAT|IEND")) {
        keep(at, length + 12);
      }
      at += length + 12;
    }
  }

  private void walkJpeg() throws Damage {
    keep(0, 2);
    int at = 2;
    int scans = 0;
    while (true) {
      while (at + 1 < bytes.length && bytes[at] == -1 && bytes[at + 1] == -1) {
        at++; // a marker may be preceded by fill bytes
      }
      int marker = marker(at);
      if (marker == 0xD9) {
        keep(at, 2);
        return;
      }
      int length = segmentLength(at);
      boolean isScan = marker == 0xDA;
      if (isScan && ++scans > MOST_SCANS) {
        throw new Damage("there are more than " + MOST_SCANS + " scans", at);
      }
      if (isScan && scans == 1) {
        kept.writeBytes(colors.marker());
      }
      int end = isScan ? endOfScan(at + 2 + length) : at + 2 + length;
      if (scans == 0) {
        colors.segment(marker, bytes, at + 4, at + 2 + length);
      }
      boolean extra = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
      if (!extra) {
        keep(at, end - at);
      }
      at = end;
    }
  }

  private int marker(int at) throws Damage {
    if (at + 2 > bytes.length) {
      throw new Damage("the file ends before its end marker", bytes.length);
    }
    int marker = bytes[at + 1] & 0xFF;
    if ((bytes[at] & 0xFF) != 0xFF || marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD8)) {
      throw new Damage("there is no marker where one is due", at);
    }
    return marker;
  }

  private int segmentLength(int at) throws Damage {
    if (at + 4 > bytes.length) {
      throw new Damage("the file ends within a segment", bytes.length);
    }
    int length = ((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF);
    if (length < 2 || length > bytes.length - at - 2) {
      throw new Damage("a segment states a length beyond the end of the file", at);
    }
    return length;
  }

  /** The next marker that is neither a stuffed byte nor a restart. */
  private int endOfScan(int from) throws Damage {
    for (int at = from; at + 1 < bytes.length; at++) {
      int next = bytes[at + 1] & 0xFF;
      if ((bytes[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
        return at;
      }
    }
    throw new Damage("the file ends before its end marker", bytes.length);
  }

  private int bigEndian(int at) {
    return ((bytes[at] & 0xFF) << 24)
        | ((bytes[at + 1] & 0xFF) << 16)
        | ((bytes[at + 2] & 0xFF) << 8)
        | (bytes[at + 3] & 0xFF);
  }

  private void keep(int from, int length) {
    kept.write(bytes, from, length);
  }
}
