package org.skipjack.io;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Texts and arrays in one file, sealed by a SHA-256: a zip whose comment, the last 64 bytes of the
 * file, is the digest of all bytes before it in hexadecimal.
 *
 * <p>Arrays are entries in NumPy's format under names that end in {@code .npy}, so the file is an
 * npz too: {@code numpy.load(file)["weights/conv1/weight"]}. The same content gives the same bytes.
 */
public final class SealedArchive implements AutoCloseable {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path file;
  private final ZipFile zip;

  private SealedArchive(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /** What fills an archive. */
  @FunctionalInterface
  public interface Content {
    /** Adds entries. */
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Writes an archive, whole or not at all.
   *
   * @throws OutputException if it cannot be written; a file of that name is then as it was
   */
  public static void write(Path file, Content content) {
    AtomicFile.write(
        file,
        out -> {
          SealingStream sealingStream = new SealingStream(out);
          // Closing the zip would close the file, which has to be synced first.
          ZipOutputStream zip = new ZipOutputStream(sealingStream);
          zip.setLevel(Deflater.NO_COMPRESSION);
          zip.setComment(SealingStream.PLACE);
          content.writeTo(new Writer(zip));
          zip.finish();
          sealingStream.finish();
        });
  }

  /** Adds entries to an archive. */
  public static final class Writer {
    private final ZipOutputStream zip;

    private Writer(ZipOutputStream zip) {
      this.zip = zip;
    }

    /** Adds a text, in UTF-8. */
    public void text(String name, String text) throws IOException {
      entry(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds an array, as {@code NAME.npy}. */
    public void array(String name, FloatArray array) throws IOException {
      entry(name + ".npy", out -> Npy.write(array, out));
    }

    private void entry(String name, AtomicFile.Content content) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      content.writeTo(zip);
      zip.closeEntry();
    }
  }

  /**
   * Opens an archive that is whole.
   *
   * @throws DamagedException if its seal is missing or does not fit
   */
  public static SealedArchive open(Path file) {
    try {
      requireSeal(file);
      return new SealedArchive(file, new ZipFile(file.toFile()));
    } catch (IOException e) {
      throw DamagedException.unreadable(file, e);
    }
  }

  private static void requireSeal(Path file) throws IOException {
    long sealed = Files.size(file) - SealingStream.LENGTH;
    if (sealed < 0) {
      throw DamagedException.noSeal(file);
    }
    try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)) {
      String actual = SealingStream.digest(in, sealed);
      String written = new String(in.readNBytes(SealingStream.LENGTH), StandardCharsets.US_ASCII);
      if (!written.matches("[0-9a-f]{64}")) {
        throw DamagedException.noSeal(file);
      }
      if (!written.equals(actual)) {
        throw DamagedException.otherDigest(file, actual, written);
      }
    }
  }

  /**
   * A text.
   *
   * @throws DamagedException if there is none of that name
   */
  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /**
   * An array, without {@code .npy} in its name.
   *
   * @throws DamagedException if there is none of that name
   */
  public FloatArray array(String name) {
    try {
      return Npy.read(bytes(name + ".npy"));
    } catch (IOException e) {
      throw DamagedException.unreadable(file, e);
    }
  }

  /** The names of all entries, arrays with {@code .npy}. */
  public List<String> names() {
    return zip.stream().map(ZipEntry::getName).toList();
  }

  private byte[] bytes(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw DamagedException.unreadable(file, new ZipException("it has no entry " + name));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw DamagedException.unreadable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was read, which is all that it was opened for.
    }
  }
}
