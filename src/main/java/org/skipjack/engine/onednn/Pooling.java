package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.skipjack.graph.Pool2d;
import org.skipjack.graph.Shape;
import org.skipjack.net.Window;

/**
 * Pooling in oneDNN's terms.
 *
 * @param name of the node
 * @param algorithm largest value, or mean without padding
 * @param output {@code [N, C, H', W']}
 * @param sizes of the window
 * @param strides by axis
 * @param before padding above and to the left
 * @param after padding below and to the right
 */
@SuppressWarnings("ArrayRecordComponent") // as oneDNN takes them; never compared
record Pooling(
    String name,
    int algorithm,
    long[] output,
    long[] sizes,
    long[] strides,
    long[] before,
    long[] after) {
  private static final long[] NO_DILATION = {0, 0};

  /** The forward pass, and what the backward pass needs of it. */
  record ForwardState(
      pooling_forward.primitive_desc made, Tensor from, Tensor result, List<Object> winners) {}

  static Pooling of(String name, Pool2d op, Shape in, Shape out, long batch) {
    Window window = op.window();
    int algorithm =
        switch (op.kind()) {
          case MAX -> dnnl_pooling_max;
          case AVERAGE -> dnnl_pooling_avg_exclude_padding;
        };
    return new Pooling(
        name,
        algorithm,
        Layouts.sizes(out, batch),
        new long[] {window.kernelSize(), window.kernelSize()},
        new long[] {window.stride(), window.stride()},
        new long[] {window.padding(), window.padding()},
        Convolution.after(in, out, window));
  }

  /** The mean over height and width. */
  static Pooling global(String name, Shape in, long batch) {
    long[] whole = {in.height(), in.width()};
    return new Pooling(
        name,
        dnnl_pooling_avg_exclude_padding,
        new long[] {batch, in.channels(), 1, 1},
        whole,
        whole,
        new long[] {0, 0},
        new long[] {0, 0});
  }

  ForwardState emitForward(Emitter emitter, int purpose, Tensor from) {
    pooling_forward.primitive_desc made =
        new pooling_forward.primitive_desc(
            emitter.cpu,
            purpose,
            algorithm,
            from.layout,
            Layouts.any(output, from.layout.get_data_type()),
            strides,
            sizes,
            NO_DILATION,
            before,
            after,
            Emitter.attributes(),
            false);
    Tensor result = Tensor.inArena(name, made.dst_desc());
    memory.desc workspace = made.workspace_desc();
    List<Object> winners =
        workspace.get_size() == 0
            ? List.of()
            : List.of(DNNL_ARG_WORKSPACE, Tensor.inArena(name + " winners", workspace));
    List<Object> arguments = new ArrayList<>(List.of(DNNL_ARG_SRC, from, DNNL_ARG_DST, result));
    arguments.addAll(winners);
    emitter.step("pooling " + name, made, pooling_forward::new, arguments.toArray());
    return new ForwardState(made, from, result, winners);
  }

  Tensor emitBackward(Emitter emitter, ForwardState forwardState, Tensor gradient) {
    pooling_backward.primitive_desc made =
        new pooling_backward.primitive_desc(
            emitter.cpu,
            algorithm,
            forwardState.from().layout,
            gradient.layout,
            strides,
            sizes,
            NO_DILATION,
            before,
            after,
            forwardState.made(),
            Emitter.attributes(),
            false);
    Tensor result = Tensor.inArena(name + " input gradient", made.diff_src_desc());
    List<Object> arguments =
        new ArrayList<>(List.of(DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_SRC, result));
    arguments.addAll(forwardState.winners());
    emitter.step("pooling, gradient " + name, made, pooling_backward::new, arguments.toArray());
    return result;
  }
}
