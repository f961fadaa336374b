package org.skipjack.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.skipjack.io.Sha256;

/** The digest of a data set's content; see {@link Dataset#digest}. */
final class DatasetDigest {
  private static final int ONE_BYTE = 256;

  private DatasetDigest() {}

  /** The digest, 64 hexadecimal digits. */
  static String of(Dataset dataset) {
    StringBuilder header = new StringBuilder("skipjack dataset 1\nshape");
    dataset.shape().forEach(extent -> header.append(' ').append(extent));
    header.append('\n');
    dataset
        .classNames()
        .forEach(className -> header.append("class ").append(className).append('\n'));
    MessageDigest sha = Sha256.begin();
    sha.update(header.toString().getBytes(StandardCharsets.UTF_8));
    sha.update(labels(dataset));
    byte[] image = new byte[dataset.imageSize()];
    for (int i = 0; i < dataset.size(); i++) {
      dataset.copyImage(i, image, 0);
      sha.update(image);
    }
    return Sha256.hexadecimal(sha);
  }

  private static byte[] labels(Dataset dataset) {
    boolean two = dataset.classNames().size() > ONE_BYTE;
    ByteBuffer bytes = ByteBuffer.allocate(two ? 2 * dataset.size() : dataset.size());
    for (int i = 0; i < dataset.size(); i++) {
      int label = dataset.label(i);
      if (two) {
        bytes.putShort((short) label);
      } else {
        bytes.put((byte) label);
      }
    }
    return bytes.array();
  }
}
