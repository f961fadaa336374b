package org.skipjack.train;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.PixelMean;
import org.skipjack.engine.Parameters;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Parameter;
import org.skipjack.io.Sha256;

/**
 * What a training starts from in place of values that are drawn: the weights, the running
 * statistics and the mean image of a trained net. The optimizer and the schedule begin anew.
 *
 * @param digest the SHA-256 of these values, in hexadecimal
 * @param model the net; nothing where only the digest is known, as of a training that was begun
 *     elsewhere and goes on from its checkpoint
 */
public record StartingPoint(String digest, Optional<TrainedNet> model) {

  /** What a net has learned. */
  public static StartingPoint of(TrainedNet model) {
    Parameters parameters = model.parameters();
    StringBuilder values = new StringBuilder();
    for (Parameter parameter : parameters.layout()) {
      float[] floats = parameters.get(parameter.name()).dup('c').data().asFloat();
      values.append(parameter.name());
      for (float value : floats) {
        values.append(' ').append(Float.floatToRawIntBits(value));
      }
    }
    for (float value : model.mean().values()) {
      values.append(' ').append(Float.floatToRawIntBits(value));
    }
    return new StartingPoint(Sha256.of(values.toString()), Optional.of(model));
  }

  /** What is known of a training that goes on. */
  static StartingPoint known(String digest) {
    return new StartingPoint(digest, Optional.empty());
  }

  /**
   * The values to begin with, in memory of their own.
   *
   * @throws IllegalArgumentException if they are of another net
   */
  Parameters parameters(Graph graph) {
    Parameters learned = known().parameters();
    for (Parameter expected : graph.parameters()) {
      Optional<Parameter> got =
          learned.layout().stream().filter(one -> one.name().equals(expected.name())).findAny();
      if (!got.map(Parameter::sizes).equals(Optional.of(expected.sizes()))) {
        throw new IllegalArgumentException(
            "the net to start from is another net: %s%n    got       %s%n    expected  %s%nFix: train the same net, or one with layers of these sizes and names"
                .formatted(
                    expected.name(),
                    got.map(one -> one.sizes().toString()).orElse("no such layer"),
                    expected.sizes()));
      }
    }
    Parameters copy = Parameters.zeros(graph);
    for (Parameter parameter : graph.parameters()) {
      copy.get(parameter.name()).assign(learned.get(parameter.name()));
    }
    return copy;
  }

  /** The mean image that the net was trained with, if images of this shape have it. */
  Optional<PixelMean> mean(PixelMean own) {
    return Optional.of(known().mean()).filter(mean -> mean.shape().equals(own.shape()));
  }

  private TrainedNet known() {
    return model.orElseThrow(
        () ->
            new IllegalStateException(
                "the weights that this training started from are not at hand.%nFix: name them, from(model)"
                    .formatted()));
  }

  /** Two are equal if their values are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StartingPoint that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }
}
