package org.skipjack.data.format;

import java.util.List;
import java.util.stream.Stream;
import org.skipjack.data.ImageShape;

/**
 * The file format of a CIFAR set: equal records of some label bytes, of which the last counts, and
 * 3,072 pixel bytes, the red, green and blue plane.
 *
 * @param name the word for the set
 * @param title its name in prose
 * @param folder the folder that the official archive holds
 * @param archive the official archive
 * @param labelBytes the bytes before the pixels
 * @param trainingFiles the files of training images, in order, all of the same size
 * @param trainingRecords the number of records in each
 * @param testFile the file of test images
 * @param testRecords the number of records in it
 * @param classNames the classes in the order of their labels
 */
record CifarFormat(
    String name,
    String title,
    String folder,
    String archive,
    int labelBytes,
    List<String> trainingFiles,
    int trainingRecords,
    String testFile,
    int testRecords,
    List<String> classNames) {

  static final ImageShape IMAGE = new ImageShape(3, 32, 32);

  /** All files in order, the test file last. */
  List<String> files() {
    return Stream.concat(trainingFiles.stream(), Stream.of(testFile)).toList();
  }

  int records(String file) {
    return file.equals(testFile) ? testRecords : trainingRecords;
  }

  int recordSize() {
    return labelBytes + (int) IMAGE.size();
  }

  long fileSize(String file) {
    return (long) records(file) * recordSize();
  }
}
