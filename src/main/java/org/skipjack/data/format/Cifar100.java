package org.skipjack.data.format;

import java.nio.file.Path;
import java.util.List;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;

/**
 * The reader of CIFAR-100 in its binary form: 50,000 training and 10,000 test images, {@code [3,
 * 32, 32]}, with their hundred fine classes.
 *
 * <p>Two files of records, each record a coarse label, which is not used, a fine label and 3,072
 * pixel bytes: the red, green and blue plane, rows from top to bottom. Source: Krizhevsky 2009,
 * Learning Multiple Layers of Features from Tiny Images.
 */
public final class Cifar100 {
  private static final CifarFormat FORMAT =
      new CifarFormat(
          "cifar100",
          "CIFAR-100",
          "cifar-100-binary",
          "cifar-100-binary.tar.gz",
          2,
          List.of("train.bin"),
          50_000,
          "test.bin",
          10_000,
          words(
              """
              apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy
              bridge bus butterfly camel can castle caterpillar cattle chair chimpanzee clock
              cloud cockroach couch crab crocodile cup dinosaur dolphin elephant flatfish
              forest fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion
              lizard lobster man maple_tree motorcycle mountain mouse mushroom oak_tree orange
              orchid otter palm_tree pear pickup_truck pine_tree plain plate poppy porcupine
              possum rabbit raccoon ray road rocket rose sea seal shark shrew skunk skyscraper
              snail snake spider squirrel streetcar sunflower sweet_pepper table tank
              telephone television tiger tractor train trout tulip turtle wardrobe whale
              willow_tree wolf woman worm
              """));

  private Cifar100() {}

  /** The names of the hundred fine classes, in the order of their labels. */
  public static List<String> classNames() {
    return FORMAT.classNames();
  }

  /**
   * Opens both sets: the folder of the two files or the folder that holds that folder by mapping
   * the files, the official archive by unpacking it into memory.
   *
   * @throws DatasetException if a file is missing, has another size, cannot be read, or holds a
   *     fine label above 99
   */
  public static DataSplit read(Path path) {
    return new CifarReader(FORMAT).read(path);
  }

  /** True if one of the two files is in this folder, so that it is meant to be CIFAR-100. */
  public static boolean isFolder(Path folder) {
    return new CifarReader(FORMAT).isFolder(folder);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }
}
