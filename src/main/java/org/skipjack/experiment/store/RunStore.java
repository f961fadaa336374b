package org.skipjack.experiment.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.plan.Trial;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.FolderLock;
import org.skipjack.train.RunFolder;

/**
 * A store of runs: one folder per run, in plain files that a person can read and git can diff.
 *
 * <p>A run is identified by the digest of its trial, see {@link Trial#digest}; a finished one
 * serves every plan that asks the same. Several processes may use a store at once: one trial is
 * carried out by one of them, and files are written whole.
 *
 * @param folder where runs are
 */
public record RunStore(Path folder) {
  private static final String LOCKS = ".locks";

  /**
   * The store in a folder, which is made if need be.
   *
   * @throws org.skipjack.io.OutputException if it cannot be written to
   */
  public static RunStore in(Path folder) {
    return new RunStore(AtomicFile.folder(folder));
  }

  /**
   * The finished run of a trial.
   *
   * @throws IllegalArgumentException if its files were edited since its training wrote them
   */
  public Optional<StoredRun> find(Trial trial) {
    String digest = trial.digest();
    return folders(folder)
        .filter(one -> one.getFileName().toString().endsWith(ending(trial)))
        .flatMap(one -> StoredRun.read(one).stream())
        .filter(run -> run.trial().digest().equals(digest))
        .map(RunStore::unedited)
        .filter(run -> run.result().status().isFinished())
        .findFirst();
  }

  private static StoredRun unedited(StoredRun run) {
    if (run.result().status() == RunResult.Status.EDITED) {
      throw new IllegalArgumentException(
          "%s was edited since its training wrote it: %s.%nFix: bring the file back as it was, or remove the folder, and the run is made again"
              .formatted(run.folder(), run.fault().orElse("")));
    }
    return run;
  }

  /** All runs in it, and in stores below it, in the order of their folders' names. */
  public List<StoredRun> all() {
    return below(folder).flatMap(one -> StoredRun.read(one).stream()).toList();
  }

  /** Its own runs, and none of stores below it. */
  List<StoredRun> own() {
    return folders(folder).flatMap(one -> StoredRun.read(one).stream()).toList();
  }

  Path locks() {
    return AtomicFile.folder(folder.resolve(LOCKS));
  }

  /** It and all folders below it, but those that are hidden, linked or closed. */
  private static Stream<Path> below(Path folder) {
    return Stream.concat(
        Stream.of(folder),
        folders(folder)
            .filter(one -> !one.getFileName().toString().startsWith("."))
            .filter(one -> !Files.isSymbolicLink(one) && Files.isReadable(one))
            .flatMap(RunStore::below));
  }

  /** A table of all runs. */
  public RunTable table() {
    return new RunTable(all());
  }

  /** A table of the runs that have all of some words, see {@link RunTable#find}. */
  public RunTable find(String... words) {
    return table().find(words);
  }

  /**
   * The right to carry out a trial; nothing while another thread or process has it.
   *
   * @throws org.skipjack.io.OutputException if the store cannot be written to
   */
  public Optional<Lease> take(Trial trial) {
    if (Thread.currentThread().isInterrupted()) {
      return Optional.empty(); // An interrupt would close the lock's file.
    }
    try {
      return FolderLock.take(locks().resolve(trial.shortDigest()))
          .map(lock -> new Lease(trial, lock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ending(Trial trial) {
    return "-" + trial.shortDigest();
  }

  private static Stream<Path> folders(Path folder) {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.filter(Files::isDirectory).forEach(folders::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folders.sort(Comparator.naturalOrder());
    return folders.stream();
  }

  /** A lease: the exclusive right to run a trial, until it is closed. */
  public final class Lease implements AutoCloseable {
    private final Trial trial;
    private final FolderLock lock;

    private Lease(Trial trial, FolderLock lock) {
      this.trial = trial;
      this.lock = lock;
    }

    /** The folder of the trial's run, made if need be. */
    public RunFolder folder() {
      Optional<Path> there =
          folders(folder)
              .filter(one -> one.getFileName().toString().endsWith(ending(trial)))
              .findFirst();
      there
          .filter(one -> StoredRun.read(one).isEmpty())
          .ifPresent(one -> delete(one.resolve(StoredRun.FILE)));
      // Another plan may have begun the same trial under another name.
      Trial recorded = there.flatMap(StoredRun::read).map(StoredRun::trial).orElse(trial);
      return RunFolder.open(there.orElseGet(() -> folder.resolve(name())), members(recorded));
    }

    /** A run whose record is damaged is made again; its folder's name says what was asked. */
    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Map<String, Object> members(Trial trial) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.putAll(ExperimentJson.JSON.tree(trial).getAsJsonObject().asMap());
      return members;
    }

    private String name() {
      return trial.name().replaceAll("[^A-Za-z0-9.]+", "_")
          + "-seed"
          + trial.seed()
          + ending(trial);
    }

    @Override
    public void close() {
      lock.close();
    }
  }
}
