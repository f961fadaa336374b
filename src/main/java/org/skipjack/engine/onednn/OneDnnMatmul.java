package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.ShortPointer;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.engine.Precision;
import org.skipjack.engine.Threads;

/** A matrix product as oneDNN's {@code matmul}; in bfloat16 operands and result are. */
final class OneDnnMatmul implements MatrixProduct {
  /** Repeated, it is about {@link #OPERAND} in float32 and in bfloat16. */
  private static final int OPERAND_BYTE = 0x3c;

  private final int threads;
  private final PointerScope scope;
  private final stream queue;
  private final matmul kernel;
  private final IntMemoryMap arguments = new IntMemoryMap();
  private final memory result;
  private final int bytesOfElement;

  OneDnnMatmul(Size size, int threads, Precision precision) {
    this.threads = threads;
    Threads.use(threads);
    memory.data_type type =
        precision == Precision.BF16 ? memory.data_type.bf16 : memory.data_type.f32;
    bytesOfElement = precision == Precision.BF16 ? Short.BYTES : Float.BYTES;
    try (PointerScope made = new PointerScope()) {
      engine cpu = new engine(dnnl_cpu, 0);
      queue = new stream(cpu);
      matmul.primitive_desc description =
          new matmul.primitive_desc(
              cpu,
              Layouts.any(new long[] {size.rows(), size.inner()}, type),
              Layouts.any(new long[] {size.inner(), size.columns()}, type),
              Layouts.plain(new long[] {size.rows(), size.columns()}, type));
      kernel = new matmul(description);
      result = new memory(description.dst_desc(), cpu);
      arguments.put(DNNL_ARG_SRC, operand(description.src_desc(), cpu));
      arguments.put(DNNL_ARG_WEIGHTS, operand(description.weights_desc(), cpu));
      arguments.put(DNNL_ARG_DST, result);
      scope = made.extend();
    }
  }

  private static memory operand(memory.desc layout, engine cpu) {
    memory operand = new memory(layout, cpu);
    Pointer.memset(operand.get_data_handle(), OPERAND_BYTE, layout.get_size());
    return operand;
  }

  @Override
  public void run() {
    Threads.use(threads);
    kernel.execute(queue, arguments);
    queue._wait();
  }

  @Override
  public double element() {
    ShortPointer halves = new ShortPointer(result.get_data_handle());
    // A bfloat16 is the upper half of a float32, which is the second half in memory here.
    return bytesOfElement == Float.BYTES
        ? Float.intBitsToFloat(halves.get(1) << 16 | Short.toUnsignedInt(halves.get(0)))
        : Float.intBitsToFloat(halves.get(0) << 16);
  }

  @Override
  public void close() {
    arguments.close();
    scope.close();
  }
}
