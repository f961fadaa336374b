package org.skipjack.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes the archive of the classes that a kernel loads, by a rehearsal. */
final class ClassArchive {
  private static final long PATIENCE_SECONDS = 180;

  private ClassArchive() {}

  /**
   * Rehearses, and writes the archive.
   *
   * @return why there is none; empty if it is there
   */
  static Optional<String> make(JavaRuntime javaRuntime, KernelFolder folder) throws IOException {
    Path archive = folder.archive(javaRuntime.version());
    if (!javaRuntime.canArchive()) {
      return Optional.of("the class path has folders, and only jars can be archived");
    }
    Path fresh = archive.resolveSibling(archive.getFileName() + ".part");
    Files.deleteIfExists(fresh);
    Path log = Files.createTempFile("skipjack-rehearsal", ".log");
    try {
      Optional<String> reason = rehearse(javaRuntime, fresh, log);
      if (reason.isEmpty()) {
        Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
      }
      return reason;
    } finally {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(log);
    }
  }

  private static Optional<String> rehearse(JavaRuntime javaRuntime, Path fresh, Path log)
      throws IOException {
    List<String> command =
        javaRuntime.command(List.of(javaRuntime.into(fresh)), ArchiveWarmup.class.getName());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.of("the rehearsal did not end in " + PATIENCE_SECONDS + " s");
      }
      if (process.exitValue() != 0 || !Files.exists(fresh)) {
        String said = Files.readString(log).strip();
        return Optional.of(
            said.isEmpty() ? "this Java wrote none" : "the rehearsal failed: " + said);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted");
    } finally {
      process.destroyForcibly();
    }
  }
}
