package org.skipjack.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reader of a folder of images: a folder a class, named after it, with PNG and JPEG files at
 * any depth; classes and files in the order of their names.
 *
 * <p>Under {@code train} and {@code test} (or {@code val}) if there are such folders, else split by
 * {@link DataSplit#divide}. Images are {@code [3, H, W]}: grey ones have three equal planes, and
 * colours and orientation are as stored. All must have one size unless {@link ReadOptions#size}
 * says to resize them (bilinear, the aspect ratio not kept). On opening every file is checked but
 * none decoded, and where images are resized not even that; pixels are decoded by batch, so the
 * folder may be larger than memory.
 */
public final class ImageFolder {
  private static final List<String> TRAINING = List.of("train", "training");
  private static final List<String> TEST = List.of("test", "testing", "val", "validation");

  private final Path folder;
  private final ReadOptions options;

  private ImageFolder(Path folder, ReadOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * Opens a folder; the set is called by it.
   *
   * @throws DatasetException if there are no images by class, an image is damaged, of another
   *     format or of another size, or the two halves differ in their classes
   */
  public static DataSplit read(Path folder, ReadOptions options) {
    try {
      return new ImageFolder(folder, options).read();
    } catch (DatasetException e) {
      throw e.in(folder);
    }
  }

  private DataSplit read() {
    Optional<Path> training = child(TRAINING);
    Optional<Path> test = child(TEST);
    if (training.isEmpty() || test.isEmpty()) {
      Map<String, List<Path>> all = classes(folder);
      Dataset whole = dataset(all, shape(all));
      return DataSplit.divide(whole, options.testFraction(), new Seed(options.splitSeed()));
    }
    Map<String, List<Path>> ours = classes(training.get());
    Map<String, List<Path>> theirs = classes(test.get());
    if (!ours.keySet().equals(theirs.keySet())) {
      throw FolderErrors.otherClasses(training.get(), ours.keySet(), test.get(), theirs.keySet());
    }
    ImageShape shape = shape(ours);
    return new DataSplit(dataset(ours, shape), dataset(theirs, shape));
  }

  private Optional<Path> child(List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
  }

  private ImageShape shape(Map<String, List<Path>> classes) {
    return options
        .size()
        .map(size -> new ImageShape(3, size.height(), size.width()))
        .orElseGet(() -> new ImageFile(classes.values().iterator().next().get(0)).shape());
  }

  private Dataset dataset(Map<String, List<Path>> classes, ImageShape shape) {
    List<Path> files = new ArrayList<>();
    classes.values().forEach(files::addAll);
    int[] labels = new int[files.size()];
    int end = 0;
    int label = 0;
    for (List<Path> ofClass : classes.values()) {
      Arrays.fill(labels, end, end + ofClass.size(), label++);
      end += ofClass.size();
    }
    if (options.size().isEmpty()) {
      checkSizes(files, shape);
    }
    Pixels pixels = new FolderPixels(shape, List.copyOf(files), options.size().isPresent());
    return Dataset.over(name(), List.copyOf(classes.keySet()), labels, pixels);
  }

  private static void checkSizes(List<Path> files, ImageShape shape) {
    for (Path file : files) {
      ImageShape own = new ImageFile(file).shape();
      if (!own.equals(shape)) {
        throw FolderErrors.otherSize(files.get(0), shape, file, own);
      }
    }
  }

  private String name() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "images" : name.toString();
  }

  private static Map<String, List<Path>> classes(Path folder) {
    Map<String, List<Path>> classes = new TreeMap<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        if (!name.startsWith(".")) {
          classes.put(name, images(child));
        }
      }
    } catch (IOException e) {
      throw FolderErrors.unlisted(folder, e);
    }
    if (classes.values().stream().allMatch(List::isEmpty)) {
      throw FolderErrors.noClasses(folder);
    }
    classes.forEach(
        (name, files) -> {
          if (files.isEmpty()) {
            throw FolderErrors.emptyClass(folder.resolve(name));
          }
        });
    return Collections.unmodifiableMap(classes);
  }

  private static List<Path> images(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(ImageFolder::isImage).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw FolderErrors.unlisted(folder, e);
    }
  }

  private static boolean isImage(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return false;
    }
    if (name.matches(".*\\.(gif|bmp|webp|tif|tiff|ppm|heic|avif)")) {
      throw FolderErrors.unreadFormat(file);
    }
    return name.matches(".*\\.(png|jpg|jpeg)");
  }
}
