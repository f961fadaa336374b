package org.skipjack.train.tensorboard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.skipjack.train.Checkpoint;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.history.History;

/**
 * A listener that writes event files for {@code tensorboard --logdir FOLDER}: loss, learning rate
 * and gradient norm of each update under {@code step/}, losses and errors of each epoch under
 * {@code loss/} and {@code error/}, all by the number of updates. Can be read while the training
 * goes on.
 *
 * <p>A training that goes on from a checkpoint begins a new file beside the old, and tells
 * TensorBoard to forget what the old one has of later updates. A file that cannot be written ends
 * no training: no more is written then.
 */
public final class TensorBoard implements TrainingListener {
  private static final long NANOS_BETWEEN_FLUSHES = 5_000_000_000L;

  private final Path folder;
  private final Consumer<String> tell;
  private @Nullable EventFile file;
  private long iteration;
  private long lastFlush = System.nanoTime();

  /**
   * @param folder where event files go; made if it is not there
   * @param tell gets what could not be written, once
   */
  public TensorBoard(Path folder, Consumer<String> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  /** Something to write. */
  @FunctionalInterface
  private interface Writing {
    void to(EventFile events) throws IOException;
  }

  @Override
  public void resumed(Checkpoint from) {
    iteration = from.iteration();
  }

  @Override
  public void began(Training training, History soFar) {
    try {
      file = new EventFile(folder, iteration);
    } catch (IOException e) {
      stop(e);
    }
  }

  @Override
  public void stepped(Progress progress) {
    if (progress.phase() != Phase.TRAINING) {
      return;
    }
    Step step = progress.step();
    iteration = step.iteration();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("step/loss", step.loss());
    values.put("step/learningRate", step.learningRate());
    values.put("step/gradientNorm", step.gradientNorm());
    write(events -> events.add(iteration, values));
    if (System.nanoTime() - lastFlush > NANOS_BETWEEN_FLUSHES) {
      lastFlush = System.nanoTime();
      write(EventFile::flush);
    }
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    Map<String, Double> values = new LinkedHashMap<>();
    put(values, "training", epoch.training());
    epoch.validation().ifPresent(score -> put(values, "validation", score));
    put(values, "test", epoch.test());
    write(events -> events.add(iteration, values));
    write(EventFile::flush);
  }

  private static void put(Map<String, Double> values, String set, History.Score score) {
    values.put("loss/" + set, score.loss());
    values.put("error/" + set, score.error());
  }

  @Override
  public void ended(Run run) {
    write(EventFile::close);
  }

  @Override
  public void failed(Throwable failure) {
    write(EventFile::close);
  }

  private void write(Writing writing) {
    EventFile events = file;
    if (events == null) {
      return;
    }
    try {
      writing.to(events);
    } catch (IOException e) {
      stop(e);
    }
  }

  private void stop(IOException failure) {
    EventFile events = file;
    file = null;
    if (events != null) {
      try {
        events.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    tell.accept(
        "%s: TensorBoard's file cannot be written, %s; the training goes on without it"
            .formatted(folder, failure.getMessage()));
  }
}
