package org.skipjack.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Collects the six files of CIFAR-10, in any order, and checks each. */
final class CifarBatches {
  static final List<String> FILES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");

  static final int RECORDS = 10_000;
  static final int IMAGE_SIZE = 3 * 32 * 32;
  static final int RECORD_SIZE = 1 + IMAGE_SIZE;
  static final long FILE_SIZE = (long) RECORDS * RECORD_SIZE;
  private static final int TRAINING_FILES = FILES.size() - 1;
  private static final int CHUNK = 500;

  private final String where;
  private final List<String> missing = new ArrayList<>(FILES);
  private byte[] labels = {};
  private byte[] trainingPixels = {};
  private byte[] testPixels = {};

  /**
   * @param where the folder or archive, for messages
   */
  CifarBatches(String where) {
    this.where = where;
  }

  boolean isComplete() {
    return missing.isEmpty();
  }

  /**
   * Reads one file. Memory for the pixels is taken when the first file has passed its size check.
   *
   * @param size what the file system or the archive says that the file's size is
   */
  void add(String file, long size, InputStream in) throws IOException {
    if (size != FILE_SIZE) {
      throw CifarErrors.wrongSize(path(file), size);
    }
    if (!missing.remove(file)) {
      throw CifarErrors.twice(where, file);
    }
    if (labels.length == 0) {
      labels = new byte[FILES.size() * RECORDS];
      trainingPixels = new byte[TRAINING_FILES * RECORDS * IMAGE_SIZE];
      testPixels = new byte[RECORDS * IMAGE_SIZE];
    }
    byte[] chunk = new byte[CHUNK * RECORD_SIZE];
    for (int record = 0; record < RECORDS; record += CHUNK) {
      int read = in.readNBytes(chunk, 0, chunk.length);
      if (read < chunk.length) {
        throw CifarErrors.wrongSize(path(file), (long) record * RECORD_SIZE + read);
      }
      unpack(file, chunk, record);
    }
    if (in.read() != -1) {
      throw CifarErrors.wrongSize(path(file), FILE_SIZE + 1);
    }
  }

  private void unpack(String file, byte[] chunk, int firstRecord) {
    int number = FILES.indexOf(file);
    boolean isTest = number == TRAINING_FILES;
    byte[] pixels = isTest ? testPixels : trainingPixels;
    int firstImage = isTest ? firstRecord : number * RECORDS + firstRecord;
    for (int i = 0; i < CHUNK; i++) {
      int start = i * RECORD_SIZE;
      int label = Byte.toUnsignedInt(chunk[start]);
      if (label >= Cifar10.classNames().size()) {
        throw CifarErrors.wrongLabel(path(file), label, firstRecord + i);
      }
      labels[number * RECORDS + firstRecord + i] = (byte) label;
      System.arraycopy(chunk, start + 1, pixels, (firstImage + i) * IMAGE_SIZE, IMAGE_SIZE);
    }
  }

  DataSplit split() {
    if (!isComplete()) {
      throw CifarErrors.filesMissing(where, missing);
    }
    return new DataSplit(
        dataset(0, TRAINING_FILES, trainingPixels), dataset(TRAINING_FILES, 1, testPixels));
  }

  private Dataset dataset(int firstFile, int files, byte[] pixels) {
    byte[] own = new byte[files * RECORDS];
    System.arraycopy(labels, firstFile * RECORDS, own, 0, own.length);
    return Dataset.adopt("cifar10", Cifar10.classNames(), new ImageShape(3, 32, 32), own, pixels);
  }

  private String path(String file) {
    return where + "/" + file;
  }
}
