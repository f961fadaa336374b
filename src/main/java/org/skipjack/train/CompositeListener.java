package org.skipjack.train;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.skipjack.io.OutputException;
import org.skipjack.train.history.History;
import org.skipjack.train.history.TrainingNote;

/**
 * A listener that passes each call on to two listeners; the second is called even if the first
 * throws.
 */
record CompositeListener(TrainingListener first, TrainingListener second)
    implements TrainingListener {
  private void tell(Consumer<TrainingListener> news) {
    TellBoth.tell(first, second, news);
  }

  @Override
  public void began(Training training, History soFar) {
    tell(each -> each.began(training, soFar));
  }

  @Override
  public void stepped(Progress progress) {
    tell(each -> each.stepped(progress));
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    tell(each -> each.epochEnded(training, epoch));
  }

  @Override
  public void noted(TrainingNote trainingNote) {
    tell(each -> each.noted(trainingNote));
  }

  @Override
  public void saved(Path checkpoint) {
    tell(each -> each.saved(checkpoint));
  }

  @Override
  public void notSaved(OutputException failure) {
    tell(each -> each.notSaved(failure));
  }

  @Override
  public void resumed(Checkpoint from) {
    tell(each -> each.resumed(from));
  }

  @Override
  public void refused(CheckpointException refusal) {
    tell(each -> each.refused(refusal));
  }

  /** Asks both, always: one may count how often it is asked. */
  @Override
  public boolean wantsToStop() {
    boolean firstWants = first.wantsToStop();
    return second.wantsToStop() || firstWants;
  }

  @Override
  public void ended(Run run) {
    tell(each -> each.ended(run));
  }

  @Override
  public void failed(Throwable failure) {
    tell(each -> each.failed(failure));
  }
}
