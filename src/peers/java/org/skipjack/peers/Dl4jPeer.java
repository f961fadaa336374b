package org.skipjack.peers;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.skipjack.bench.BenchTask;
import org.skipjack.engine.Threads;

/** The net as DL4J's {@code ComputationGraph}, on ND4J's oneDNN build. */
final class Dl4jPeer implements Peer {
  private final ComputationGraph net;
  private final DataSet batch;

  Dl4jPeer(Setup setup) {
    Threads.use(setup.threads());
    net = new ComputationGraph(configuration(setup).build());
    net.init();
    batch = Nd4jBatch.of(setup);
  }

  private static GraphBuilder configuration(Setup setup) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Nesterovs(Setup.LEARNING_RATE, Setup.MOMENTUM))
            .l2(Setup.WEIGHT_DECAY)
            .weightInit(WeightInit.RELU)
            .graphBuilder()
            .addInputs("images")
            .setInputTypes(InputType.convolutional(32, 32, 3));
    String last = convNormRelu(graph, "stem", "images", 16, 1);
    int channels = 16;
    for (int stage = 0; stage < 3; stage++) {
      for (int block = 0; block < setup.blocks(); block++) {
        int filters = 16 << stage;
        int stride = stage > 0 && block == 0 ? 2 : 1;
        String name = "stage%d-block%d".formatted(stage + 1, block + 1);
        last = residual(graph, name, last, filters, stride, filters != channels);
        channels = filters;
      }
    }
    return graph
        .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), last)
        .addLayer(
            "output",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Setup.CLASSES)
                .activation(Activation.SOFTMAX)
                .build(),
            "pool")
        .setOutputs("output");
  }

  private static String residual(
      GraphBuilder graph, String name, String from, int filters, int stride, boolean projected) {
    String first = convNormRelu(graph, name + "-1", from, filters, stride);
    String second = convNorm(graph, name + "-2", first, filters, 1);
    String shortcut = from;
    if (projected) {
      shortcut = name + "-shortcut";
      graph.addLayer(shortcut, conv(filters, 1, stride), from);
    }
    graph.addVertex(
        name + "-add", new ElementWiseVertex(ElementWiseVertex.Op.Add), second, shortcut);
    return relu(graph, name, name + "-add");
  }

  private static String convNormRelu(
      GraphBuilder graph, String name, String from, int filters, int stride) {
    return relu(graph, name, convNorm(graph, name, from, filters, stride));
  }

  private static String convNorm(
      GraphBuilder graph, String name, String from, int filters, int stride) {
    graph.addLayer(name + "-conv", conv(filters, 3, stride), from);
    graph.addLayer(name + "-norm", new BatchNormalization.Builder().build(), name + "-conv");
    return name + "-norm";
  }

  private static ConvolutionLayer conv(int filters, int size, int stride) {
    return new ConvolutionLayer.Builder(size, size)
        .nOut(filters)
        .stride(stride, stride)
        .padding(size / 2, size / 2)
        .hasBias(false)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static String relu(GraphBuilder graph, String name, String from) {
    graph.addLayer(
        name + "-relu", new ActivationLayer.Builder().activation(Activation.RELU).build(), from);
    return name + "-relu";
  }

  @Override
  public String version() {
    return "DL4J " + Nd4jBatch.version("org.deeplearning4j/deeplearning4j-nn");
  }

  @Override
  public Runnable step(BenchTask benchTask) {
    return benchTask == BenchTask.TRAIN ? () -> net.fit(batch) : this::infer;
  }

  private void infer() {
    INDArray[] unused = net.output(batch.getFeatures());
  }

  @Override
  public void close() {
    net.close();
  }
}
