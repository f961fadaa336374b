package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** Softmax over channels, the axis after the batch. */
final class SoftmaxOp {
  private static final int CHANNELS = 1;

  private SoftmaxOp() {}

  private static softmax_forward.primitive_desc forward(Emitter emitter, Tensor like) {
    return new softmax_forward.primitive_desc(
        emitter.cpu,
        dnnl_forward_training,
        dnnl_softmax_accurate,
        like.layout,
        like.layout,
        CHANNELS,
        Emitter.attributes(),
        false);
  }

  static Tensor emitForward(Emitter emitter, String name, Tensor from) {
    softmax_forward.primitive_desc made = forward(emitter, from);
    Tensor result = Tensor.inArena(name, made.dst_desc());
    emitter.step(
        "softmax " + name, made, softmax_forward::new, DNNL_ARG_SRC, from, DNNL_ARG_DST, result);
    return result;
  }

  static Tensor emitBackward(Emitter emitter, String name, Tensor result, Tensor given) {
    Tensor gradient = emitter.inLayout(given, result.layout);
    softmax_backward.primitive_desc made =
        new softmax_backward.primitive_desc(
            emitter.cpu,
            dnnl_softmax_accurate,
            gradient.layout,
            gradient.layout,
            result.layout,
            CHANNELS,
            forward(emitter, result),
            Emitter.attributes(),
            false);
    Tensor inputGradient = Tensor.inArena(name + " input gradient", made.diff_src_desc());
    emitter.step(
        "softmax, gradient " + name,
        made,
        softmax_backward::new,
        DNNL_ARG_DST,
        result,
        DNNL_ARG_DIFF_DST,
        gradient,
        DNNL_ARG_DIFF_SRC,
        inputGradient);
    return inputGradient;
  }
}
