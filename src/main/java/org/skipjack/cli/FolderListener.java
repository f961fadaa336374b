package org.skipjack.cli;

import org.skipjack.train.History;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;

/** Writes the history after every epoch, so that a run that is killed leaves what it had. */
final class FolderListener implements TrainingListener {
  private final RunFolder folder;
  private final TrainingListener next;
  private History history = History.empty();

  FolderListener(RunFolder folder, TrainingListener next) {
    this.folder = folder;
    this.next = next;
  }

  @Override
  public void stepped(Progress progress) {
    next.stepped(progress);
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    history = history.with(epoch);
    folder.writeHistory(history);
    next.epochEnded(training, epoch);
  }
}
