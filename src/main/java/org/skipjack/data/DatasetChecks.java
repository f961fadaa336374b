package org.skipjack.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** The rules that the parts of a {@link Dataset} obey, and what is said when they do not. */
final class DatasetChecks {
  private static final int MOST_CLASSES = 65_536;

  private DatasetChecks() {}

  static void check(String name, List<String> classNames, int[] labels, ImageShape imageShape) {
    checkName(name);
    checkClasses(name, classNames);
    List<Integer> shape = checkShape(name, imageShape, labels.length);
    if (imageShape.size() > Integer.MAX_VALUE) {
      throw failure(
          "%s would have the shape %s (NCHW), %,d values an image, expected at most %,d.\n"
              + "Fix: use smaller images.",
          name, shape, imageShape.size(), Integer.MAX_VALUE);
    }
    checkLabels(name, labels, classNames.size());
  }

  static void checkName(String name) {
    if (name.isBlank()) {
      throw new DatasetException("a data set needs a name.\nFix: give one, for example \"faces\".");
    }
  }

  static void checkClassCount(String name, long count) {
    if (count < 1 || count > MOST_CLASSES) {
      throw failure(
          "%s has %d classes, expected 1 to %,d: a label is two bytes.\n"
              + "Fix: name the classes, one name for each label.",
          name, count, MOST_CLASSES);
    }
  }

  private static void checkClasses(String name, List<String> classNames) {
    checkClassCount(name, classNames.size());
    for (String className : classNames) {
      if (className.isBlank() || className.chars().anyMatch(Character::isISOControl)) {
        throw failure(
            "%s has a class called \"%s\", expected a name of one line.\nFix: name it.",
            name, className);
      }
    }
    if (new HashSet<>(classNames).size() < classNames.size()) {
      throw failure(
          "%s names a class twice: %s.\nFix: give every class a name of its own.",
          name, String.join(", ", classNames));
    }
  }

  static void checkSizes(String name, ImageShape imageShape, int images, int pixels) {
    List<Integer> shape = checkShape(name, imageShape, images);
    long expected = images * imageShape.size();
    if (pixels != expected) {
      throw failure(
          "%s has %,d pixel values, but %d labels and the image shape make %s (NCHW), %,d values.\n"
              + "Fix: give one label and one whole image each.",
          name, pixels, images, shape, expected);
    }
  }

  private static List<Integer> checkShape(String name, ImageShape imageShape, int images) {
    List<Integer> shape =
        List.of(images, imageShape.channels(), imageShape.height(), imageShape.width());
    if (Collections.min(shape) <= 0) {
      throw failure(
          "%s would have the shape %s (NCHW).\nFix: let every size be at least 1.", name, shape);
    }
    return shape;
  }

  private static void checkLabels(String name, int[] labels, int classes) {
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      if (label < 0 || label >= classes) {
        throw failure(
            "image %d of %s has label %d, expected 0 to %d: there are %d classes.\n"
                + "Fix: name every class, or correct the label.",
            i, name, label, classes - 1, classes);
      }
    }
  }

  private static DatasetException failure(String format, Object... parts) {
    return new DatasetException(String.format(Locale.ROOT, format, parts));
  }
}
