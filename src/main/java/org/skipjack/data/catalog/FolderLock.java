package org.skipjack.data.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.skipjack.data.DatasetException;

/** The right to change a folder of the data folder, held by one process at a time. */
final class FolderLock {
  private FolderLock() {}

  /** What is done while the right is held. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /**
   * Makes the folder and does the work.
   *
   * @throws DatasetException if another process is at work in it
   * @throws IOException if the folder cannot be written to, or the work fails so
   */
  static void holding(Path folder, Work work) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (lock(channel) == null) {
        throw new DatasetException(
            "another skipjack is fetching or unpacking in %s.\nFix: wait until it is done."
                .formatted(folder));
      }
      work.run();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another thread of this process has it.
    }
  }
}
