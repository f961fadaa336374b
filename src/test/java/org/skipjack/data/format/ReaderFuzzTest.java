package org.skipjack.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skipjack.data.DataFiles;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.Fuzzing;
import org.skipjack.data.ReadOptions;

/**
 * No file crashes, hangs or swells a reader. A short run always; a million files with {@code mvn
 * test -Pfuzz}, whose number the property {@code fuzz.files} changes.
 */
class ReaderFuzzTest {
  private static final int SHORT = 150;

  @TempDir private Path folder;

  static Stream<String> names() {
    return Stream.of(
        "cifar-folder",
        "cifar-archive",
        "cifar-tar",
        "idx-images",
        "idx-labels",
        "idx-images-gz",
        "png",
        "png-interlaced",
        "png-resized",
        "png-checksums-right",
        "jpeg",
        "jpeg-progressive",
        "jpeg-resized",
        "jpeg-ink",
        "csv",
        "csv-header");
  }

  @ParameterizedTest
  @MethodSource("names")
  void damaged_files_are_read_or_refused(String name) throws IOException {
    Fuzzing.Count count = new Fuzzing().run(subject(name), SHORT, 1);

    assertThat(count.refused()).isPositive();
  }

  @Test
  @Tag("fuzz")
  void a_million_damaged_files_are_read_or_refused() throws IOException {
    int files = Integer.getInteger("fuzz.files", 1_000_000);
    List<String> names = names().toList();
    int each = (files + names.size() - 1) / names.size();
    long began = System.nanoTime();

    List<String> done = names.parallelStream().map(name -> fuzz(name, each, began)).toList();

    done.forEach(System.out::println);
    System.out.printf(
        "%,d files in %.0f s, seed %d%n",
        each * names.size(), (System.nanoTime() - began) / 1e9, began);
    assertThat(done).hasSameSizeAs(names);
  }

  private String fuzz(String name, int files, long seed) {
    try {
      Fuzzing.Count count = new Fuzzing().run(subject(name), files, seed);
      assertThat(count.read() + count.refused()).isEqualTo(files);
      assertThat(count.refused()).isPositive();
      return String.format(
          Locale.ROOT, "%s: %,d read, %,d refused", name, count.read(), count.refused());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void undamaged_files_are_read() throws IOException {
    for (String name : names().toList()) {
      Fuzzing.Subject subject = subject(name);

      subject.reader().read();

      assertThat(subject.path()).exists();
    }
  }

  private Fuzzing.Subject subject(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    return switch (name) {
      case "cifar-folder" -> cifarFolder(name, place);
      case "cifar-archive" -> cifarArchive(name, place, true);
      case "cifar-tar" -> cifarArchive(name, place, false);
      case "idx-images" -> idx(name, place, "train-images-idx3-ubyte", "");
      case "idx-labels" -> idx(name, place, "train-labels-idx1-ubyte", "");
      case "idx-images-gz" -> idx(name, place, "train-images-idx3-ubyte", ".gz");
      case "csv" -> csv(name, place, "");
      case "csv-header" -> csv(name, place, "label,a,b,c,d\n");
      default -> image(name, place);
    };
  }

  private static final CifarFormat SMALL =
      new CifarFormat(
          "small",
          "SMALL",
          "small",
          "small.tar.gz",
          2,
          List.of("a.bin"),
          2,
          "b.bin",
          1,
          List.of("x", "y"));

  private static Fuzzing.Subject cifarFolder(String name, Path place) throws IOException {
    byte[] two = new byte[2 * SMALL.recordSize()];
    two[1] = 1;
    Files.write(place.resolve("b.bin"), new byte[SMALL.recordSize()]);
    return subject(
        name, two, place.resolve("a.bin"), () -> all(new CifarReader(SMALL).read(place)));
  }

  private static Fuzzing.Subject cifarArchive(String name, Path place, boolean compressed)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (String file : SMALL.files()) {
        TarArchiveEntry entry = new TarArchiveEntry("small/" + file, true);
        entry.setSize(SMALL.fileSize(file));
        tar.putArchiveEntry(entry);
        tar.write(new byte[(int) SMALL.fileSize(file)]);
        tar.closeArchiveEntry();
      }
    }
    Path archive = place.resolve("small.tar.gz");
    if (compressed) {
      return subject(
          name,
          DataFiles.gzip(bytes.toByteArray()),
          archive,
          () -> all(new CifarReader(SMALL).read(archive)));
    }
    // The tar is damaged and then compressed, so that its headers are reached.
    Path plain = place.resolve("small.tar");
    return subject(
        name,
        bytes.toByteArray(),
        plain,
        () -> {
          Files.write(archive, DataFiles.gzip(Files.readAllBytes(plain)));
          all(new CifarReader(SMALL).read(archive));
        });
  }

