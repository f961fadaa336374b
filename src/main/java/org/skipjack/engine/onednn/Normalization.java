package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.skipjack.graph.BatchNorm;

/**
 * Batch normalization, and the relu after it where {@code relu} says so.
 *
 * @param name of the node
 * @param from its input
 * @param mean {@code [C]}, written in training, read in evaluation
 * @param variance {@code [C]}, biased, written in training, read in evaluation
 * @param gamma {@code [C]}
 * @param beta {@code [C]}
 * @param relu whether max(·, 0) follows in the same step
 * @param training whether the statistics are the batch's
 */
record Normalization(
    String name,
    Tensor from,
    Tensor mean,
    Tensor variance,
    Tensor gamma,
    Tensor beta,
    boolean relu,
    boolean training) {

  /** The forward pass, and what the backward pass needs of it: where the relu let through. */
  record ForwardState(
      batch_normalization_forward.primitive_desc made, Tensor result, List<Object> signs) {}

  private int flags() {
    return dnnl_use_scale
        | dnnl_use_shift
        | (relu ? dnnl_fuse_norm_relu : 0)
        | (training ? 0 : dnnl_use_global_stats);
  }

  ForwardState emitForward(Emitter emitter) {
    batch_normalization_forward.primitive_desc made =
        new batch_normalization_forward.primitive_desc(
            emitter.cpu,
            training ? dnnl_forward_training : dnnl_forward_inference,
            from.layout,
            from.layout,
            (float) BatchNorm.EPSILON,
            flags(),
            Emitter.attributes(),
            false);
    Tensor result = Tensor.inArena(name, made.dst_desc());
    List<Object> signs =
        relu && training
            ? List.of(DNNL_ARG_WORKSPACE, Tensor.inArena(name + " signs", made.workspace_desc()))
            : List.of();
    List<Object> arguments = new ArrayList<>(common());
    arguments.addAll(List.of(DNNL_ARG_SHIFT, beta, DNNL_ARG_DST, result));
    arguments.addAll(signs);
    emitter.step(
        "batch norm" + (relu ? " + relu " : " ") + name,
        made,
        batch_normalization_forward::new,
        arguments.toArray());
    return new ForwardState(made, result, signs);
  }

  private List<Object> common() {
    return List.of(
        DNNL_ARG_SRC, from,
        DNNL_ARG_MEAN, mean,
        DNNL_ARG_VARIANCE, variance,
        DNNL_ARG_SCALE, gamma);
  }

  /**
   * The gradients.
   *
   * @param overwrite whether that with respect to the input may take the place of {@code gradient}
   */
  Tensor emitBackward(
      Emitter emitter,
      ForwardState forwardState,
      Tensor gradient,
      boolean overwrite,
      Tensor gammaGradient,
      Tensor betaGradient) {
    batch_normalization_backward.primitive_desc made =
        new batch_normalization_backward.primitive_desc(
            emitter.cpu,
            dnnl_backward,
            from.layout,
            gradient.layout,
            from.layout,
            (float) BatchNorm.EPSILON,
            flags(),
            forwardState.made(),
            Emitter.attributes(),
            false);
    Tensor result =
        overwrite && made.diff_src_desc().equals(gradient.layout)
            ? gradient.overwritten()
            : Tensor.inArena(name + " input gradient", made.diff_src_desc());
    List<Object> arguments = new ArrayList<>(common());
    arguments.addAll(
        List.of(
            DNNL_ARG_DIFF_DST, gradient,
            DNNL_ARG_DIFF_SRC, result,
            DNNL_ARG_DIFF_SCALE, gammaGradient,
            DNNL_ARG_DIFF_SHIFT, betaGradient));
    arguments.addAll(forwardState.signs());
    emitter.step(
        "batch norm, gradient " + name,
        made,
        batch_normalization_backward::new,
        arguments.toArray());
    return result;
  }
}
