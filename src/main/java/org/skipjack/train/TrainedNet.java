package org.skipjack.train;

import java.awt.image.BufferedImage;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.skipjack.data.Dataset;
import org.skipjack.data.PixelMean;
import org.skipjack.data.batch.Batch;
import org.skipjack.data.batch.Batches;
import org.skipjack.data.batch.Feed;
import org.skipjack.data.format.FittedImage;
import org.skipjack.engine.Execution;
import org.skipjack.engine.Parameters;
import org.skipjack.engine.Program;
import org.skipjack.graph.Graph;
import org.skipjack.net.Net;

/**
 * A trained net: the net, its weights and running statistics, and the mean image that is subtracted
 * from every input.
 *
 * <p>The first prediction compiles the net; later ones use the compiled program again. Threads may
 * share a trained net: predictions run one after the other, each with all the threads of its {@link
 * #execution}. Native memory is freed by {@link #close}, or after the object has become
 * unreachable.
 */
public final class TrainedNet implements AutoCloseable {
  private static final int LARGEST_BATCH = 128;

  /** What a batch of large images holds at most: 4 M values, 16 MiB of floats. */
  private static final long MOST_VALUES = 1 << 22;

  private static final Cleaner CLEANER = Cleaner.create();

  private final Net net;
  private final Graph graph;
  private final Parameters parameters;
  private final PixelMean mean;
  private final List<String> classNames;
  private final Execution execution;
  private final Compiled compiled = new Compiled();
  private final Cleaner.Cleanable cleanable = CLEANER.register(this, compiled);

  /**
   * A trained net.
   *
   * @param net the net
   * @param graph the net for the shape of its images
   * @param parameters its weights and running statistics
   * @param mean the mean image of the training set
   * @param classNames the classes in the order of the net's outputs
   * @param execution the engine, threads and precision of its predictions
   */
  public TrainedNet(
      Net net,
      Graph graph,
      Parameters parameters,
      PixelMean mean,
      List<String> classNames,
      Execution execution) {
    this.net = net;
    this.graph = graph;
    this.parameters = parameters;
    this.mean = mean;
    this.classNames = List.copyOf(classNames);
    this.execution = execution;
  }

  /** The net. */
  public Net net() {
    return net;
  }

  /** The net for the shape of its images. */
  public Graph graph() {
    return graph;
  }

  /** Its weights and running statistics. */
  public Parameters parameters() {
    return parameters;
  }

  /** The mean image of the training set. */
  public PixelMean mean() {
    return mean;
  }

  /** The classes in the order of the net's outputs. */
  public List<String> classNames() {
    return classNames;
  }

  /** The engine, threads and precision of its predictions. */
  public Execution execution() {
    return execution;
  }

  /**
   * The classes of each image with their probabilities, in the order of the set.
   *
   * @throws org.skipjack.data.DatasetException if the images have another shape than those of the
   *     training
   * @throws IllegalStateException if the net is closed
   */
  public Predictions predict(Dataset images) {
    int size = batchSize(images);
    execution.requireMemoryToPredict(graph, Math.min(size, images.size()));
    List<float[]> rows = new ArrayList<>(images.size());
    synchronized (compiled) {
      Program program = compiled.program(this, size, images.size() % size);
      try (Batches batches = new Batches(images, mean, size);
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
    }
    return Predictions.of(images, classNames, rows);
  }

  /**
   * The classes of images in an array, with their probabilities.
   *
   * @param images {@code [N, channels, height, width]}, with values as {@link Dataset#of(INDArray)}
   *     takes them
   * @throws org.skipjack.data.DatasetException if the images have another shape than those of the
   *     training
   * @throws IllegalStateException if the net is closed
   */
  public Predictions predict(INDArray images) {
    return predict(Dataset.of(images));
  }

  /**
   * The classes of the image in a PNG or JPEG file, with their probabilities. It is resized to the
   * net's input, as images of a folder are; see {@link FittedImage}.
   *
   * @throws org.skipjack.data.DatasetException if the file cannot be read
   * @throws IllegalStateException if the net is closed
   */
  public Predictions predict(Path file) {
    return predict(FittedImage.of(file, mean.shape()));
  }

  /**
   * The classes of an image of Java, with their probabilities. It is resized to the net's input, as
   * images of a folder are; see {@link FittedImage}.
   *
   * @throws IllegalStateException if the net is closed
   */
  public Predictions predict(BufferedImage image) {
    return predict(FittedImage.of(image, mean.shape()));
  }

  /** The images of a batch: as many as the set has, unless they are many or large. */
  private static int batchSize(Dataset images) {
    long values = (long) images.channels() * images.height() * images.width();
    long most = Math.max(1, Math.min(LARGEST_BATCH, MOST_VALUES / values));
    return (int) Math.max(1, Math.min(images.size(), most));
  }

  /** Frees its native memory, its parameters among it; it predicts no more. */
  @Override
  public void close() {
    synchronized (compiled) {
      if (!compiled.closed) {
        compiled.closed = true;
        cleanable.clean();
        parameters.close();
      }
    }
  }

  boolean isClosed() {
    synchronized (compiled) {
      return compiled.closed;
    }
  }

  /** The net in words; its parameters are not printed. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, trained: %,d values, %d classes, on %s",
        net,
        parameters.learned().length(),
        classNames.size(),
        execution.toMap());
  }

  /** The compiled program, apart from the net, so that it can be freed when the net is gone. */
  private static final class Compiled implements Runnable {
    /** The buffers of each batch size stay in memory, so there must not be too many of them. */
    private static final int MOST_SIZES = 8;

    private final Set<Integer> sizes = new HashSet<>();
    private @Nullable Program program;
    private boolean closed;

    /** A program for batches of a size and, unless it is 0, a last one of another. */
    Program program(TrainedNet net, int size, int lastSize) {
      if (closed) {
        throw new IllegalStateException(
            "the trained net is closed, so it predicts no more.%nFix: predict before close(), or load it again"
                .formatted());
      }
      sizes.add(size);
      if (lastSize > 0) {
        sizes.add(lastSize);
      }
      if (sizes.size() > MOST_SIZES) {
        run();
      }
      Program ready = program;
      if (ready == null) {
        ready = net.execution.compile(net.graph, net.parameters);
        program = ready;
      }
      return ready;
    }

    @Override
    public synchronized void run() {
      Program unused = program;
      program = null;
      sizes.clear();
      if (unused != null) {
        unused.close();
      }
    }
  }
}
