package org.skipjack.data;

import java.nio.file.Path;
import java.util.Collection;

/** What is said when a folder of images cannot be read. */
final class FolderErrors {
  private FolderErrors() {}

  static DatasetException otherSize(Path first, ImageShape expected, Path other, ImageShape got) {
    return new DatasetException(
        """
        the images differ in size (CHW).

            %s  %s
            %s  %s

        Fix: have every image resized on reading, --size %dx%d, or bring them to one size."""
            .formatted(expected, first, got, other, expected.height(), expected.width()),
        other,
        0);
  }

  static DatasetException noClasses(Path folder) {
    return new DatasetException(
        """
        %s holds no images by class. Expected a folder for each class with .png, .jpg or .jpeg files in it,
        either directly (%s) or under train and test (%s).
        Fix: sort the images into folders named after their classes."""
            .formatted(folder, "cat/1.png, dog/1.png", "train/cat/1.png, test/cat/2.png"),
        folder,
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
