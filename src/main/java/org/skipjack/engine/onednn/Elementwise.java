package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.skipjack.graph.Activation;

/** What is done to each value alone: functions, sums, products. */
final class Elementwise {
  private Elementwise() {}

  /** oneDNN's number for a function. */
  static int function(Activation.Function function) {
    return switch (function) {
      case RELU -> dnnl_eltwise_relu;
      case SIGMOID -> dnnl_eltwise_logistic;
      case TANH -> dnnl_eltwise_tanh;
    };
  }

  /** oneDNN's number for a function whose gradient is worked out from its result. */
  static int differentiable(Activation.Function function) {
    return switch (function) {
      case RELU -> dnnl_eltwise_relu_use_dst_for_bwd;
      case SIGMOID -> dnnl_eltwise_logistic_use_dst_for_bwd;
      case TANH -> dnnl_eltwise_tanh_use_dst_for_bwd;
    };
  }

  /** A function whose gradient is worked out from its result. */
  static Tensor emitFunction(Emitter emitter, String name, int algorithm, Tensor from) {
    eltwise_forward.primitive_desc made = forward(emitter, algorithm, from);
    Tensor result = Tensor.inArena(name, made.dst_desc());
    emitter.step(
        "activation " + name, made, eltwise_forward::new, DNNL_ARG_SRC, from, DNNL_ARG_DST, result);
    return result;
  }

  /**
   * The gradient of a function.
   *
   * @param overwrite whether it may take the place of {@code gradient}
   */
  static Tensor emitFunctionGradient(
      Emitter emitter,
      String name,
      int algorithm,
      Tensor result,
      Tensor gradient,
      boolean overwrite) {
    eltwise_backward.primitive_desc made =
        new eltwise_backward.primitive_desc(
            emitter.cpu,
            algorithm,
            gradient.layout,
            gradient.layout,
            result.layout,
            0,
            0,
            forward(emitter, algorithm, result),
            Emitter.attributes(),
            false);
    Tensor inputGradient =
        overwrite && made.diff_src_desc().equals(gradient.layout)
            ? gradient
            : Tensor.inArena(name + " input gradient", made.diff_src_desc());
    emitter.step(
        "activation, gradient " + name,
        made,
        eltwise_backward::new,
        DNNL_ARG_DST,
        result,
        DNNL_ARG_DIFF_DST,
        gradient,
        DNNL_ARG_DIFF_SRC,
        inputGradient);
    return inputGradient;
  }

  private static eltwise_forward.primitive_desc forward(
      Emitter emitter, int algorithm, Tensor like) {
    return new eltwise_forward.primitive_desc(
        emitter.cpu,
        dnnl_forward_training,
        algorithm,
        like.layout,
        like.layout,
        0,
        0,
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

  /** The product of two tensors of one layout. */
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
    Tensor result = overwrite ? left : Tensor.inArena(name, made.dst_desc());
    emitter.step(
        name, made, binary::new, DNNL_ARG_SRC_0, left, DNNL_ARG_SRC_1, right, DNNL_ARG_DST, result);
    return result;
  }
}
