package org.skipjack.data.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.skipjack.data.Authenticity;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;

/**
 * The data folder as one published set sees it: where its files may lie, and how they are opened.
 *
 * @param data the data folder
 * @param description the set
 */
record DataFolder(Path data, DatasetDescription description) {

  /** The folder of the unpacked files, if one of them is in any of the places for them. */
  Optional<Path> unpacked() {
    return places().stream()
        .filter(
            place ->
                description.contents().stream()
                    .anyMatch(content -> Files.isRegularFile(place.resolve(content.name()))))
        .findFirst();
  }

  /** The folder of the archives, if all of them are in one of the places for them. */
  Optional<Path> archives() {
    return description.archivesIn(List.of(description.home(data), data));
  }

  /** Where unpacked files are looked for. */
  List<Path> places() {
    Path unpacked = description.unpacked(data);
    Path home = description.home(data);
    LinkedHashSet<Path> places = new LinkedHashSet<>();
    places.add(unpacked);
    places.add(home);
    places.add(data.resolve(unpacked.getFileName()));
    places.add(data);
    return new ArrayList<>(places);
  }

  /**
   * Opens the set; unpacks its archives first if only they are here.
   *
   * @param tell gets a line on what was found and done, where there is something to tell
   * @throws DatasetException if the set is not here or damaged
   */
  DataSplit open(Consumer<String> tell) {
    Optional<Path> unpacked = unpacked();
    if (unpacked.isPresent()) {
      return open(unpacked.get());
    }
    Path archives = archives().orElseThrow(() -> LocatorErrors.missing(this));
    return open(unpack(archives, tell));
  }

  /** Opens unpacked files, which may be shown to be official. */
  DataSplit open(Path place) {
    return proof(place).mark(description.open(place));
  }

  Proof proof(Path place) {
    return new Proof(description, place, archives());
  }

  /** Unpacks archives that were put here, and tells whether they are the official ones. */
  Path unpack(Path archives, Consumer<String> tell) {
    Path target = description.unpacked(data);
    try {
      LockedFolder.alone(
          description.home(data),
          () -> {
            boolean official = isOfficial(archives, tell);
            new ArchiveExtractor(description, archives).into(target);
            tell.accept(
                "%s: unpacked to %s, %s"
                    .formatted(
                        description.name(),
                        target,
                        official ? Authenticity.OFFICIAL : Authenticity.NOT_OFFICIAL));
          });
      return target;
    } catch (IOException e) {
      throw LocatorErrors.notUnpacked(this, target, e);
    }
  }

  /**
   * Whether every archive in a folder has its published digest; tells of each.
   *
   * @throws DatasetException if one is the official file of another set
   */
  boolean isOfficial(Path archives, Consumer<String> tell) throws IOException {
    boolean official = true;
    for (DatasetDescription.Archive archive : description.archives()) {
      Path file = archives.resolve(archive.name());
      String digest = archive.digest().of(file);
      boolean matches = digest.equals(archive.digest().hex());
      if (!matches) {
        refuseIfAnother(archive, file, digest);
      }
      tell.accept(
          matches
              ? "%s: %s has the official %s"
                  .formatted(description.name(), file, archive.digest().algorithm())
              : "%s: %s has %s %s, the official one is %s"
                  .formatted(
                      description.name(),
                      file,
                      archive.digest().algorithm(),
                      digest,
                      archive.digest().hex()));
      official &= matches;
    }
    return official;
  }

  /** MNIST's files and Fashion-MNIST's bear the same names. */
  private void refuseIfAnother(DatasetDescription.Archive archive, Path file, String digest) {
    for (String name : Catalog.names()) {
      DatasetDescription other = Catalog.find(name);
      boolean same =
          other.archives().stream()
              .anyMatch(
                  theirs ->
                      theirs.name().equals(archive.name()) && theirs.digest().hex().equals(digest));
      if (same) {
        throw new DatasetException(
            "%s is the official file of %s, not of %s.\nFix: put it into %s, or use --data %s."
                .formatted(file, name, description.name(), other.home(data), name),
            file,
            0);
      }
    }
  }
}
