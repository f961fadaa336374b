package org.skipjack.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.bench.BenchTask;
import org.skipjack.data.Seed;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.train.ParameterInitializer;

/**
 * The net in ONNX Runtime, with weights of ours: it is timed only after its outputs have been found
 * equal to ours.
 */
final class OnnxRuntimePeer implements Peer {
  /** How far an output may be from ours, as a share of the largest. */
  private static final double TOLERANCE = 1e-3;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
  private final OrtSession session;
  private final OnnxTensor images;

  OnnxRuntimePeer(Setup setup) {
    Graph graph = setup.workload().graph();
    Parameters parameters = ParameterInitializer.draw(graph, Seed.of(1));
    float[] pixels = Peer.images(setup);
    float[] expected = ours(setup, graph, parameters, pixels);
    try {
      options.setIntraOpNumThreads(setup.threads());
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(OnnxModel.of(graph, parameters), options);
      images =
          OnnxTensor.createTensor(
              environment, direct(pixels), graph.inputShape().withBatch(setup.batch()));
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
    requireEqual(predict(), expected);
  }

  /** Our outputs, after two passes that move the running statistics to where they matter. */
  private static float[] ours(Setup setup, Graph graph, Parameters parameters, float[] pixels) {
    INDArray batch =
        Nd4j.createFromArray(pixels).reshape(graph.inputShape().withBatch(setup.batch()));
    Execution execution = Execution.best().threads(setup.threads());
    try (Program program = execution.compile(graph, parameters)) {
      for (int i = 0; i < 2; i++) {
        INDArray unused = program.forward(batch, Seed.of(1).random());
      }
      return program.predict(batch).dup('c').data().asFloat();
    }
  }

  private static FloatBuffer direct(float[] values) {
    return ByteBuffer.allocateDirect(Float.BYTES * values.length)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer()
        .put(values)
        .rewind();
  }

  private static void requireEqual(float[] actual, float[] expected) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
    }
    if (!(difference <= TOLERANCE * largest)) {
      throw new IllegalStateException(
          "its outputs are up to %.2g from ours, which reach %.2g".formatted(difference, largest));
    }
  }

  @Override
  public String version() {
    return "ONNX Runtime " + environment.getVersion();
  }

  @Override
  public Runnable step(BenchTask benchTask) {
    if (benchTask == BenchTask.TRAIN) {
      throw new IllegalArgumentException("ONNX Runtime does not train");
    }
    return () -> {
      float[] unused = predict();
    };
  }

  private float[] predict() {
    try (OrtSession.Result result = session.run(Map.of(OnnxModel.INPUT, images))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] copy = new float[values.remaining()];
      values.get(copy);
      return copy;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      images.close();
      session.close();
      options.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
