package org.skipjack.data.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;

/**
 * Whether unpacked files are what a publisher published. Two things show it, both of them by
 * digests of the description, which is part of the program: the files have the published digests,
 * or the archive that has its published digest is here, and unpacks to them. Nothing that lies
 * beside the files is believed.
 *
 * @param description the set
 * @param place the folder of the files, or the one archive that was read itself
 * @param archives the folder of the archives, if they are all here
 */
record Proof(DatasetDescription description, Path place, Optional<Path> archives) {

  /** Whether one of the two shows it; reads the files. */
  boolean holds() {
    try {
      if (Files.isRegularFile(place)) {
        return description.archives().get(0).digest().matches(place);
      }
      return haveDigests() || (archives.isPresent() && areOf(archives.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all files have digests that are published, and have them. */
  private boolean haveDigests() throws IOException {
    for (DatasetDescription.Content content : description.contents()) {
      Path file = place.resolve(content.name());
      if (content.digest().isEmpty()
          || !Files.isRegularFile(file)
          || Files.size(file) != content.bytes()
          || !content.digest().get().matches(file)) {
        return false;
      }
    }
    return true;
  }

  private boolean areOf(Path folder) throws IOException {
    for (DatasetDescription.Archive archive : description.archives()) {
      if (!archive.digest().matches(folder.resolve(archive.name()))) {
        return false;
      }
    }
    try {
      return new ArchiveExtractor(description, folder).gives(place);
    } catch (DatasetException e) {
      return false;
    }
  }

  /** The split, which knows whether it is official when it is asked; shown once. */
  DataSplit mark(DataSplit split) {
    BooleanSupplier once = new Once(this);
    return new DataSplit(
        split.training().images().published(once), split.test().images().published(once));
  }

  /** The split, of a published set of which nothing is known. */
  static DataSplit unknown(DataSplit split) {
    return new DataSplit(
        split.training().images().published(() -> false),
        split.test().images().published(() -> false));
  }

  /** The proof that IDX files which were read by their path are those of some published set. */
  static Optional<Proof> ofIdx(DataSplit split, Path place) {
    return Catalog.names().stream()
        .map(Catalog::find)
        .filter(set -> set.layout().classes().equals(split.classNames()))
        .map(set -> new Proof(set, place, set.archivesIn(List.of(place))))
        .filter(proof -> proof.haveSizes() && proof.holds())
        .findFirst();
  }

  private boolean haveSizes() {
    return description.contents().stream()
        .allMatch(content -> place.resolve(content.name()).toFile().length() == content.bytes());
  }

  /** The proof of files that were read by their path as this set, or as its archive. */
  static Proof of(DatasetDescription set, Path path) {
    Path inner = path.resolve(set.unpacked(path).getFileName());
    Path place = Files.isDirectory(inner) ? inner : path;
    List<Path> around =
        Stream.of(place, place.toAbsolutePath().getParent()).filter(Objects::nonNull).toList();
    return new Proof(set, place, set.archivesIn(around));
  }

  /** Asks once. */
  private static final class Once implements BooleanSupplier {
    private final Proof proof;
    private volatile Optional<Boolean> answer = Optional.empty();

    Once(Proof proof) {
      this.proof = proof;
    }

    @Override
    public boolean getAsBoolean() {
      if (answer.isEmpty()) {
        answer = Optional.of(proof.holds());
      }
      return answer.get();
    }
  }
}
