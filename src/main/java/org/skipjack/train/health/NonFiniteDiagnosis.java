package org.skipjack.train.health;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.engine.Floats;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.engine.TensorListener;
import org.skipjack.graph.Parameter;

/** Finds the first value that is not finite, by repeating the computation. */
public final class NonFiniteDiagnosis implements TensorListener {
  private @Nullable Culprit first;

  /**
   * A tensor with a value that is not finite.
   *
   * @param tensor of what layer, and what of it, such as {@code output of stage1/conv1}
   * @param layer the path of the layer
   * @param value the first such value, NaN or infinite
   */
  public record Culprit(String tensor, String layer, float value) {
    /** {@code NaN} or {@code infinity}. */
    String what() {
      return Float.isNaN(value) ? "NaN" : "infinity";
    }
  }

  private NonFiniteDiagnosis() {}

  /**
   * The first value of a step that is not finite, in the order in which values are computed;
   * nothing if all of them are this time.
   *
   * @param outputGradient gives the gradient of the loss for the net's output
   */
  public static Optional<Culprit> ofStep(
      Program program,
      INDArray images,
      RandomGenerator dropout,
      UnaryOperator<INDArray> outputGradient) {
    return new NonFiniteDiagnosis()
        .watching(
            program,
            () -> {
              INDArray output = program.forward(images, dropout);
              program.backward(outputGradient.apply(output));
            });
  }

  /** The same of a batch that is evaluated. */
  public static Optional<Culprit> ofPrediction(Program program, INDArray images) {
    return new NonFiniteDiagnosis()
        .watching(
            program,
            () -> {
              var unused = program.predict(images);
            });
  }

  private Optional<Culprit> watching(Program program, Runnable calls) {
    program.watch(this);
    try {
      calls.run();
    } finally {
      program.watch(null);
    }
    return Optional.ofNullable(first);
  }

  /** The first parameter with a value that is not finite. */
  public static Optional<Culprit> ofParameters(Parameters parameters) {
    for (Parameter parameter : parameters.layout()) {
      float[] values = new float[Math.toIntExact(parameter.elements())];
      Floats.read(parameters.get(parameter.name()), values);
      for (float value : values) {
        if (!Float.isFinite(value)) {
          String name = parameter.name();
          String layer = name.substring(0, name.lastIndexOf('/'));
          return Optional.of(new Culprit("parameter " + name, layer, value));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void computed(String node, Part part, Supplier<float[]> values) {
    if (first != null) {
      return;
    }
    for (float value : values.get()) {
      if (!Float.isFinite(value)) {
        first = new Culprit(part + " of " + node, node, value);
        return;
      }
    }
  }
}
