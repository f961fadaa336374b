package org.skipjack.peers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Affine;
import org.skipjack.graph.BatchNorm;
import org.skipjack.graph.Conv2d;
import org.skipjack.graph.Dense;
import org.skipjack.graph.GlobalAvgPool;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Multiply;
import org.skipjack.graph.Node;
import org.skipjack.graph.Noise;
import org.skipjack.graph.Op;
import org.skipjack.graph.OpVisitor;
import org.skipjack.graph.Parameter;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Softmax;
import org.skipjack.graph.ZeroPad;

/** A graph with its weights as an ONNX model, operator set 13, for what the peers' nets hold. */
final class OnnxModel implements OpVisitor<Onnx.NodeProto.Builder> {
  /** The name of the images, {@code [N, C, H, W]}. */
  static final String INPUT = "images";

  private static final int IR_VERSION = 7;
  private static final int OPERATOR_SET = 13;

  private OnnxModel() {}

  /** The file's bytes. */
  static byte[] of(Graph graph, Parameters parameters) {
    Onnx.GraphProto.Builder model = Onnx.GraphProto.newBuilder().setName("skipjack");
    model.addInput(value(INPUT, graph.inputShape().withBatch(-1)));
    model.addOutput(value(graph.output().name(), graph.output().shape().withBatch(-1)));
    Map<String, String> names =
        graph.nodes().stream()
            .collect(
                Collectors.toMap(
                    Node::name, node -> node.op() instanceof Op.Input ? INPUT : node.name()));
    OnnxModel words = new OnnxModel();
    for (Node node : graph.nodes()) {
      if (!(node.op() instanceof Op.Input)) {
        add(model, node, node.inputs().stream().map(names::get).toList(), words);
      }
      node.parameters().forEach(parameter -> model.addInitializer(tensor(parameter, parameters)));
    }
    return Onnx.ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .setGraph(model)
        .build()
        .toByteArray();
  }

  private static void add(
      Onnx.GraphProto.Builder model, Node node, List<String> inputs, OnnxModel words) {
    Onnx.NodeProto.Builder made = node.op().accept(words).setName(node.name());
    made.addAllInput(inputs);
    node.parameters().forEach(parameter -> made.addInput(parameter.name()));
    if (node.op() instanceof GlobalAvgPool) {
      // ONNX keeps the two spatial axes.
      String pooled = node.name() + "/pooled";
      model.addNode(made.addOutput(pooled));
      model.addNode(operator("Flatten").addInput(pooled).addOutput(node.name()));
    } else {
      model.addNode(made.addOutput(node.name()));
    }
  }

  private static Onnx.ValueInfoProto value(String name, long[] sizes) {
    Onnx.TensorShapeProto.Builder shape = Onnx.TensorShapeProto.newBuilder();
    for (long size : sizes) {
      var extent = Onnx.TensorShapeProto.Dimension.newBuilder();
      shape.addDim(size < 0 ? extent.setDimParam("N") : extent.setDimValue(size));
    }
    return Onnx.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            Onnx.TypeProto.newBuilder()
                .setTensorType(
                    Onnx.TypeProto.Tensor.newBuilder()
                        .setElemType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  private static Onnx.TensorProto tensor(Parameter parameter, Parameters parameters) {
    float[] values = parameters.get(parameter.name()).dup('c').data().asFloat();
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Onnx.TensorProto.newBuilder()
        .setName(parameter.name())
        .setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE)
        .addAllDims(parameter.sizes().stream().map(Integer::longValue).toList())
        .setRawData(ByteString.copyFrom(bytes.array()))
        .build();
  }

  private static Onnx.NodeProto.Builder operator(String type) {
    return Onnx.NodeProto.newBuilder().setOpType(type);
  }

  private static Onnx.AttributeProto integers(String name, int value, int times) {
    return Onnx.AttributeProto.newBuilder()
        .setName(name)
        .setType(Onnx.AttributeProto.AttributeType.INTS)
        .addAllInts(IntStream.range(0, times).mapToObj(i -> (long) value).toList())
        .build();
  }

  @Override
  public Onnx.NodeProto.Builder visitConv2d(Conv2d op) {
    return operator("Conv")
        .addAttribute(integers("kernel_shape", op.window().kernelSize(), 2))
        .addAttribute(integers("strides", op.window().stride(), 2))
        .addAttribute(integers("pads", op.window().padding(), 4));
  }

  @Override
  public Onnx.NodeProto.Builder visitDense(Dense op) {
    return operator("Gemm")
        .addAttribute(
            Onnx.AttributeProto.newBuilder()
                .setName("transB")
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(1));
  }

  @Override
  public Onnx.NodeProto.Builder visitBatchNorm(BatchNorm op) {
    return operator("BatchNormalization")
        .addAttribute(
            Onnx.AttributeProto.newBuilder()
                .setName("epsilon")
                .setType(Onnx.AttributeProto.AttributeType.FLOAT)
                .setF((float) BatchNorm.EPSILON));
  }

  @Override
  public Onnx.NodeProto.Builder visitActivation(Activation op) {
    return switch (op.function()) {
      case RELU -> operator("Relu");
      case SIGMOID -> operator("Sigmoid");
      case TANH -> operator("Tanh");
      case LEAKY_RELU, ELU, GELU, SOFTPLUS -> throw unused(op);
    };
  }

  @Override
  public Onnx.NodeProto.Builder visitGlobalAvgPool(GlobalAvgPool op) {
    return operator("GlobalAveragePool");
  }

  @Override
  public Onnx.NodeProto.Builder visitFlatten(Op.Flatten op) {
    return operator("Flatten");
  }

  @Override
  public Onnx.NodeProto.Builder visitAdd(Op.Add op) {
    return operator("Add");
  }

  @Override
  public Onnx.NodeProto.Builder visitInput(Op.Input op) {
    throw unused(op);
  }

  @Override
  public Onnx.NodeProto.Builder visitPool2d(Pool2d op) {
    throw unused(op);
  }

  @Override
  public Onnx.NodeProto.Builder visitNoise(Noise op) {
    throw unused(op);
  }

  @Override
  public Onnx.NodeProto.Builder visitSoftmax(Softmax op) {
    throw unused(op);
  }

  @Override
  public Onnx.NodeProto.Builder visitAffine(Affine op) {
    throw unused(op);
  }

  @Override
  public Onnx.NodeProto.Builder visitMultiply(Multiply op) {
    throw unused(op);
  }

  @Override
  public Onnx.NodeProto.Builder visitZeroPad(ZeroPad op) {
    throw unused(op);
  }

  private static IllegalArgumentException unused(Op op) {
    return new IllegalArgumentException("the peers' nets have no " + op);
  }
}
