package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.skipjack.graph.Shape;
import org.skipjack.net.Window;

/**
 * A convolution in oneDNN's terms: extents, strides and the padding that makes its sizes come out.
 *
 * @param name of the node
 * @param input {@code [N, C, H, W]}
 * @param output {@code [N, K, H', W']}
 * @param weights {@code [K, C, kH, kW]}, or {@code [G, K / G, C / G, kH, kW]} in G groups
 * @param strides by axis
 * @param dilation pixels between taps, by axis: none where taps lie side by side
 * @param before padding above and to the left
 * @param after padding below and to the right; negative where the last pixels are never reached
 */
@SuppressWarnings("ArrayRecordComponent") // as oneDNN takes them; never compared
record Convolution(
    String name,
    long[] input,
    long[] output,
    long[] weights,
    long[] strides,
    long[] dilation,
    long[] before,
    long[] after) {
  private static final memory.data_type F32 = memory.data_type.f32;

  /** A convolution in one group. */
  static Convolution of(String name, Shape in, Shape out, Window window, long batch) {
    return of(name, in, out, window, 1, batch);
  }

  static Convolution of(String name, Shape in, Shape out, Window window, int groups, long batch) {
    long size = window.kernelSize();
    return new Convolution(
        name,
        Layouts.sizes(in, batch),
        Layouts.sizes(out, batch),
        groups == 1
            ? new long[] {out.channels(), in.channels(), size, size}
            : new long[] {groups, out.channels() / groups, in.channels() / groups, size, size},
        new long[] {window.stride(), window.stride()},
        new long[] {window.dilation() - 1, window.dilation() - 1},
        new long[] {window.padding(), window.padding()},
        after(in, out, window));
  }

  /** A parameter or its gradient with its groups as an axis, where there are groups. */
  Tensor grouped(Tensor parameter) {
    return weights.length == 4
        ? parameter
        : parameter.view(Layouts.plain(weights, parameter.type()));
  }

  /** The axes that together are the output channels: bits, as oneDNN's masks. */
  int outputAxes() {
    return weights.length == 4 ? 1 : 3;
  }

  /** The padding at the far ends with which the window's last position ends at the border. */
  static long[] after(Shape in, Shape out, Window window) {
    return new long[] {
      after(in.height(), out.height(), window), after(in.width(), out.width(), window)
    };
  }

  private static long after(int in, int out, Window window) {
    return (long) (out - 1) * window.stride() + window.extent() - in - window.padding();
  }

  /** The forward pass; layouts that are left open are oneDNN's choice. */
  convolution_forward.primitive_desc forward(
      Emitter emitter,
      int purpose,
      memory.desc from,
      memory.desc to,
      boolean bias,
      primitive_attr attributes) {
    return new convolution_forward.primitive_desc(
        emitter.cpu,
        purpose,
        dnnl_convolution_direct,
        from,
        Layouts.any(weights, from.get_data_type()),
        bias ? Layouts.plain(new long[] {output[1]}, F32) : new memory.desc(),
        to,
        strides,
        dilation,
        before,
        after,
        attributes,
        false);
  }

  /**
   * The weights {@code [K, C, 1, 1]} that keep each channel and append channels of zeros (He et al.
   * 2015, option A).
   */
  static Tensor ones(Emitter emitter, String name, Shape in, int out) {
    long[] sizes = {out, in.channels(), 1, 1};
    LazyArray ones =
        emitter.hold(
            () -> {
              INDArray array = Nd4j.zeros(sizes);
              for (int channel = 0; channel < in.channels(); channel++) {
                array.putScalar(new int[] {channel, channel, 0, 0}, 1);
              }
              return array;
            });
    return Tensor.in(ones, name + "/ones", Layouts.plain(sizes, F32));
  }

  /**
   * Runs the forward pass.
   *
   * @param from in the layout that the primitive wants
   * @param weight in the layout that the primitive wants
   * @param result written; in inference it may be a summand that is read first
   * @param others further arguments, such as the bias: pairs of oneDNN's number and a tensor
   */
  Tensor emitForward(
      Emitter emitter,
      convolution_forward.primitive_desc made,
      Tensor from,
      Tensor weight,
      Tensor result,
      List<Object> others) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(DNNL_ARG_SRC, from, DNNL_ARG_WEIGHTS, weight, DNNL_ARG_DST, result));
    arguments.addAll(others);
    emitter.step("convolution " + name, made, convolution_forward::new, arguments.toArray());
    return result;
  }

  /**
   * The gradient with respect to the input, in the input's layout.
   *
   * @param gradient in the layout of the forward pass's result. That layout is asked for, not the
   *     gradient's own, which may name the same bytes otherwise where an axis has one element: to
   *     what can be read as the public layout oneDNN 3.11 answers with a step that overwrites
   *     memory it does not have ({@code jit_uni_ncsp} around {@code brgconv_strided}).
   */
  Tensor emitBackwardData(
      Emitter emitter, convolution_forward.primitive_desc forward, Tensor weight, Tensor gradient) {
    convolution_backward_data.primitive_desc made =
        new convolution_backward_data.primitive_desc(
            emitter.cpu,
            dnnl_convolution_direct,
            forward.src_desc(),
            Layouts.any(weights, gradient.type()),
            forward.dst_desc(),
            strides,
            dilation,
            before,
            after,
            forward,
            Emitter.attributes(),
            false);
    Tensor result = Tensor.inArena(name + " input gradient", made.diff_src_desc());
    emitter.step(
        "convolution, data gradient " + name,
        made,
        convolution_backward_data::new,
        DNNL_ARG_DIFF_DST,
        gradient,
        DNNL_ARG_WEIGHTS,
        emitter.inLayout(weight, made.weights_desc()),
        DNNL_ARG_DIFF_SRC,
        result);
    return result;
  }

  /**
   * Whether the weight gradient must be worked out of a copy of the pixels that a 1×1 convolution
   * with a stride reads. Where it skips the last pixels and the channels do not fill a vector,
   * oneDNN 3.11 reads work space that it has not written ({@code jit_1x1}).
   */
  private boolean skipsTheLastPixels() {
    boolean isStrided = weights[weights.length - 1] == 1 && strides[0] > 1 && before[0] == 0;
    return isStrided && Math.min(after[0], after[1]) < 0 && input[1] % Layouts.BLOCK != 0;
  }

  /** The pixels that it reads, channels last. */
  private Tensor pixelsRead(Emitter emitter, Tensor from) {
    long[] sizes = onPixelsRead().input;
    Pooling taken =
        new Pooling(
            name + " pixels", dnnl_pooling_max, sizes, new long[] {1, 1}, strides, before, after);
    return emitter.inLayout(
        taken.emitForward(emitter, dnnl_forward_inference, from).result(),
        Layouts.channelsLast(sizes, from.type()));
  }

  /** The same convolution of the pixels that this one reads. */
  private Convolution onPixelsRead() {
    long[] pixels = {input[0], input[1], output[2], output[3]};
    long[] none = {0, 0};
    return new Convolution(name, pixels, output, weights, new long[] {1, 1}, dilation, none, none);
  }

  /**
   * The gradients with respect to weights and bias, written to where they belong.
   *
   * @param from in the layout that the forward pass reads
   * @param gradient in the layout of the forward pass's result
   */
  void emitBackwardWeights(
      Emitter emitter,
      convolution_forward.primitive_desc forward,
      Tensor from,
      Tensor gradient,
      Tensor weightGradient,
      @Nullable Tensor biasGradient) {
    if (skipsTheLastPixels()) {
      Convolution dense = onPixelsRead();
      Tensor pixels = pixelsRead(emitter, from);
      dense.emitBackwardWeights(
          emitter,
          dense.forward(
              emitter,
              dnnl_forward_training,
              pixels.layout,
              forward.dst_desc(),
              biasGradient != null,
              Emitter.attributes()),
          pixels,
          gradient,
          weightGradient,
          biasGradient);
      return;
    }
    convolution_backward_weights.primitive_desc made =
        new convolution_backward_weights.primitive_desc(
            emitter.cpu,
            dnnl_convolution_direct,
            forward.src_desc(),
            Layouts.any(weights, F32),
            biasGradient == null ? new memory.desc() : biasGradient.layout,
            forward.dst_desc(),
            strides,
            dilation,
            before,
            after,
            forward,
            Emitter.attributes(),
            false);
    boolean inPlace = made.diff_weights_desc().equals(weightGradient.layout);
    Tensor result =
        inPlace
            ? weightGradient
            : Tensor.inArena(name + " weight gradient", made.diff_weights_desc());
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                DNNL_ARG_SRC, from, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_WEIGHTS, result));
    if (biasGradient != null) {
      arguments.addAll(List.of(DNNL_ARG_DIFF_BIAS, biasGradient));
    }
    emitter.step(
        "convolution, weight gradient " + name,
        made,
        convolution_backward_weights::new,
        arguments.toArray());
    if (!inPlace) {
      emitter.copy(result, weightGradient);
    }
  }
}
