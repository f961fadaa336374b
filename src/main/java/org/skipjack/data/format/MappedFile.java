package org.skipjack.data.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skipjack.data.DatasetException;

/**
 * A file of equal records, mapped into memory: it costs no heap, and the operating system keeps in
 * memory what is used and drops it when the memory is needed.
 *
 * <p>A mapping holds less than 2 GiB, so a large file has several, each of whole records.
 */
final class MappedFile {
  private static final long LARGEST_MAPPING = 1L << 30;

  private final Path path;
  private final int recordSize;
  private final int recordsInMapping;
  private final List<ByteBuffer> mappings = new ArrayList<>();

  private MappedFile(Path path, int recordSize) {
    this.path = path;
    this.recordSize = recordSize;
    this.recordsInMapping = (int) Math.max(1, LARGEST_MAPPING / recordSize);
  }

  /**
   * Maps {@code records} records that begin at byte {@code start}.
   *
   * @throws IOException if the file cannot be mapped
   */
  static MappedFile open(Path path, long start, int recordSize, int records) throws IOException {
    MappedFile file = new MappedFile(path, recordSize);
    try (FileChannel channel = FileChannel.open(path)) {
      for (int first = 0; first < records; first += file.recordsInMapping) {
        long size = (long) Math.min(file.recordsInMapping, records - first) * recordSize;
        long position = start + (long) first * recordSize;
        file.mappings.add(channel.map(FileChannel.MapMode.READ_ONLY, position, size));
      }
    }
    return file;
  }

  /** The byte at {@code place} of a record, unsigned. */
  int read(int record, int place) {
    try {
      return Byte.toUnsignedInt(mapping(record).get(start(record) + place));
    } catch (InternalError e) {
      throw shrunk(e);
    }
  }

  /** Copies the bytes from {@code place} of a record to its end. */
  void copy(int record, int place, byte[] into, int offset) {
    try {
      mapping(record).get(start(record) + place, into, offset, recordSize - place);
    } catch (InternalError e) {
      throw shrunk(e);
    }
  }

  private ByteBuffer mapping(int record) {
    return mappings.get(record / recordsInMapping);
  }

  private int start(int record) {
    return record % recordsInMapping * recordSize;
  }

  /** What the JVM makes of a mapped page that its file has no longer. */
  private DatasetException shrunk(InternalError e) {
    return new DatasetException(
        path + " became shorter while it was read.\nFix: leave data files alone during a run.",
        e,
        path,
        0);
  }
}
