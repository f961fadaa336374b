package org.skipjack.cli;

import java.util.function.Consumer;
import org.skipjack.io.OutputException;
import org.skipjack.train.RunFolder;
import org.skipjack.train.Training;
import org.skipjack.train.TrainingListener;
import org.skipjack.train.history.History;

/**
 * Writes the history after every epoch, so that a run that is killed leaves what it had. Where that
 * fails, the training goes on, and the next epoch tries again.
 */
final class FolderListener implements TrainingListener {
  private final RunFolder folder;
  private final Consumer<String> tell;
  private History history = History.empty();

  /**
   * @param tell gets what could not be written
   */
  FolderListener(RunFolder folder, Consumer<String> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  @Override
  public void began(Training training, History soFar) {
    history = soFar;
  }

  @Override
  public void epochEnded(Training training, History.Epoch epoch) {
    history = history.with(epoch);
    try {
      folder.writeHistory(history);
    } catch (OutputException e) {
      tell.accept(String.valueOf(e.getMessage()));
    }
  }
}
