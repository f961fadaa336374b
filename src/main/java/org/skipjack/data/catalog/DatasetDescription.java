package org.skipjack.data.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skipjack.data.DataSplit;
import org.skipjack.data.format.Cifar10;
import org.skipjack.data.format.Cifar100;
import org.skipjack.data.format.Idx;

/**
 * A published data set: its source, files and figures, as {@code datasets/NAME.json} has them.
 *
 * @param name the word for it, for example {@code "cifar10"}
 * @param title its name in prose
 * @param source who published it, where
 * @param page the publisher's page
 * @param note where the figures come from, and what is left out
 * @param layout how its unpacked files are read
 * @param folder where in the data folder they go
 * @param archives the files to download
 * @param contents the files in them
 * @param training what is published of the training images
 * @param test what is published of the test images
 * @param mean of the training images by channel, in [0, 1]; empty if it is not published
 * @param deviation the standard deviation, likewise
 */
public record DatasetDescription(
    String name,
    String title,
    String source,
    String page,
    String note,
    Layout layout,
    String folder,
    List<Archive> archives,
    List<Content> contents,
    Half training,
    Half test,
    List<Double> mean,
    List<Double> deviation) {

  /**
   * The format of the unpacked files.
   *
   * @param reader {@code "cifar10"}, {@code "cifar100"} or {@code "idx"}
   * @param prefix the beginning of the names of IDX files
   * @param classes the classes of IDX files
   * @param firstLabel the label of the first class in IDX files
   */
  record Layout(String reader, String prefix, List<String> classes, int firstLabel) {}

  /**
   * A file to download.
   *
   * @param name its name
   * @param bytes its size
   * @param digest its published digest
   * @param addresses where it can be had, the best first
   */
  public record Archive(String name, long bytes, Digest digest, List<String> addresses) {}

  /**
   * A file in an archive.
   *
   * @param name its name once unpacked
   * @param archive the archive
   * @param entry its path in the archive; empty if the archive is this file, compressed
   * @param bytes its size
   * @param digest its digest, where one is published
   */
  record Content(String name, String archive, String entry, long bytes, Optional<Digest> digest) {}

  /**
   * The published facts about a training or test set.
   *
   * @param images how many there are
   * @param histogram how many of each class; empty if it is not published
   */
  record Half(int images, List<Integer> histogram) {}

  /** Where the downloaded archives go. */
  Path home(Path data) {
    return data.resolve(folder.substring(0, folder.indexOf('/')));
  }

  /** Where the unpacked files go. */
  Path unpacked(Path data) {
    return data.resolve(folder);
  }

  /** The first of some folders that holds all archives. */
  Optional<Path> archivesIn(List<Path> folders) {
    return folders.stream()
        .filter(
            folder ->
                archives.stream()
                    .allMatch(archive -> Files.isRegularFile(folder.resolve(archive.name()))))
        .findFirst();
  }

  /** Opens the unpacked files. */
  DataSplit open(Path place) {
    return switch (layout.reader()) {
      case "cifar10" -> Cifar10.read(place);
      case "cifar100" -> Cifar100.read(place);
      default ->
          new Idx(name, Optional.of(layout.prefix()), layout.classes(), layout.firstLabel())
              .open(place);
    };
  }
}
