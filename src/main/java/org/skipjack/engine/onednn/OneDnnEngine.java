package org.skipjack.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.buffer.DataType;
import org.skipjack.engine.Engine;
import org.skipjack.engine.Execution;
import org.skipjack.engine.MatrixProduct;
import org.skipjack.engine.MemoryEstimate;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Precision;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;

/** Runs graphs as oneDNN primitives. */
public final class OneDnnEngine implements Engine {

  @Override
  public String name() {
    return "onednn";
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public Optional<String> unavailableReason() {
    try {
      Loader.load(org.bytedeco.dnnl.global.dnnl.class);
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of("oneDNN has no native library for this machine (" + e.getMessage() + ")");
    }
  }

  @Override
  public Optional<String> unavailableReason(Precision precision) {
    // Without the instructions oneDNN emulates bfloat16, slower than it computes float32.
    return precision == Precision.FP32 || hasBfloat16()
        ? Optional.empty()
        : Optional.of("the processor has no bfloat16 instructions (AVX512_BF16)");
  }

  private static boolean hasBfloat16() {
    return (dnnl_get_effective_cpu_isa() & dnnl_cpu_isa_avx512_core_bf16)
        == dnnl_cpu_isa_avx512_core_bf16;
  }

  @Override
  public int usualThreads() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public MemoryEstimate memory(Graph graph, int batch, Execution execution) {
    return OneDnnMemory.of(graph, batch, execution.precision());
  }

  @Override
  public Program compile(Graph graph, Parameters parameters, Execution execution) {
    parameters.requireFor(graph);
    if (parameters.type() != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "oneDNN computes in float32, not in %s.%nFix: Parameters.zeros(graph), or --engine samediff"
              .formatted(parameters.type()));
    }
    return new OneDnnProgram(graph, parameters, execution);
  }

  @Override
  public MatrixProduct product(MatrixProduct.Size size, Execution execution) {
    return new OneDnnMatmul(size, execution.threads(), execution.precision());
  }
}
