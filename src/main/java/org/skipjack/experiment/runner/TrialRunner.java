package org.skipjack.experiment.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.data.DataSplit;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.experiment.store.GradientFile;
import org.skipjack.experiment.store.RunResult;
import org.skipjack.experiment.store.StoredRun;
import org.skipjack.train.Checkpoint;
import org.skipjack.train.CheckpointException;
import org.skipjack.train.Run;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.health.DivergedException;
import org.skipjack.train.history.History;
import org.skipjack.tribuo.Provenance;
import org.skipjack.tribuo.RunRecord;

/** Runs one trial and records its status in its folder. */
final class TrialRunner implements TrainingListener {
  private final Trial trial;
  private final RunFolder folder;
  private final ExperimentListener experimentListener;
  private final GradientFile gradients;
  private History history = History.empty();

  TrialRunner(Trial trial, RunFolder folder, ExperimentListener experimentListener) {
    this.trial = trial;
    this.folder = folder;
    this.experimentListener = experimentListener;
    this.gradients = new GradientFile(folder.path());
  }

  void carryOut(DataSplit data) {
    StoredRun.read(folder.path())
        .filter(run -> run.result().status() == RunResult.Status.DAMAGED)
        .ifPresent(run -> experimentListener.damaged(trial, run));
    write(RunResult.Status.RUNNING, Map.of("provenance", Provenance.here()));
    try {
      finish(train(data));
    } catch (DivergedException e) {
      folder.writeHistory(history);
      Map<String, Object> why = new LinkedHashMap<>();
      why.put("provenance", Provenance.here());
      why.put("divergence", String.valueOf(e.getMessage()));
      write(RunResult.Status.DIVERGED, why);
    } catch (RuntimeException | Error e) {
      leave(e);
      throw e;
    }
    StoredRun.read(folder.path()).ifPresent(run -> experimentListener.ended(trial, run));
  }

  /** A run that failed is not under way any more; what it has can be gone on from. */
  private void leave(Throwable why) {
    try {
      write(RunResult.Status.STOPPED, Map.of("provenance", Provenance.here()));
    } catch (RuntimeException | Error e) {
      why.addSuppressed(e);
    }
  }

  /** From where it was stopped or killed, if it was, and from the beginning if it cannot be. */
  private Run train(DataSplit data) {
    Training training = trial.training(data).checkpoints(folder.path()).listener(this);
    if (!GradientFile.isWhole(folder.path())) {
      folder.deleteCheckpoints(); // No checkpoint has the gradients before it.
    }
    try {
      return training.resume();
    } catch (CheckpointException e) {
      // Damaged, or of another version: in a store it is worth no more than what it saves.
      folder.deleteCheckpoints();
      return training.run();
    }
  }

  private void finish(Run run) {
    folder.writeHistory(run.history());
    write(run.complete() ? RunResult.Status.COMPLETE : RunResult.Status.STOPPED, RunRecord.of(run));
    run.model().close();
  }

  private void write(RunResult.Status status, Map<String, Object> more) {
    folder.writeRun(status.toString(), more);
  }

  @Override
  public void began(Training training, History soFar) {
    history = soFar;
  }

  @Override
  public void resumed(Checkpoint from) {
    gradients.resume(from.iteration());
  }

  @Override
  public void stepped(Progress progress) {
    Step step = progress.step();
    gradients.add(step.iteration(), step.iterations(), step.gradientNorm());
    experimentListener.stepped(trial, progress);
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    history = history.with(epoch);
    folder.writeHistory(history);
  }
}