  private static Fuzzing.Subject idx(String name, Path place, String fuzzed, String end)
      throws IOException {
    write(place, "train-labels-idx1-ubyte", DataFiles.idx(new byte[] {0, 1, 2}, 3));
    write(place, "t10k-labels-idx1-ubyte", DataFiles.idx(new byte[] {1}, 1));
    write(place, "train-images-idx3-ubyte", DataFiles.idx(new byte[36], 3, 3, 4));
    write(place, "t10k-images-idx3-ubyte", DataFiles.idx(new byte[12], 1, 3, 4));
    Path plain = place.resolve(fuzzed);
    byte[] file = Files.readAllBytes(plain);
    if (end.isEmpty()) {
      return subject(name, file, plain, () -> all(Idx.read(place, line -> {})));
    }
    Files.delete(plain);
    return subject(
        name,
        DataFiles.gzip(file),
        place.resolve(fuzzed + end),
        () -> all(Idx.read(place, line -> {})));
  }

  private static Fuzzing.Subject image(String name, Path place) throws IOException {
    String format = name.startsWith("png") ? "png" : "jpeg";
    BufferedImage picture = DataFiles.picture(BufferedImage.TYPE_INT_RGB, 12, 10, 7);
    byte[] whole =
        encode(
            name.endsWith("ink")
                ? new IIOImage(
                    DataFiles.picture(BufferedImage.TYPE_INT_ARGB, 12, 10, 7).getRaster(),
                    null,
                    null)
                : new IIOImage(picture, null, null),
            format,
            name.endsWith("interlaced") || name.endsWith("progressive"));
    ReadOptions options =
        name.endsWith("resized") ? ReadOptions.DEFAULT.size(8, 8) : ReadOptions.DEFAULT;
    for (String className : List.of("cat", "dog")) {
      Files.createDirectories(place.resolve(className));
      write(place.resolve(className), "1." + format, whole);
    }
    Path second = place.resolve("cat").resolve("2." + format);
    if (!name.endsWith("right")) {
      return subject(name, whole, second, () -> all(ImageFolder.read(place, options)));
    }
    // Damage that no checksum shows, so that the decoder gets to see it.
    Path damaged = place.resolve("damaged");
    return subject(
        name,
        whole,
        damaged,
        () -> {
          Files.write(second, withChecksums(Files.readAllBytes(damaged)));
          all(ImageFolder.read(place, options));
        });
  }

  /** Corrects the checksum of every chunk that fits. */
  private static byte[] withChecksums(byte[] png) {
    ByteBuffer buffer = ByteBuffer.wrap(png);
    for (int at = 8; at + 12 <= png.length; ) {
      int length = buffer.getInt(at);
      if (length < 0 || length > png.length - at - 12) {
        return png;
      }
      CRC32 crc = new CRC32();
      crc.update(png, at + 4, length + 4);
      buffer.putInt(at + 8 + length, (int) crc.getValue());
      at += length + 12;
    }
    return png;
  }

  private static byte[] encode(IIOImage image, String format, boolean progressive)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Fuzzing.Subject csv(String name, Path place, String header) {
    String text = header + "7,1,2,3,4\n12,5,6,7,8\n7,9,10,11,12\n";
    Path path = place.resolve("table.csv");
    return subject(
        name,
        text.getBytes(StandardCharsets.UTF_8),
        path,
        () -> all(Csv.read(path, ReadOptions.DEFAULT)));
  }

  private static Fuzzing.Subject subject(
      String name, byte[] file, Path path, Fuzzing.Reader reader) {
    try {
      Files.write(path, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Fuzzing.Subject(name, new Fuzzing.Bytes(file), path, reader);
  }

  private static void write(Path place, String name, byte[] content) throws IOException {
    Files.write(place.resolve(name), content);
  }

  /** Every image of both halves. */
  private static void all(DataSplit split) {
    for (Dataset set : List.of(split.training().images(), split.test().images())) {
      for (int i = 0; i < set.size(); i++) {
        assertThat(set.image(i)).isNotEmpty();
      }
    }
  }
}
