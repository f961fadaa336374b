package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** Elementwise operations: functions, sums, products. */
final class ElementwiseOp {
  private ElementwiseOp() {}

  static Tensor emitFunction(Emitter emitter, String name, Eltwise function, Tensor from) {
    eltwise_forward.primitive_desc made = forward(emitter, function, from);
    Tensor result = Tensor.inArena(name, made.dst_desc());
    emitter.step(
        "activation " + name, made, eltwise_forward::new, DNNL_ARG_SRC, from, DNNL_ARG_DST, result);
    return result;
  }

  /**
   * The gradient of a function.
   *
   * @param at the function's result or input, whichever it is worked out from
   * @param overwrite whether it may take the place of {@code gradient}
   */
  static Tensor emitFunctionGradient(
      Emitter emitter,
      String name,
      Eltwise function,
      Tensor at,
      Tensor gradient,
      boolean overwrite) {
    eltwise_backward.primitive_desc made =
        new eltwise_backward.primitive_desc(
            emitter.cpu,
            function.algorithm(),
            gradient.layout,
            gradient.layout,
            at.layout,
            function.alpha(),
            function.beta(),
            forward(emitter, function, at),
            Emitter.attributes(),
            false);
    Tensor inputGradient =
        overwrite && made.diff_src_desc().equals(gradient.layout)
            ? gradient.overwritten()
            : Tensor.inArena(name + " input gradient", made.diff_src_desc());
    emitter.step(
        "activation, gradient " + name,
        made,
        eltwise_backward::new,
        function.byResult() ? DNNL_ARG_DST : DNNL_ARG_SRC,
        at,
        DNNL_ARG_DIFF_DST,
        gradient,
        DNNL_ARG_DIFF_SRC,
        inputGradient);
    return inputGradient;
  }

  private static eltwise_forward.primitive_desc forward(
      Emitter emitter, Eltwise function, Tensor like) {
    return new eltwise_forward.primitive_desc(
        emitter.cpu,
        dnnl_forward_training,
        function.algorithm(),
        like.layout,
        like.layout,
        function.alpha(),
        function.beta(),
        Emitter.attributes(),
        false);
  }

  /**
   * The sum of two tensors of one layout, and the relu after it where {@code relu} says so.
   *
   * @param overwrite whether it may take the place of {@code left}
   */
  static Tensor emitSum(
      Emitter emitter, String name, Tensor left, Tensor right, boolean relu, boolean overwrite) {
    primitive_attr attributes = Emitter.attributes();
    if (relu) {
      post_ops after = new post_ops();
      after.append_eltwise(dnnl_eltwise_relu, 0, 0);
      attributes.set_post_ops(after);
    }
    String kind = relu ? "sum + relu " : "sum ";
    return emit(emitter, kind + name, dnnl_binary_add, left, right, attributes, overwrite);
  }

  /**
   * The product of two tensors of one layout; an axis of the second may be 1 where it is used
   * again.
   */
  static Tensor emitProduct(Emitter emitter, String name, Tensor left, Tensor right) {
    return emit(
        emitter, "product " + name, dnnl_binary_mul, left, right, Emitter.attributes(), false);
  }

  private static Tensor emit(
      Emitter emitter,
      String name,
      int algorithm,
      Tensor left,
      Tensor right,
      primitive_attr attributes,
      boolean overwrite) {
    binary.primitive_desc made =
        new binary.primitive_desc(
            emitter.cpu, algorithm, left.layout, right.layout, left.layout, attributes, false);
    Tensor result = overwrite ? left.overwritten() : Tensor.inArena(name, made.dst_desc());
    emitter.step(
        name, made, binary::new, DNNL_ARG_SRC_0, left, DNNL_ARG_SRC_1, right, DNNL_ARG_DST, result);
    return result;
  }
}
