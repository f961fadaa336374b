package org.skipjack.data.catalog;

import java.io.IOException;
import java.nio.file.Path;
import org.skipjack.data.DatasetException;
import org.skipjack.io.FolderLock;

/** Work that changes a folder of the data folder, done by one process at a time. */
@FunctionalInterface
interface LockedFolder {

  /** Does the work. */
  void run() throws IOException;

  /**
   * Makes the folder and does the work, holding the right to.
   *
   * @throws DatasetException if another process is at work in it
   * @throws IOException if the folder cannot be written to, or the work fails so
   */
  static void alone(Path folder, LockedFolder work) throws IOException {
    FolderLock right =
        FolderLock.take(folder)
            .orElseThrow(
                () ->
                    new DatasetException(
                        "another skipjack is fetching or unpacking in %s.\nFix: wait until it is done."
                            .formatted(folder)));
    try {
      work.run();
    } finally {
      right.close();
    }
  }
}
