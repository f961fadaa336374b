package org.skipjack.data;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Images whose channels come last (HWC), as in TensorFlow and in most image libraries. */
public final class ChannelsLast {
  private ChannelsLast() {}

  /**
   * The images with their channels first (CHW), as {@link Dataset} wants them.
   *
   * @param images {@code [N][height][width][channels]}
   * @return {@code [N][channels][height][width]}, a copy
   * @throws DatasetException if the images have different shapes
   */
  public static float[][][][] toFirst(float[][][][] images) {
    return OwnImages.channelsFirst(images);
  }

  /**
   * The images with their channels first (CHW), as {@link Dataset} wants them.
   *
   * @param images {@code [N, height, width, channels]}
   * @return {@code [N, channels, height, width]}, a view
   * @throws DatasetException if the array has another rank
   */
  public static INDArray toFirst(INDArray images) {
    if (images.rank() != 4) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "the array of images has %d axes, expected [N, height, width, channels].\nFix: reshape it.",
              images.rank()));
    }
    return images.permute(0, 3, 1, 2);
  }
}
