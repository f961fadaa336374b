package org.skipjack.engine.onednn;

import java.util.zip.CRC32C;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Parameters;

/**
 * A fingerprint of parameters, which shows whether their values have changed. A change to any one
 * value is always seen; of other changes one in 2³² is missed. It costs one pass over the values,
 * at about the speed of memory.
 */
final class Fingerprint {
  private static final int CHUNK = 1 << 30;

  private Fingerprint() {}

  static long of(Parameters parameters) {
    return of(parameters.learned()) << 32 | of(parameters.statistics());
  }

  private static long of(INDArray array) {
    CRC32C checksum = new CRC32C();
    BytePointer bytes = new BytePointer(array.data().addressPointer());
    long size = array.length() * array.data().getElementSize();
    for (long from = 0; from < size; from += CHUNK) {
      long to = Math.min(size, from + CHUNK);
      checksum.update(bytes.position(from).limit(to).asByteBuffer());
    }
    return checksum.getValue();
  }
}
