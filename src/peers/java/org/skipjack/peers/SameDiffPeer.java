package org.skipjack.peers;

import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.weightinit.impl.XavierInitScheme;
import org.skipjack.bench.BenchTask;
import org.skipjack.engine.Threads;

/**
 * The net in SameDiff's own words, trained by its own {@code fit}. Batch normalization is written
 * out, since SameDiff M2.1 has no gradient for its operation of that name.
 */
final class SameDiffPeer implements Peer {
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String LOGITS = "logits";

  private final SameDiff net = SameDiff.create();
  private final DataSet batch;

  SameDiffPeer(Setup setup) {
    Threads.use(setup.threads());
    batch = Nd4jBatch.of(setup);
    SDVariable images = net.placeHolder(IMAGES, DataType.FLOAT, -1, 3, 32, 32);
    SDVariable labels = net.placeHolder(LABELS, DataType.FLOAT, -1, Setup.CLASSES);
    SDVariable logits = layers(images, setup);
    SDVariable loss =
        net.loss.softmaxCrossEntropy("loss", labels, logits, null, LossReduce.MEAN_BY_WEIGHT, 0.0);
    net.setLossVariables(loss);
    net.setTrainingConfig(
        new TrainingConfig.Builder()
            .updater(new Nesterovs(Setup.LEARNING_RATE, Setup.MOMENTUM))
            .l2(Setup.WEIGHT_DECAY)
            .dataSetFeatureMapping(IMAGES)
            .dataSetLabelMapping(LABELS)
            .build());
  }

  private SDVariable layers(SDVariable images, Setup setup) {
    SDVariable last = net.nn.relu(norm(conv(images, "stem", 3, 16, 3, 1), "stem", 16), 0);
    int channels = 16;
    for (int stage = 0; stage < 3; stage++) {
      for (int block = 0; block < setup.blocks(); block++) {
        int filters = 16 << stage;
        String name = "stage%d-block%d".formatted(stage + 1, block + 1);
        last = residual(last, name, channels, filters, stage > 0 && block == 0 ? 2 : 1);
        channels = filters;
      }
    }
    SDVariable weight =
        net.var(
            "dense",
            new XavierInitScheme('c', channels, Setup.CLASSES),
            DataType.FLOAT,
            channels,
            Setup.CLASSES);
    SDVariable bias = net.var("bias", Nd4j.zeros(Setup.CLASSES));
    return net.nn.linear(LOGITS, last.mean(2, 3), weight, bias);
  }

  private SDVariable residual(SDVariable from, String name, int channels, int filters, int stride) {
    SDVariable first = conv(from, name + "-1", channels, filters, 3, stride);
    SDVariable hidden = net.nn.relu(norm(first, name + "-1", filters), 0);
    SDVariable body = norm(conv(hidden, name + "-2", filters, filters, 3, 1), name + "-2", filters);
    SDVariable shortcut =
        channels == filters ? from : conv(from, name + "-shortcut", channels, filters, 1, stride);
    return net.nn.relu(body.add(shortcut), 0);
  }

  private SDVariable conv(SDVariable from, String name, int in, int out, int size, int stride) {
    SDVariable weight =
        net.var(
            name + "-weight",
            new XavierInitScheme('c', size * size * in, size * size * out),
            DataType.FLOAT,
            size,
            size,
            in,
            out);
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(size)
            .kW(size)
            .sH(stride)
            .sW(stride)
            .pH(size / 2)
            .pW(size / 2)
            .paddingMode(PaddingMode.VALID)
            .build();
    return net.cnn.conv2d(from, weight, config);
  }

  private SDVariable norm(SDVariable from, String name, int channels) {
    SDVariable gamma = net.var(name + "-gamma", Nd4j.ones(1, channels, 1, 1));
    SDVariable beta = net.var(name + "-beta", Nd4j.zeros(1, channels, 1, 1));
    SDVariable[] moments = net.math.moments(from, new int[] {0, 2, 3}, true);
    SDVariable scale = net.math.rsqrt(moments[1].add(1e-5)).mul(gamma);
    return from.sub(moments[0]).mul(scale).add(beta);
  }

  @Override
  public String version() {
    return "SameDiff " + Nd4jBatch.version("org.nd4j/nd4j-api");
  }

  @Override
  public Runnable step(BenchTask benchTask) {
    if (benchTask != BenchTask.TRAIN) {
      throw new IllegalArgumentException("without running statistics it has nothing to predict by");
    }
    return () -> {
      var unused = net.fit(batch);
    };
  }

  /** SameDiff M2.1 frees its arrays with its process. */
  @Override
  public void close() {}
}
