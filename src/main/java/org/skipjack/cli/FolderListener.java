package org.skipjack.cli;

import org.skipjack.train.History;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;

/** Writes the history after every epoch, so that a run that is killed leaves what it had. */
final class FolderListener implements TrainingListener {
  private final RunFolder folder;
  private History history = History.empty();

  FolderListener(RunFolder folder) {
    this.folder = folder;
  }

  @Override
  public void began(Training training, History soFar) {
    history = soFar;
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    history = history.with(epoch);
    folder.writeHistory(history);
  }
}
