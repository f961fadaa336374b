package org.skipjack.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The training and test folders within a folder of images, by their usual names, in upper or lower
 * case.
 *
 * @param training the folder of the classes to learn from, or of all
 * @param test the folder of the classes to be judged by, if there is one
 * @param leftOut what beside them is not read
 */
record FolderLayout(ImageTree training, Optional<ImageTree> test, List<String> leftOut) {
  private static final Set<String> TRAINING = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing");
  private static final Set<String> VALIDATION = Set.of("val", "valid", "validation");

  static FolderLayout of(ImageTree root) {
    List<ImageTree> folders = root.folders();
    Optional<ImageTree> training = only(root, folders, TRAINING);
    Optional<ImageTree> test = only(root, folders, TEST).or(() -> only(root, folders, VALIDATION));
    if (training.isEmpty() || (test.isEmpty() && !isAllThereIs(folders, training.get()))) {
      return new FolderLayout(root, Optional.empty(), loose(root, new ArrayList<>()));
    }
    List<String> leftOut = new ArrayList<>();
    for (ImageTree folder : folders) {
      if (!folder.equals(training.get()) && !Optional.of(folder).equals(test)) {
        leftOut.add("the folder " + folder.name());
      }
    }
    return new FolderLayout(training.get(), test, loose(root, leftOut));
  }

  /** A folder called train that alone holds images, by class, is no class. */
  private static boolean isAllThereIs(List<ImageTree> folders, ImageTree training) {
    return training.loose() == 0
        && training.folders().stream().anyMatch(folder -> !folder.images().isEmpty())
        && folders.stream()
            .allMatch(folder -> folder.equals(training) || folder.images().isEmpty());
  }

  private static Optional<ImageTree> only(
      ImageTree root, List<ImageTree> folders, Set<String> names) {
    List<ImageTree> found =
        folders.stream()
            .filter(folder -> names.contains(folder.name().toLowerCase(Locale.ROOT)))
            .toList();
    if (found.size() > 1) {
      throw FolderErrors.twice(root.folder(), found.stream().map(ImageTree::name).toList());
    }
    return found.stream().findFirst();
  }

  private static List<String> loose(ImageTree root, List<String> leftOut) {
    long images = root.loose();
    if (images > 0) {
      leftOut.add(
          images == 1 ? "1 image that is in no folder" : images + " images that are in no folder");
    }
    return List.copyOf(leftOut);
  }
}
