package org.skipjack.engine;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.graph.Graph;

/**
 * A graph made ready to run: buffers and calls.
 *
 * <p>A program holds native memory until it is closed. After the first step at a batch size all its
 * buffers are there and are used again. It belongs to one thread at a time. An array that it
 * returns stays valid until its next call.
 */
public interface Program extends AutoCloseable {

  /** What the program computes. */
  Graph graph();

  /** The values that it reads. */
  Parameters parameters();

  /**
   * What the last {@link #backward} found, in the layout of {@link #parameters}; freed with the
   * program.
   */
  Parameters gradients();

  /**
   * The output in training: batch normalization uses the statistics of the batch, and moves the
   * running ones towards them; dropout drops.
   *
   * @param batch {@code [N, …]}, as the graph's input shape says, NCHW
   * @param random what dropout draws from; each node that drops takes one long, in graph order
   * @return {@code [N, …]}, as the graph's output shape says
   * @throws org.skipjack.graph.ShapeException if the batch has another shape
   */
  INDArray forward(INDArray batch, RandomGenerator random);

  /**
   * Back-propagates through the {@link #forward} that was the call before and fills {@link
   * #gradients}; once for each forward pass, whose results it may use up.
   *
   * @param outputGradient the gradient of a loss with respect to the output, of the output's shape
   * @throws IllegalStateException if the call before was not a forward pass
   */
  void backward(INDArray outputGradient);

  /**
   * Has every call from now on tell of each tensor as it is computed, or no longer. Calls are
   * slower then; what they compute has the same bits.
   *
   * @param tensorListener what is told, or nothing
   */
  void watch(@Nullable TensorListener tensorListener);

  /**
   * The output in evaluation: batch normalization uses the running statistics, dropout does
   * nothing.
   *
   * @param batch as for {@link #forward}
   * @throws org.skipjack.graph.ShapeException if the batch has another shape
   */
  INDArray predict(INDArray batch);

  /**
   * Has every call from now on tell how long each of its operations took; a call then takes longer,
   * since no operation starts before the one before it has ended.
   *
   * @return false if this engine cannot tell; nothing changes then
   */
  boolean observe(Consumer<OpTime> observer);

  /**
   * Frees the native memory of the program, which then runs no more; parameters and gradients stay.
   */
  @Override
  void close();
}
