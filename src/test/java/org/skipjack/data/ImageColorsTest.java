package org.skipjack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values that a file stores mean; {@link PillowTest} has every kind of file. */
class ImageColorsTest {
  private static final int SIDE = 16;
  private static final byte[] JFIF = segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "128, 128, 128, 255, 128, 128, 128",
    "128,  64,  32, 255, 128,  64,  32",
    "255, 128,   0, 128, 128,  64,   0",
    " 77,  88,  99,   0,   0,   0,   0",
  })
  void flat_ink_is_read_as_what_is_left_of_white(
      int cyan, int magenta, int yellow, int black, int red, int green, int blue)
      throws IOException {
    byte[] plain = raw(cyan, magenta, yellow, black);

    assertThat(rgb(plain)).containsExactly(red, green, blue);
    assertThat(rgb(after(plain, adobe(0)))).containsExactly(red, green, blue);
    assertThat(rgb(after(plain, segment(0xE2, "ICC_PROFILE\0\1\1 none"))))
        .containsExactly(red, green, blue);
  }

  @Test
  void ink_that_is_stored_as_luma_and_chroma_is_turned_back_first() throws IOException {
    // Luma 80 without chroma is cyan, magenta and yellow of 255 - 80 each
    assertThat(rgb(after(raw(80, 128, 128, 255), adobe(2)))).containsExactly(175, 175, 175);
    assertThat(rgb(after(raw(80, 128, 128, 255), adobe(0)))).containsExactly(80, 128, 128);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\1\2\3", "\0\1\2", "\1ab", "rgb"})
  void components_of_any_names_but_rgb_are_luma_and_chroma(String names) throws IOException {
    byte[] bare = named(raw(100, 128, 178), names);

    assertThat(rgb(bare)).containsExactly(170, 64, 100);
    assertThat(rgb(after(bare, JFIF))).containsExactly(170, 64, 100);
    assertThat(rgb(after(bare, adobe(1)))).containsExactly(170, 64, 100);
    assertThat(rgb(after(bare, adobe(0)))).containsExactly(100, 128, 178);
  }

  @Test
  void components_called_rgb_are_colors_unless_a_segment_says_otherwise() throws IOException {
    byte[] bare = named(raw(100, 128, 178), "RGB");

    assertThat(rgb(bare)).containsExactly(100, 128, 178);
    assertThat(rgb(after(bare, JFIF))).containsExactly(170, 64, 100);
    assertThat(rgb(after(bare, adobe(1)))).containsExactly(170, 64, 100);
  }

  @Test
  void adobes_segment_says_nothing_where_there_is_jfifs() throws IOException {
    byte[] bare = named(raw(100, 128, 178), "\1\2\3");

    assertThat(rgb(after(after(bare, adobe(0)), JFIF))).containsExactly(170, 64, 100);
  }

  @Test
  void sixteen_bits_of_color_are_their_high_eight() throws IOException {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ColorModel.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(SIDE, SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      raster.setPixel(i % SIDE, i / SIDE, new int[] {0x12FF, 0x00FF, 0xFE80});
    }

    byte[] file = DataFiles.encode(new BufferedImage(model, raster, false, null), "png");

    assertThat(rgb(file)).containsExactly(0x12, 0x00, 0xFE);
  }

  @Test
  void two_components_are_refused_with_what_is_expected() throws IOException {
    byte[] file = raw(1, 2);

    assertThatThrownBy(() -> rgb(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("it has 2 components, expected 1 (gray), 3 (color) or 4 (ink)");
  }

  private int[] rgb(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("image"), file);
    byte[] planes = new ImageFile(path).read().pixels();
    int plane = planes.length / 3;
    int middle = plane / 2 + SIDE / 2;
    return new int[] {
      planes[middle] & 0xFF, planes[plane + middle] & 0xFF, planes[2 * plane + middle] & 0xFF
    };
  }

  /**
   * A JPEG file that stores these components, the same everywhere, and does not say what they mean.
   */
  private static byte[] raw(int... components) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIDE, SIDE, components.length, null);
    for (int i = 0; i < SIDE * SIDE; i++) {
      raster.setPixel(i % SIDE, i / SIDE, components);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam best = writer.getDefaultWriteParam();
      best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      best.setCompressionQuality(1);
      writer.write(null, new IIOImage(raster, null, null), best);
    } finally {
      writer.dispose();
    }
    return without(without(bytes.toByteArray(), 0xE0), 0xEE);
  }

  private static byte[] adobe(int transform) {
    return segment(0xEE, "Adobe\0d\0\0\0\0" + (char) transform);
  }

  private static byte[] segment(int marker, String content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xFF);
    out.write(marker);
    out.write(0);
    out.write(content.length() + 2);
    out.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] after(byte[] file, byte[] segment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 2);
    out.writeBytes(segment);
    out.write(file, 2, file.length - 2);
    return out.toByteArray();
  }

  private static byte[] without(byte[] file, int marker) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 2);
    int at = 2;
    while ((file[at + 1] & 0xFF) != 0xDA) {
      int length = 2 + ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF));
      if ((file[at + 1] & 0xFF) != marker) {
        out.write(file, at, length);
      }
      at += length;
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  /** The file with other names of its components. */
  private static byte[] named(byte[] file, String names) {
    byte[] changed = file.clone();
    int at = 2;
    while ((changed[at + 1] & 0xFF) != 0xDA) {
      for (int i = 0; i < names.length() && (changed[at + 1] & 0xFF) == 0xC0; i++) {
        changed[at + 10 + 3 * i] = (byte) names.charAt(i);
      }
      at += 2 + ((changed[at + 2] & 0xFF) << 8 | (changed[at + 3] & 0xFF));
    }
    for (int i = 0; i < names.length(); i++) {
      changed[at + 5 + 2 * i] = (byte) names.charAt(i);
    }
    return changed;
  }
}
