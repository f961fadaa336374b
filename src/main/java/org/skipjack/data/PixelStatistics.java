package org.skipjack.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean and standard deviation of the pixels of a data set, a value a channel, in [0, 1] as pixel /
 * 255.
 *
 * <p>The deviation is that of all values (divided by their number), as it is published for the
 * well-known sets. Sums are whole numbers, so the order of the images does not matter.
 *
 * @param mean one value a channel
 * @param deviation one value a channel
 */
public record PixelStatistics(List<Double> mean, List<Double> deviation) {

  /** Copies the lists. */
  public PixelStatistics {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
  }

  /** The statistics of a set; reads every pixel once. */
  public static PixelStatistics of(Dataset dataset) {
    int plane = dataset.height() * dataset.width();
    long[] sums = new long[dataset.channels()];
    long[] squares = new long[dataset.channels()];
    byte[] image = new byte[dataset.imageSize()];
    for (int index = 0; index < dataset.size(); index++) {
      dataset.copyImage(index, image, 0);
      for (int i = 0; i < image.length; i++) {
        int value = image[i] & 0xFF;
        sums[i / plane] += value;
        squares[i / plane] += (long) value * value;
      }
    }
    List<Double> mean = new ArrayList<>();
    List<Double> deviation = new ArrayList<>();
    double values = (double) plane * dataset.size();
    for (int channel = 0; channel < sums.length; channel++) {
      double average = sums[channel] / values;
      double variance = Math.max(0, squares[channel] / values - average * average);
      mean.add(average / 255);
      deviation.add(Math.sqrt(variance) / 255);
    }
    return new PixelStatistics(mean, deviation);
  }
}
