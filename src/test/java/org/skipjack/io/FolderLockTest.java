package org.skipjack.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void one_holder_at_a_time_has_it() throws IOException {
    Path inner = folder.resolve("a/b");
    FolderLock first = FolderLock.take(inner).orElseThrow();
    assertThat(FolderLock.take(inner)).isEmpty();

    first.close();
    FolderLock second = FolderLock.take(inner).orElseThrow();
    second.close();
    assertThat(inner).isDirectory();
  }
}
