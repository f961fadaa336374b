package org.skipjack.data.format;

import java.nio.file.Path;
import java.util.List;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;

/**
 * The reader of CIFAR-10 in its binary form: 50,000 training and 10,000 test images, {@code [3, 32,
 * 32]}, ten classes.
 *
 * <p>Six files of 10,000 records, each record one label byte and 3,072 pixel bytes: the red, green
 * and blue plane, rows from top to bottom. Source: Krizhevsky 2009, Learning Multiple Layers of
 * Features from Tiny Images.
 */
public final class Cifar10 {
  private static final CifarFormat FORMAT =
      new CifarFormat(
          "cifar10",
          "CIFAR-10",
          "cifar-10-batches-bin",
          "cifar-10-binary.tar.gz",
          1,
          List.of(
              "data_batch_1.bin",
              "data_batch_2.bin",
              "data_batch_3.bin",
              "data_batch_4.bin",
              "data_batch_5.bin"),
          10_000,
          "test_batch.bin",
          10_000,
          List.of(
              "airplane",
              "automobile",
              "bird",
              "cat",
              "deer",
              "dog",
              "frog",
              "horse",
              "ship",
              "truck"));

  private Cifar10() {}

  /** The names of the ten classes, in the order of their labels. */
  public static List<String> classNames() {
    return FORMAT.classNames();
  }

  /**
   * Opens both sets: the folder of the six files or the folder that holds that folder by mapping
   * the files, the official archive by unpacking it into memory.
   *
   * @throws DatasetException if a file is missing, has another size, cannot be read, or holds a
   *     label above 9
   */
  public static DataSplit read(Path path) {
    return new CifarReader(FORMAT).read(path);
  }

  /** True if one of the six files is in this folder, so that it is meant to be CIFAR-10. */
  public static boolean isFolder(Path folder) {
    return new CifarReader(FORMAT).isFolder(folder);
  }
}
