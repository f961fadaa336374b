package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Pillow (Debian's python3-pil), on some 2,000 small files of every kind that is read. */
@Tag("pillow")
class PillowTest {
  private static final int CHANNELS = 3;

  @TempDir private Path folder;

  @Test
  void every_image_has_the_bytes_that_pillow_reads() throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    String python = System.getProperty("python", "/usr/bin/python3");
    int code =
        new ProcessBuilder(
                python, "src/test/resources/org/skipjack/data/pillow.py", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(errors, StandardCharsets.UTF_8)).isZero();
    List<Path> images;
    try (var files = Files.list(folder)) {
      images = files.filter(file -> file.toString().matches(".*\\.(jpg|png)")).sorted().toList();
    }

    assertThat(images).hasSizeGreaterThan(2_000);
    assertThat(images)
        .allSatisfy(
            image ->
                assertThat(interleaved(new ImageFile(image).read()))
                    .isEqualTo(Files.readAllBytes(Path.of(image + ".rgb"))));
  }

  private static byte[] interleaved(ImageFile.Picture picture) {
    byte[] planes = picture.pixels();
    int plane = planes.length / CHANNELS;
    byte[] pixels = new byte[planes.length];
    for (int i = 0; i < planes.length; i++) {
      pixels[i % plane * CHANNELS + i / plane] = planes[i];
    }
    return pixels;
  }
}
