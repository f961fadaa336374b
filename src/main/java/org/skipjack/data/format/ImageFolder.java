package org.skipjack.data.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.DatasetException;
import org.skipjack.data.FileName;
import org.skipjack.data.ImageFile;
import org.skipjack.data.ImageShape;
import org.skipjack.data.Pixels;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.Seed;

/**
 * The reader of a folder of images: a folder a class, named after it, with PNG and JPEG files at
 * any depth; classes and files in the order of their names. Symbolic links are followed, and hidden
 * files and folders passed over.
 *
 * <p>Under {@code train} and {@code test} (or {@code val}, in any case) if there are such folders,
 * else split by {@link DataSplit#divide}. Images are {@code [3, H, W]}: gray ones have three equal
 * planes, and colors and orientation are as stored. All must have one size unless {@link
 * ReadOptions#size} says to resize them (bilinear, the aspect ratio not kept). On opening every
 * file is checked but none decoded, and where images are resized not even that; pixels are decoded
 * by batch, so the folder may be larger than memory.
 */
public final class ImageFolder {
  private final Path folder;
  private final ReadOptions options;
  private final Consumer<String> tell;

  private ImageFolder(Path folder, ReadOptions options, Consumer<String> tell) {
    this.folder = folder;
    this.options = options;
    this.tell = tell;
  }

  /** As {@link #read(Path, ReadOptions, Consumer)}, telling on standard error. */
  public static DataSplit read(Path folder, ReadOptions options) {
    return read(folder, options, System.err::println);
  }

  /**
   * Opens a folder; the set is called by it.
   *
   * @param tell gets a line on what is left out, and where a choice was made
   * @throws DatasetException if there are no images by class or of one class only, an image is
   *     damaged, of another format or of another size, or the two halves differ in their classes
   */
  public static DataSplit read(Path folder, ReadOptions options, Consumer<String> tell) {
    try {
      return new ImageFolder(folder, options, tell).read();
    } catch (DatasetException e) {
      throw e.in(folder);
    }
  }

  private DataSplit read() {
    FolderLayout layout = FolderLayout.of(new ImageTree(folder));
    Map<String, List<Path>> ours = classes(layout.training());
    DataSplit split =
        layout.test().map(test -> halves(layout, ours, test)).orElseGet(() -> divided(ours));
    if (!layout.leftOut().isEmpty()) {
      tell.accept("%s: left out: %s".formatted(name(), String.join(", ", layout.leftOut())));
    }
    return split;
  }

  private DataSplit divided(Map<String, List<Path>> all) {
    Dataset whole = dataset(all, shape(all));
    return DataSplit.divide(whole, options.testFraction(), new Seed(options.splitSeed()));
  }

  private DataSplit halves(FolderLayout layout, Map<String, List<Path>> ours, ImageTree test) {
    Map<String, List<Path>> theirs = classes(test);
    if (!ours.keySet().equals(theirs.keySet())) {
      throw FolderErrors.otherClasses(
          layout.training().folder(), ours.keySet(), test.folder(), theirs.keySet());
    }
    ImageShape shape = shape(ours);
    return new DataSplit(dataset(ours, shape), dataset(theirs, shape));
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
    Path name = folder.toAbsolutePath().normalize();
    return name.getFileName() == null ? "images" : FileName.of(name);
  }

  private Map<String, List<Path>> classes(ImageTree parent) {
    Map<String, List<Path>> classes = new TreeMap<>();
    for (ImageTree child : parent.folders()) {
      classes.put(child.name(), child.images());
    }
    if (classes.values().stream().allMatch(List::isEmpty)) {
      throw FolderErrors.noClasses(parent.folder(), parent.loose());
    }
    for (ImageTree child : parent.folders()) {
      if (classes.getOrDefault(child.name(), List.of()).isEmpty()) {
        throw FolderErrors.emptyClass(child.folder());
      }
    }
    if (classes.size() == 1) {
      throw FolderErrors.oneClass(parent, below(parent));
    }
    tellOfFoldersBelow(parent);
    return Collections.unmodifiableMap(classes);
  }

  /** The first folder below that holds several with images, if only folders lie between. */
  private static Optional<ImageTree> below(ImageTree parent) {
    List<ImageTree> inside = filled(parent);
    return inside.size() != 1 || parent.loose() > 0
        ? Optional.of(parent).filter(found -> inside.size() > 1)
        : below(inside.get(0));
  }

  private static List<ImageTree> filled(ImageTree parent) {
    return parent.folders().stream().filter(folder -> !folder.images().isEmpty()).toList();
  }

  /**
   * Where no class has images of its own, the classes may well be meant to be the folders below.
   */
  private void tellOfFoldersBelow(ImageTree parent) {
    List<ImageTree> classes = parent.folders();
    if (classes.stream().allMatch(found -> found.loose() == 0 && filled(found).size() > 1)) {
      tell.accept(
          "%s: the classes are the folders in %s (%s), not those below, such as %s"
              .formatted(
                  name(),
                  parent.folder(),
                  String.join(", ", classes.stream().map(ImageTree::name).toList()),
                  filled(classes.get(0)).get(0).folder()));
    }
  }
}
