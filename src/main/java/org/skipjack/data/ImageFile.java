package org.skipjack.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A PNG or JPEG file as {@code [3, height, width]} bytes: red, green, blue.
 *
 * <p>Gray images have three equal planes, transparency is dropped, 16 bits become the high 8, and
 * colors are as stored: profiles and orientation tags are not applied. Ink (CMYK) becomes color as
 * in {@link JpegColors}.
 */
public final class ImageFile {
  private static final int CHANNELS = 3;
  private static final long LARGEST_FILE = 1L << 28;
  private static final long MOST_PIXELS = 1L << 26;

  private final Path path;

  public ImageFile(Path path) {
    this.path = path;
  }

  /** The shape that the header states, checked to be one that can be decoded. */
  public ImageShape shape() {
    try (Decoder decoder = new Decoder(essential())) {
      return decoder.shape();
    } catch (ImageBytes.Damage e) {
      throw damaged(e, e.offset());
    }
  }

  /** The pixels and their shape. */
  public Picture read() {
    try (Decoder decoder = new Decoder(essential())) {
      return decoder.picture();
    } catch (ImageBytes.Damage e) {
      throw damaged(e, e.offset());
    }
  }

  /** Decoded pixels. */
  public static final class Picture {
    private final ImageShape shape;
    private final byte[] pixels;

    /** The pixels of an image of Java. */
    public static Picture of(BufferedImage image) {
      return new Picture(
          new ImageShape(CHANNELS, image.getHeight(), image.getWidth()), planes(image));
    }

    Picture(ImageShape shape, byte[] pixels) {
      this.shape = shape;
      this.pixels = pixels;
    }

    public ImageShape shape() {
      return shape;
    }

    /** {@code [3, height, width]}, not copied. */
    public byte[] pixels() {
      return pixels;
    }
  }

  private ImageBytes essential() {
    // No java.io.File, which loses the bytes of a name that the locale has no letters for.
    try (InputStream in = Files.newInputStream(path)) {
      long size = Files.size(path);
      if (size > LARGEST_FILE) {
        throw new ImageBytes.Damage(
            String.format(
                Locale.ROOT, "it has %,d bytes, expected at most %,d", size, LARGEST_FILE),
            (int) LARGEST_FILE);
      }
      return ImageBytes.essential(in.readAllBytes());
    } catch (IOException e) {
      throw damaged(e, 0);
    } catch (ImageBytes.Damage e) {
      throw damaged(e, e.offset());
    }
  }

  private DatasetException damaged(Exception cause, long offset) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            "%s cannot be read at byte %,d: %s.\n"
                + "Fix: replace the image, or remove it from the folder.",
            path,
            offset,
            cause.getMessage()),
        cause,
        path,
        offset);
  }

  /** One use of a decoder of the platform. */
  private static final class Decoder implements AutoCloseable {
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final JpegColors colors;

    Decoder(ImageBytes image) throws ImageBytes.Damage {
      byte[] bytes = image.kept();
      String format = ImageBytes.format(bytes) == ImageBytes.Format.PNG ? "png" : "jpeg";
      colors = image.colors();
      stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
      reader = ImageIO.getImageReadersByFormatName(format).next();
      reader.setInput(stream, true, true);
    }

    ImageShape shape() throws ImageBytes.Damage {
      return guarded(
          () -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
              throw new IOException(
                  String.format(
                      Locale.ROOT,
                      "its size is %d × %d, expected at most %d pixels",
                      width,
                      height,
                      MOST_PIXELS));
            }
            return new ImageShape(CHANNELS, height, width);
          });
    }

    Picture picture() throws ImageBytes.Damage {
      ImageShape shape = shape();
      return guarded(
          () -> {
            // What the decoder can live with is still not the image that was stored.
            reader.addIIOReadWarningListener(
                (source, warning) -> {
                  throw new IllegalStateException(warning);
                });
            if (colors.isInk()) {
              return new Picture(shape, ink(sized(reader.readRaster(0, null), shape)));
            }
            BufferedImage image = reader.read(0);
            sized(image.getRaster(), shape);
            return new Picture(shape, planes(image));
          });
    }

    @CanIgnoreReturnValue
    private static Raster sized(Raster raster, ImageShape shape) throws IOException {
      if (raster.getWidth() != shape.width() || raster.getHeight() != shape.height()) {
        throw new IOException("it has another size than its header states");
      }
      return raster;
    }

    private byte[] ink(Raster raster) {
      int width = raster.getWidth();
      int plane = width * raster.getHeight();
      int[] row = new int[4 * width];
      byte[] pixels = new byte[CHANNELS * plane];
      for (int y = 0; y < raster.getHeight(); y++) {
        raster.getPixels(0, y, width, 1, row);
        colors.toRgb(row, pixels, plane, y * width);
      }
      return pixels;
    }

    private interface Step<T> {
      T run() throws IOException;
    }

    /** The decoders throw many things on damaged data, some of them undeclared. */
    private <T> T guarded(Step<T> step) throws ImageBytes.Damage {
      try {
        return step.run();
      } catch (IOException | RuntimeException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        throw new ImageBytes.Damage(reason.replaceAll("\\.$", ""), position());
      }
    }

    private int position() {
      try {
        return (int) stream.getStreamPosition();
      } catch (IOException e) {
        return 0;
      }
    }

    @Override
    public void close() {
      reader.dispose();
    }
  }

  private static byte[] planes(BufferedImage image) {
    // Java holds gray to be linear and would brighten it on the way to RGB.
    boolean gray = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    boolean deep = image.getSampleModel().getSampleSize(0) > 8;
    return gray ? gray(image) : deep ? deep(image.getRaster()) : color(image);
  }

  private static byte[] gray(BufferedImage image) {
    Raster raster = image.getRaster();
    int plane = image.getWidth() * image.getHeight();
    int shift = raster.getSampleModel().getSampleSize(0) - 8;
    int[] row = new int[image.getWidth()];
    byte[] pixels = new byte[CHANNELS * plane];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        byte value = (byte) (shift > 0 ? row[x] >> shift : row[x]);
        for (int channel = 0; channel < CHANNELS; channel++) {
          pixels[channel * plane + y * row.length + x] = value;
        }
      }
    }
    return pixels;
  }

  /** Colors of 16 bits: the high 8, where Java would round. */
  private static byte[] deep(Raster raster) {
    int plane = raster.getWidth() * raster.getHeight();
    int[] row = new int[raster.getWidth()];
    byte[] pixels = new byte[CHANNELS * plane];
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int y = 0; y < raster.getHeight(); y++) {
        raster.getSamples(0, y, row.length, 1, channel, row);
        for (int x = 0; x < row.length; x++) {
          pixels[channel * plane + y * row.length + x] = (byte) (row[x] >> 8);
        }
      }
    }
    return pixels;
  }

  private static byte[] color(BufferedImage image) {
    int plane = image.getWidth() * image.getHeight();
    int[] row = new int[image.getWidth()];
    byte[] pixels = new byte[CHANNELS * plane];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int at = y * row.length + x;
        pixels[at] = (byte) (row[x] >> 16);
        pixels[plane + at] = (byte) (row[x] >> 8);
        pixels[2 * plane + at] = (byte) row[x];
      }
    }
    return pixels;
  }
}
