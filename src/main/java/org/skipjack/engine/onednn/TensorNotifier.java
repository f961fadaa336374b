package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.skipjack.engine.TensorListener;
import org.skipjack.engine.TensorListener.Part;

/** Notifies a listener of the tensor that a step has written. */
final class TensorNotifier {
  /** What a step writes, by oneDNN's argument number. */
  private static final Map<Integer, Part> WRITTEN =
      Map.of(
          DNNL_ARG_DST, Part.OUTPUT,
          DNNL_ARG_MEAN, Part.STATISTIC,
          DNNL_ARG_VARIANCE, Part.STATISTIC,
          DNNL_ARG_DIFF_SRC, Part.INPUT_GRADIENT,
          DNNL_ARG_DIFF_WEIGHTS, Part.PARAMETER_GRADIENT,
          DNNL_ARG_DIFF_BIAS, Part.PARAMETER_GRADIENT,
          DNNL_ARG_DIFF_SCALE, Part.PARAMETER_GRADIENT,
          DNNL_ARG_DIFF_SHIFT, Part.PARAMETER_GRADIENT);

  private TensorNotifier() {}

  /** What a step of the backward pass writes is a gradient, also where two are added. */
  static void tell(OneDnnPlan.Step step, boolean isBackward, TensorListener tensorListener) {
    for (int i = 0; i < step.arguments().size(); i++) {
      Part written = WRITTEN.get(step.arguments().get(i));
      Part part = isBackward && written == Part.OUTPUT ? Part.INPUT_GRADIENT : written;
      Tensor tensor = step.tensors().get(i);
      boolean isFloat = tensor.type() == memory.data_type.f32;
      if (part != null && (isFloat || tensor.type() == memory.data_type.bf16)) {
        tensorListener.computed(
            step.node(), part, () -> isFloat ? floats(tensor) : widened(tensor));
      }
    }
  }

  private static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.bytes() / Float.BYTES)];
    new FloatPointer(tensor.handle().get_data_handle()).get(values);
    return values;
  }

  /** A bfloat16 is the upper half of a float32. */
  private static float[] widened(Tensor tensor) {
    short[] halves = new short[Math.toIntExact(tensor.bytes() / Short.BYTES)];
    new ShortPointer(tensor.handle().get_data_handle()).get(halves);
    float[] values = new float[halves.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(halves[i] << Short.SIZE);
    }
    return values;
  }
}
