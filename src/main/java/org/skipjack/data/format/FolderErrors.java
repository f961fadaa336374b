package org.skipjack.data.format;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ImageShape;

/** Messages for a folder of images that cannot be read. */
final class FolderErrors {
  private FolderErrors() {}

  static DatasetException otherSize(Path first, ImageShape expected, Path other, ImageShape got) {
    return new DatasetException(
        String.format(
            Locale.ROOT,
            """
        the images differ in size (CHW).

            %s  %s
            %s  %s

        Fix: have every image resized on reading, --size %dx%d, or bring them to one size.""",
            expected,
            first,
            got,
            other,
            expected.height(),
            expected.width()),
        other,
        0);
  }

  static DatasetException noClasses(Path folder, long loose) {
    String has = loose == 0 ? "" : String.format(Locale.ROOT, ", but %d without a folder", loose);
    return new DatasetException(
        """
        %s holds no images by class%s. Expected a folder for each class with .png, .jpg or .jpeg files in it,
        either directly (%s) or under train and test (%s).
        Fix: sort the images into folders named after their classes."""
            .formatted(folder, has, "cat/1.png, dog/1.png", "train/cat/1.png, test/cat/2.png"),
        folder,
        0);
  }

  static DatasetException oneClass(ImageTree parent, Optional<ImageTree> below) {
    String fix =
        below
            .map(
                found ->
                    "give the folder below, %s: it holds %s."
                        .formatted(
                            found.folder(),
                            String.join(
                                ", ", found.folders().stream().map(ImageTree::name).toList())))
            .orElse("put the images of each class into a folder of its own, two at least.");
    return new DatasetException(
        "%s holds one class only, %s: there is nothing to tell apart.\nFix: %s"
            .formatted(parent.folder(), parent.folders().get(0).name(), fix),
        parent.folder(),
        0);
  }

  static DatasetException twice(Path folder, List<String> names) {
    return new DatasetException(
        "%s holds several folders for one half of the set: %s.\nFix: keep one of them, or move the others away."
            .formatted(folder, String.join(", ", names)),
        folder,
        0);
  }

  static DatasetException brokenLink(Path link) {
    return new DatasetException(
        "%s is a symbolic link to nothing.\nFix: remove the link, or put back what it leads to."
            .formatted(link),
        link,
        0);
  }

  static DatasetException loop(Path link) {
    return new DatasetException(
        "%s is a symbolic link to a folder that it lies in.\nFix: remove the link.".formatted(link),
        link,
        0);
  }

  static DatasetException emptyClass(Path folder) {
    return new DatasetException(
        "%s holds no .png, .jpg or .jpeg file.%nFix: put the images of this class into it, or remove the folder."
            .formatted(folder),
        folder,
        0);
  }

  static DatasetException unreadFormat(Path file) {
    return new DatasetException(
        "%s is an image of a format that is not read, expected PNG or JPEG.%nFix: convert it, or remove it from the folder."
            .formatted(file),
        file,
        0);
  }

  static DatasetException otherClasses(
      Path training, Collection<String> ours, Path test, Collection<String> theirs) {
    return new DatasetException(
        """
        the training and the test folder differ in their classes.

            %s  %s
            %s  %s

        Fix: give both a folder for each class."""
            .formatted(training, String.join(", ", ours), test, String.join(", ", theirs)),
        test,
        0);
  }

  static DatasetException unlisted(Path folder, Exception cause) {
    return new DatasetException(
        "%s cannot be listed: %s.%nFix: check its name and permissions."
            .formatted(folder, cause.getMessage()),
        cause,
        folder,
        0);
  }
}
