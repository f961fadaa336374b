package org.skipjack.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Shapes;
import org.skipjack.engine.Engine;
import org.skipjack.graph.Graph;
import org.skipjack.graph.Shape;
import org.skipjack.net.Families;
import org.skipjack.net.Net;
import org.skipjack.net.Option;
import org.skipjack.train.Recipe;
import org.skipjack.train.Run;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Schedule;
import org.skipjack.train.Sgd;
import org.skipjack.train.Training;
import org.skipjack.tribuo.RunRecord;

/**
 * The degradation of He et al. 2015 (§1, Fig. 1 and 6), made small: plain and residual CIFAR nets
 * of two depths and half the paper's width on 6,000 procedural images.
 *
 * <p>Recipe and depths are cheap and have margins of tens of points: the deeper plain net was the
 * worse in 10 of 10 seeds, and the deeper residual net the better in 10 of 10 (in 9 of 10 with
 * other draws, where one seed learned slowly at first; a warm-up cures that seed). Runs are
 * independent, one thread each, as many at a time as there are processors.
 *
 * @param out the folder for runs and page
 * @param seeds how many seeds, from 1 on
 * @param engine what computes
 */
record Demo(Path out, int seeds, Engine engine) {
  static final int SHALLOW = 8;
  static final int DEEP = 32;
  static final int WIDTH = 8;
  private static final long SECONDS_TO_STOP = 15;
  static final Sgd OPTIMISER = Sgd.HE;
  static final Recipe RECIPE = new Recipe(5, 32, Schedule.cosine(0.03), OPTIMISER);

  /** One net of the demo. */
  record Entry(String family, int depth, long seed) {
    Net net() {
      Net residual = Families.resnet(depth, Option.width(WIDTH));
      return family.equals("plain") ? residual.plain() : residual;
    }

    /** {@code plain-32}. */
    String title() {
      return family + "-" + depth;
    }

    long parameters() {
      return Graph.of(net(), Shape.image(3, 16, 16)).parameterCount();
    }
  }

  /** One net of the demo, trained. */
  record Result(Entry entry, Run run) {
    double trainingError() {
      return run.history().last().trainingError();
    }

    double testError() {
      return run.history().last().testError();
    }
  }

  /** The nets of the demo, the long ones first so that all processors end together. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int depth : new int[] {DEEP, SHALLOW}) {
      for (long seed = 1; seed <= seeds; seed++) {
        entries.add(new Entry("plain", depth, seed));
        entries.add(new Entry("residual", depth, seed));
      }
    }
    return entries;
  }

  /**
   * Trains all nets.
   *
   * @return the results of the runs that were completed, all of them unless interrupted
   */
  List<Result> run(DemoProgress progress) {
    DataSplit data = Shapes.ofSize(16).split();
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(processors);
    try {
      List<Callable<Result>> tasks = new ArrayList<>();
      entries().forEach(entry -> tasks.add(() -> run(entry, data, progress)));
      return results(workers.invokeAll(tasks));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      workers.shutdownNow();
      awaitEnd(workers);
    }
  }

  /** A run that was interrupted still writes what it has. */
  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = Thread.interrupted();
    try {
      if (!workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a training did not stop");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Result> results(List<Future<Result>> futures) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (Future<Result> future : futures) {
      try {
        Result result = future.get();
        if (result.run().complete()) {
          results.add(result);
        }
      } catch (CancellationException e) {
        // An interrupt; what was completed is reported.
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
    return results;
  }

  private Result run(Entry entry, DataSplit data, DemoProgress progress) {
    Training training =
        Training.of(entry.net())
            .on(data)
            .recipe(RECIPE)
            .seed(entry.seed())
            .engine(engine)
            .threads(1)
            .listener(progress.of(entry));
    RunFolder folder =
        RunFolder.open(
            out.resolve("runs").resolve(entry.title() + "-seed" + entry.seed()), asked(entry));
    Run run = training.run();
    folder.writeHistory(run.history());
    folder.writeRun(run.complete() ? "complete" : "stopped", RunRecord.of(run));
    return new Result(entry, run);
  }

  private Map<String, Object> asked(Entry entry) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("net", entry.net().toString());
    asked.put("data", "shapes16");
    asked.put("recipe", RECIPE.toString());
    asked.put("seed", Long.toString(entry.seed()));
    asked.put("engine", engine.name());
    asked.put("threads", "1");
    return asked;
  }
}
