package org.skipjack.data.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.skipjack.data.DatasetException;

/** Gets a published set into the data folder: downloads what is missing, then unpacks. */
final class DatasetFetcher {
  private final DataFolder folder;
  private final DatasetDescription datasetDescription;
  private final Download download;
  private final Consumer<String> tell;

  DatasetFetcher(DataFolder folder, Download.Progress progress, Consumer<String> tell) {
    this(folder, new Download(Download.Patience.DEFAULT, progress), tell);
  }

  DatasetFetcher(DataFolder folder, Download download, Consumer<String> tell) {
    this.folder = folder;
    this.datasetDescription = folder.description();
    this.download = download;
    this.tell = tell;
  }

  void run() {
    Path target = datasetDescription.unpacked(folder.data());
    if (folder.proof(target).holds()) {
      tell.accept(datasetDescription.name() + ": already in " + target);
      return;
    }
    try {
      Optional<Path> placed = folder.archives();
      Path archives =
          placed.isPresent() && folder.isOfficial(placed.get(), line -> {})
              ? placed.get()
              : download();
      if (Files.exists(target)) {
        moveAway(target);
      }
      Path unused = folder.unpack(archives, tell);
    } catch (IOException e) {
      throw LocatorErrors.notFetched(folder, e);
    }
  }

  private Path download() throws IOException {
    Path home = datasetDescription.home(folder.data());
    LockedFolder.alone(
        home,
        () -> {
          for (DatasetDescription.Archive archive : datasetDescription.archives()) {
            download(archive, home);
          }
        });
    return home;
  }

  private void download(DatasetDescription.Archive archive, Path home) throws IOException {
    Path target = home.resolve(archive.name());
    if (Files.isRegularFile(target) && archive.digest().matches(target)) {
      tell.accept("%s: %s is here".formatted(datasetDescription.name(), target));
      return;
    }
    checkSpace(home, archive);
    download.fetch(archive, target);
  }

  private void checkSpace(Path home, DatasetDescription.Archive archive) throws IOException {
    long unpacked =
        datasetDescription.contents().stream().mapToLong(DatasetDescription.Content::bytes).sum();
    long needed = archive.bytes() + unpacked;
    long free = Files.getFileStore(home).getUsableSpace();
    if (free < needed) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "%s needs %,d MB in %s, which has %,d MB left.%n"
                  + "Fix: free some space, or set %s to a folder on another disk.",
              datasetDescription.name(),
              needed / 1_000_000,
              home,
              free / 1_000_000,
              DataLocator.VARIABLE));
    }
  }

  /** What was put there by hand is not known to be official, and is kept. */
  private void moveAway(Path target) throws IOException {
    Path kept = target.resolveSibling(target.getFileName() + ".before");
    for (int i = 2; Files.exists(kept); i++) {
      kept = target.resolveSibling(target.getFileName() + ".before" + i);
    }
    Files.move(target, kept);
    tell.accept(
        "%s: what was in %s is now in %s".formatted(datasetDescription.name(), target, kept));
  }
}
