package org.skipjack.engine.onednn;

import org.bytedeco.dnnl.memory;
import org.skipjack.graph.Shape;

/**
 * The product of two tensors of the graph, and its gradients.
 *
 * @param name of the node
 * @param of the first tensor
 * @param by the second in the first's layout, or its factors by channel, {@code [N, C, 1, 1]}
 * @param shape of the first tensor
 * @param batch number of examples
 * @param byChannel whether the second is factors by channel
 */
record Multiplication(
    String name, Tensor of, Tensor by, Shape shape, int batch, boolean byChannel) {

  /**
   * A product.
   *
   * @param of images or vectors, {@code [N, C, …]}
   * @param by as many values, or {@code [N, C]} in the public layout
   */
  static Multiplication of(
      Emitter emitter, String name, Tensor of, Tensor by, Shape shape, GraphIndex graphIndex) {
    boolean byChannel = shape.isImage() && by.layout.get_ndims() == 2;
    long[] perChannel = {graphIndex.batch(), shape.channels(), 1, 1};
    Tensor factors =
        byChannel
            ? emitter
                .inLayout(by, graphIndex.plain(Shape.vector(shape.channels())))
                .view(Layouts.plain(perChannel, of.type()))
            : emitter.inLayout(by, of.layout);
    return new Multiplication(name, of, factors, shape, graphIndex.batch(), byChannel);
  }

  Tensor emitForward(Emitter emitter) {
    return ElementwiseOp.emitProduct(emitter, name, of, by);
  }

  /** The gradient with respect to the first tensor. */
  Tensor emitFirstGradient(Emitter emitter, Tensor gradient) {
    return ElementwiseOp.emitProduct(
        emitter, name + " first gradient", emitter.inLayout(gradient, of.layout), by);
  }

  /** The gradient with respect to the second: summed over pixels where it is by channel. */
  Tensor emitSecondGradient(Emitter emitter, Tensor gradient) {
    Tensor products =
        ElementwiseOp.emitProduct(
            emitter, name + " second gradient", emitter.inLayout(gradient, of.layout), of);
    if (!byChannel) {
      return products;
    }
    Pooling mean = Pooling.global(name + " mean", shape, batch);
    memory.desc images = Layouts.plain(mean.output(), of.type());
    memory.desc vectors = Layouts.plain(new long[] {batch, shape.channels()}, of.type());
    Tensor means =
        emitter
            .inLayout(
                mean.emitForward(
                        emitter, org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference, products)
                    .result(),
                images)
            .view(vectors);
    return ElementwiseOp.emitFunction(
        emitter, name + " sum", Eltwise.affine((double) shape.height() * shape.width(), 0), means);
  }
}
