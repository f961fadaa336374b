package org.skipjack.experiment.runner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.plan.DataReference;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.RunStore;

/**
 * A runner on this machine. It runs as many trials at a time as its processors and its memory
 * allow.
 *
 * <p>How many run at a time changes no bit of any of them.
 */
public final class LocalRunner implements Runner {
  private static final long MILLIS_TO_LOOK_AGAIN = 200;
  private static final long SECONDS_TO_STOP = 20;

  private final DataProvider supply;
  private final Capacity capacity;

  /** A runner that gets its data from a supply and uses the whole machine. */
  public LocalRunner(DataProvider supply) {
    this(supply, Capacity.ofMachine());
  }

  public LocalRunner(DataProvider supply, Capacity capacity) {
    this.supply = supply;
    this.capacity = capacity;
  }

  @Override
  public void run(List<Trial> trials, RunStore store, ExperimentListener experimentListener) {
    Queue<Trial> waiting = new ConcurrentLinkedQueue<>();
    for (Trial trial : trials) {
      store
          .find(trial)
          .ifPresentOrElse(run -> experimentListener.reused(trial, run), () -> waiting.add(trial));
    }
    if (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
      work(waiting, store, experimentListener);
    }
  }

  private void work(Queue<Trial> waiting, RunStore store, ExperimentListener experimentListener) {
    Map<DataReference, DataSplit> data = new HashMap<>();
    waiting.forEach(trial -> data.computeIfAbsent(trial.data(), supply::get));
    int atATime = Math.min(waiting.size(), capacity.atATime(List.copyOf(waiting)));
    ExecutorService workers = Executors.newFixedThreadPool(atATime);
    List<Future<?>> ends = new ArrayList<>();
    for (int worker = 0; worker < atATime; worker++) {
      ends.add(workers.submit(() -> new Worker(data, store, experimentListener).workOff(waiting)));
    }
    try {
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw failed(Objects.requireNonNull(e.getCause()), workers);
    }
    stop(workers)
        .ifPresent(
            late -> {
              throw late;
            });
  }

  /** The cause comes first; a worker that does not stop is added to it. */
  static RuntimeException failed(Throwable cause, ExecutorService workers) {
    stop(workers).ifPresent(cause::addSuppressed);
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }

  /** A run that is interrupted still writes what it has. */
  private static Optional<IllegalStateException> stop(ExecutorService workers) {
    workers.shutdownNow();
    Optional<IllegalStateException> late = Optional.empty();
    boolean interrupted = Thread.interrupted();
    try {
      if (!workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        late = Optional.of(new IllegalStateException("a training did not stop"));
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return late;
  }

  /** A worker that runs one trial after another until none is left. */
  private record Worker(
      Map<DataReference, DataSplit> data, RunStore store, ExperimentListener watch) {

    void workOff(Queue<Trial> waiting) {
      Trial trial = waiting.poll();
      while (trial != null && !Thread.currentThread().isInterrupted()) {
        if (!attempt(trial)) {
          waiting.add(trial);
          pause();
        }
        trial = waiting.poll();
      }
    }

    /** False if somebody else is at the trial. */
    private boolean attempt(Trial trial) {
      var hold = store.take(trial);
      if (hold.isEmpty()) {
        watch.elsewhere(trial);
        return false;
      }
      try (RunStore.Lease held = hold.get()) {
        // Whoever had it may have finished it.
        store
            .find(trial)
            .ifPresentOrElse(
                run -> watch.reused(trial, run),
                () -> new TrialRunner(trial, held.folder(), watch).carryOut(data(trial)));
      }
      return true;
    }

    private DataSplit data(Trial trial) {
      return Objects.requireNonNull(data.get(trial.data()));
    }

    private static void pause() {
      try {
        Thread.sleep(MILLIS_TO_LOOK_AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
