package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.skipjack.graph.Shape;

/**
 * A fully connected layer in oneDNN's terms.
 *
 * @param name of the node
 * @param inputLayout {@code [N, F]}
 * @param outputLayout {@code [N, units]}
 * @param weights {@code [units, F]}
 * @param type of values and of the weights as they are used
 */
@SuppressWarnings("ArrayRecordComponent") // as oneDNN takes them; never compared
record FullyConnected(
    String name,
    memory.desc inputLayout,
    memory.desc outputLayout,
    long[] weights,
    memory.data_type type) {

  static FullyConnected of(String name, Shape in, Shape out, long batch, memory.data_type type) {
    return new FullyConnected(
        name,
        Layouts.plain(Layouts.sizes(in, batch), type),
        Layouts.plain(Layouts.sizes(out, batch), type),
        new long[] {out.channels(), in.channels()},
        type);
  }

  inner_product_forward.primitive_desc forward(Emitter emitter, int purpose) {
    return new inner_product_forward.primitive_desc(
        emitter.cpu,
        purpose,
        inputLayout,
        Layouts.any(weights, type),
        Layouts.plain(new long[] {weights[0]}, memory.data_type.f32),
        outputLayout,
        Emitter.attributes(),
        false);
  }

  Tensor emitForward(
      Emitter emitter,
      inner_product_forward.primitive_desc made,
      Tensor from,
      Tensor weight,
      Tensor bias) {
    Tensor result = Tensor.inArena(name, made.dst_desc());
    emitter.step(
        "dense " + name,
        made,
        inner_product_forward::new,
        DNNL_ARG_SRC,
        from,
        DNNL_ARG_WEIGHTS,
        weight,
        DNNL_ARG_BIAS,
        bias,
        DNNL_ARG_DST,
        result);
    return result;
  }

  void emitBackwardWeights(
      Emitter emitter,
      inner_product_forward.primitive_desc forward,
      Tensor from,
      Tensor gradient,
      Tensor weightGradient,
      Tensor biasGradient) {
    inner_product_backward_weights.primitive_desc made =
        new inner_product_backward_weights.primitive_desc(
            emitter.cpu,
            from.layout,
            weightGradient.layout,
            biasGradient.layout,
            gradient.layout,
            forward,
            Emitter.attributes(),
            false);
    emitter.step(
        "dense, weight gradient " + name,
        made,
        inner_product_backward_weights::new,
        DNNL_ARG_SRC,
        from,
        DNNL_ARG_DIFF_DST,
        gradient,
        DNNL_ARG_DIFF_WEIGHTS,
        weightGradient,
        DNNL_ARG_DIFF_BIAS,
        biasGradient);
  }

  Tensor emitBackwardData(
      Emitter emitter,
      inner_product_forward.primitive_desc forward,
      Tensor weight,
      Tensor gradient) {
    inner_product_backward_data.primitive_desc made =
        new inner_product_backward_data.primitive_desc(
            emitter.cpu,
            inputLayout,
            Layouts.any(weights, type),
            gradient.layout,
            forward,
            Emitter.attributes(),
            false);
    Tensor result = Tensor.inArena(name + " input gradient", made.diff_src_desc());
    emitter.step(
        "dense, data gradient " + name,
        made,
        inner_product_backward_data::new,
        DNNL_ARG_DIFF_DST,
        gradient,
        DNNL_ARG_WEIGHTS,
        emitter.inLayout(weight, made.weights_desc()),
        DNNL_ARG_DIFF_SRC,
        result);
    return result;
  }
}
