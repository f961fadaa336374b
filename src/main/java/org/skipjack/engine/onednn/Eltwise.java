package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.post_ops;
import org.skipjack.graph.Activation;
import org.skipjack.graph.Affine;

/**
 * A function of each value in oneDNN's terms.
 *
 * @param algorithm oneDNN's number
 * @param alpha the algorithm's first number
 * @param beta the algorithm's second number
 * @param byResult whether the gradient is worked out from the result, and not from the input
 */
record Eltwise(int algorithm, float alpha, float beta, boolean byResult) {
  static final Eltwise RELU = new Eltwise(dnnl_eltwise_relu_use_dst_for_bwd, 0, 0, true);

  /** The primitive for inference, without a gradient. */
  static Eltwise inference(Activation op) {
    float alpha = (float) op.alpha();
    return switch (op.function()) {
      case RELU -> forwardOnly(dnnl_eltwise_relu, 0);
      case LEAKY_RELU -> forwardOnly(dnnl_eltwise_relu, alpha);
      case ELU -> forwardOnly(dnnl_eltwise_elu, alpha);
      case GELU -> forwardOnly(dnnl_eltwise_gelu_erf, 0);
      case SIGMOID -> forwardOnly(dnnl_eltwise_logistic, 0);
      case SOFTPLUS -> forwardOnly(dnnl_eltwise_soft_relu, 1);
      case TANH -> forwardOnly(dnnl_eltwise_tanh, 0);
    };
  }

  private static Eltwise forwardOnly(int algorithm, float alpha) {
    return new Eltwise(algorithm, alpha, 0, false);
  }

  /** For training: by its result wherever oneDNN can, so that the input need not be kept. */
  static Eltwise training(Activation op) {
    float alpha = (float) op.alpha();
    return switch (op.function()) {
      case RELU -> RELU;
      case LEAKY_RELU -> new Eltwise(dnnl_eltwise_relu_use_dst_for_bwd, alpha, 0, true);
      case ELU -> new Eltwise(dnnl_eltwise_elu_use_dst_for_bwd, alpha, 0, true);
      case SIGMOID -> new Eltwise(dnnl_eltwise_logistic_use_dst_for_bwd, 0, 0, true);
      case TANH -> new Eltwise(dnnl_eltwise_tanh_use_dst_for_bwd, 0, 0, true);
      case GELU, SOFTPLUS -> inference(op);
    };
  }

  static Eltwise of(Affine op) {
    return affine(op.factor(), op.offset());
  }

  static Eltwise affine(double factor, double offset) {
    return new Eltwise(dnnl_eltwise_linear, (float) factor, (float) offset, false);
  }

  /** Appends it to another primitive as a post-op. */
  void appendTo(post_ops after) {
    after.append_eltwise(algorithm, alpha, beta);
  }
}
