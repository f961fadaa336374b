package org.skipjack.train;

import java.util.ArrayList;
import java.util.List;
import org.skipjack.data.Batch;
import org.skipjack.data.Batches;
import org.skipjack.data.Dataset;
import org.skipjack.data.Feed;
import org.skipjack.data.PixelMean;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.net.Net;

/**
 * A net with what it learned, and what must be done to an image before it sees it.
 *
 * @param net the net
 * @param graph the net for the shape of its images
 * @param parameters its weights and running statistics
 * @param mean the mean image of the training set
 * @param classNames the classes in the order of the net's outputs
 * @param execution what computes its predictions
 */
public record TrainedNet(
    Net net,
    Graph graph,
    Parameters parameters,
    PixelMean mean,
    List<String> classNames,
    Execution execution) {
  private static final int LARGEST_BATCH = 128;

  /** What a batch of large images holds at most: 4 M values, 16 MiB of floats. */
  private static final long MOST_VALUES = 1 << 22;

  /** Copies the list. */
  public TrainedNet {
    classNames = List.copyOf(classNames);
  }

  /**
   * The probability of each class for each image, in the order of the set.
   *
   * @return one row an image, {@code [N][K]}; rows sum to 1
   * @throws org.skipjack.data.DatasetException if the images have another shape than those of the
   *     training
   */
  public List<float[]> predict(Dataset images) {
    int size = batchSize(images);
    execution.requireMemoryToPredict(graph, Math.min(size, images.size()));
    List<float[]> rows = new ArrayList<>(images.size());
    try (Program program = execution.compile(graph, parameters);
        Batches batches = new Batches(images, mean, size);
        Feed feed = batches.inOrder();
        CrossEntropy softmax = new CrossEntropy(size, classNames.size())) {
      while (feed.hasNext()) {
        Batch batch = feed.next();
        softmax.measure(program.predict(batch.images()), batch.labels());
        for (int i = 0; i < batch.size(); i++) {
          rows.add(softmax.probabilities(i));
        }
      }
    }
    return rows;
  }

  private static int batchSize(Dataset images) {
    long values = (long) images.channels() * images.height() * images.width();
    return (int) Math.max(1, Math.min(LARGEST_BATCH, MOST_VALUES / values));
  }
}
