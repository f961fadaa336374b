package org.skipjack.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The reader of CIFAR-10 in its binary form: 50,000 training and 10,000 test images, {@code [3, 32,
 * 32]}, ten classes.
 *
 * <p>Six files of 10,000 records, each record one label byte and 3,072 pixel bytes: the red, green
 * and blue plane, rows from top to bottom. Source: Krizhevsky 2009, Learning Multiple Layers of
 * Features from Tiny Images.
 */
public final class Cifar10 {
  /** The folder that the official archive holds. */
  public static final String FOLDER = "cifar-10-batches-bin";

  /** The official archive. */
  public static final String ARCHIVE = "cifar-10-binary.tar.gz";

  private static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private Cifar10() {}

  /** The names of the ten classes, in the order of their labels. */
  public static List<String> classNames() {
    return CLASSES;
  }

  /**
   * Reads both sets from the folder of the six files, the folder that holds that folder, or the
   * official archive.
   *
   * @throws DatasetException if a file is missing, has another size, cannot be read, or holds a
   *     label above 9
   */
  public static DataSplit read(Path path) {
    if (Files.isRegularFile(path)) {
      return readArchive(path);
    }
    if (Files.isDirectory(path)) {
      Path inner = path.resolve(FOLDER);
      return readFolder(Files.isDirectory(inner) ? inner : path);
    }
    throw CifarErrors.nothingThere(path);
  }

  /** True if one of the six files is in this folder, so that it is meant to be CIFAR-10. */
  static boolean isFolder(Path folder) {
    return CifarBatches.FILES.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  private static DataSplit readFolder(Path folder) {
    List<String> missing =
        CifarBatches.FILES.stream()
            .filter(file -> !Files.isRegularFile(folder.resolve(file)))
            .toList();
    if (!missing.isEmpty()) {
      throw Files.exists(folder.resolve("data_batch_1"))
          ? CifarErrors.pythonVersion(folder)
          : CifarErrors.filesMissing(folder.toString(), missing);
    }
    CifarBatches batches = new CifarBatches(folder.toString());
    for (String file : CifarBatches.FILES) {
      Path path = folder.resolve(file);
      try (InputStream in = Files.newInputStream(path)) {
        batches.add(file, Files.size(path), in);
      } catch (IOException e) {
        throw CifarErrors.fileFailed(path, e);
      }
    }
    return batches.split();
  }

  private static DataSplit readArchive(Path archive) {
    CifarBatches batches = new CifarBatches(archive.toString());
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null && !batches.isComplete()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isFile() && CifarBatches.FILES.contains(name)) {
          batches.add(name, entry.getSize(), tar);
        }
        entry = tar.getNextEntry();
      }
    } catch (IOException e) {
      throw CifarErrors.archiveFailed(archive, e);
    }
    return batches.split();
  }
}
