package org.skipjack.data.format;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.skipjack.data.Dataset;
import org.skipjack.data.FileName;
import org.skipjack.data.ImageFile;
import org.skipjack.data.ImageShape;
import org.skipjack.data.InMemoryPixels;

/**
 * A single image brought to the shape of a net's input: resized as those of a folder are (bilinear,
 * the aspect ratio not kept), and made gray for a net of one channel.
 */
public final class FittedImage {
  /** The parts of red, green and blue in brightness: ITU-R BT.601, §2.5.1. */
  private static final double[] LUMA = {0.299, 0.587, 0.114};

  private FittedImage() {}

  /**
   * The image of a PNG or JPEG file, a set of one without a label.
   *
   * @throws org.skipjack.data.DatasetException if it cannot be read
   */
  public static Dataset of(Path file, ImageShape shape) {
    return of(FileName.of(file.toAbsolutePath()), new ImageFile(file).read(), shape);
  }

  /** An image of Java, a set of one without a label. */
  public static Dataset of(BufferedImage image, ImageShape shape) {
    return of("image", ImageFile.Picture.of(image), shape);
  }

  private static Dataset of(String name, ImageFile.Picture picture, ImageShape shape) {
    ImageShape own = picture.shape();
    byte[] pixels = picture.pixels();
    if (shape.channels() == 1) {
      pixels = gray(pixels);
      own = new ImageShape(1, own.height(), own.width());
    }
    ImageShape fitted = new ImageShape(own.channels(), shape.height(), shape.width());
    byte[] resized = Bilinear.resize(pixels, own, fitted);
    return Dataset.over(
        name, List.of("unlabeled"), new int[1], new InMemoryPixels(fitted, resized));
  }

  private static byte[] gray(byte[] pixels) {
    int plane = pixels.length / LUMA.length;
    byte[] gray = new byte[plane];
    for (int i = 0; i < plane; i++) {
      double sum = 0;
      for (int channel = 0; channel < LUMA.length; channel++) {
        sum += LUMA[channel] * (pixels[channel * plane + i] & 0xFF);
      }
      gray[i] = (byte) Math.round(sum);
    }
    return gray;
  }
}
