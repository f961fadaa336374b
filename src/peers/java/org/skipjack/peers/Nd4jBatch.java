package org.skipjack.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What the two libraries on ND4J share: a batch, and where a version is written. */
final class Nd4jBatch {
  private Nd4jBatch() {}

  /** Random images with their classes as one-hot rows. */
  static DataSet of(Setup setup) {
    INDArray images =
        Nd4j.createFromArray(Peer.images(setup)).reshape(Setup.IMAGE.withBatch(setup.batch()));
    INDArray labels = Nd4j.zeros(setup.batch(), Setup.CLASSES);
    for (int i = 0; i < setup.batch(); i++) {
      labels.putScalar(i, i % Setup.CLASSES, 1);
    }
    return new DataSet(images, labels);
  }

  /** The version in the jar of an artifact such as {@code org.nd4j/nd4j-api}. */
  static String version(String artifact) {
    Properties properties = new Properties();
    String path = "/META-INF/maven/" + artifact + "/pom.properties";
    try (InputStream stream = Nd4jBatch.class.getResourceAsStream(path)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
