package org.skipjack.train;

import java.nio.file.Path;
import org.skipjack.io.OutputException;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;

/** Two listeners, told the same, one after the other. */
record CompositeListener(TrainingListener first, TrainingListener second)
    implements TrainingListener {
  @Override
  public void began(Training training, History soFar) {
    first.began(training, soFar);
    second.began(training, soFar);
  }

  @Override
  public void stepped(Progress progress) {
    first.stepped(progress);
    second.stepped(progress);
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    first.epochEnded(training, epoch);
    second.epochEnded(training, epoch);
  }

  @Override
  public void noted(TrainingNote trainingNote) {
    first.noted(trainingNote);
    second.noted(trainingNote);
  }

  @Override
  public void saved(Path checkpoint) {
    first.saved(checkpoint);
    second.saved(checkpoint);
  }

  @Override
  public void notSaved(OutputException failure) {
    first.notSaved(failure);
    second.notSaved(failure);
  }

  @Override
  public void resumed(Checkpoint from) {
    first.resumed(from);
    second.resumed(from);
  }

  @Override
  public void refused(CheckpointException refusal) {
    first.refused(refusal);
    second.refused(refusal);
  }

  @Override
  public boolean wantsToStop() {
    return first.wantsToStop() || second.wantsToStop();
  }

  @Override
  public void ended(Run run) {
    first.ended(run);
    second.ended(run);
  }

  @Override
  public void failed(Throwable failure) {
    first.failed(failure);
    second.failed(failure);
  }
}
