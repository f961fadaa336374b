package org.skipjack.data.catalog;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.skipjack.data.DataOrigin;
import org.skipjack.data.DataSplit;
import org.skipjack.data.DatasetException;
import org.skipjack.data.ReadOptions;
import org.skipjack.data.format.Cifar10;
import org.skipjack.data.format.Cifar100;
import org.skipjack.data.format.Csv;
import org.skipjack.data.format.Idx;
import org.skipjack.data.format.ImageFolder;
import org.skipjack.data.shapes.Shapes;
import org.skipjack.io.PathText;
import org.skipjack.io.UserHome;

/**
 * Finds the data that a user names: {@code shapes}, {@code shapes16}, {@code shapes32}, a published
 * set of the {@link Catalog}, or a path.
 *
 * <p>A published set is looked for in the data folder: unpacked in {@code NAME} or in the folder
 * itself, or as its official archives, which are then unpacked. Reading downloads nothing; {@link
 * #fetch} does. A path is a folder of CIFAR or IDX files, a folder of images, or a CSV file.
 *
 * @param folder the data folder; it need not exist
 */
public record DataLocator(Path folder) {
  /** The environment variable that names the data folder. */
  public static final String VARIABLE = "SKIPJACK_DATA";

  private static final List<String> DRAWN = List.of("shapes", "shapes16", "shapes32");

  /** The locator for this process: its environment, operating system and user. */
  public static DataLocator ofProcess() {
    return of(System.getenv(), System.getProperty("os.name"), UserHome.folder());
  }

  /**
   * The locator for an environment: {@code SKIPJACK_DATA} if it is set, else {@code skipjack} in
   * the user's cache folder.
   *
   * @param environment the environment variables
   * @param system the name of the operating system, as in the property {@code os.name}
   * @param home the user's home folder
   */
  public static DataLocator of(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    try {
      return new DataLocator(
          chosen.isBlank()
              ? cache(environment, system, home).resolve("skipjack")
              : Path.of(chosen));
    } catch (InvalidPathException e) {
      throw LocatorErrors.unnameable(chosen);
    }
  }

  /** The words that name data, in the order in which they should be shown. */
  public static List<String> words() {
    return Stream.concat(DRAWN.stream(), Catalog.names().stream()).toList();
  }

  /** As {@link #read(String, ReadOptions, Consumer)}, telling on standard error. */
  public DataSplit read(String word) {
    return read(word, ReadOptions.DEFAULT, System.err::println);
  }

  /**
   * Draws or opens the data.
   *
   * @param word one of {@link #words()}, or a path
   * @param options how to take data that leaves a choice
   * @param tell gets a line whenever archives that were put into the data folder are taken up, and
   *     on what of a path is left out
   * @throws DatasetException if the word means nothing, or the data is missing or damaged
   */
  public DataSplit read(String word, ReadOptions options, Consumer<String> tell) {
    if (DRAWN.contains(word)) {
      return Shapes.ofSize(word.equals("shapes32") ? 32 : 16)
          .split()
          .from(new DataOrigin(word, options));
    }
    if (word.equals("emnist")) {
      throw LocatorErrors.whichEmnist(Catalog.names());
    }
    if (Catalog.names().contains(word)) {
      DataSplit published = new DataFolder(folder, Catalog.find(word)).open(tell);
      return published.from(new DataOrigin(word, options));
    }
    Path path = path(word);
    return open(path, options, tell)
        .from(new DataOrigin(path.toAbsolutePath().toString(), options));
  }

  /**
   * Reads again what was read before.
   *
   * @throws DatasetException if it is missing or damaged now
   */
  public DataSplit read(DataOrigin origin) {
    return origin.applyTo(read(origin.word(), origin.options(), System.err::println));
  }

  /**
   * Downloads a published set and unpacks it; what is there already is kept.
   *
   * @param progress is told how far each download is
   * @param tell gets a line on each step
   * @throws DatasetException if the name is unknown, or the set can be had from nowhere
   */
  public void fetch(String name, Download.Progress progress, Consumer<String> tell) {
    new DatasetFetcher(new DataFolder(folder, described(name)), progress, tell).run();
  }

  /**
   * Compares a published set with what is published of it.
   *
   * @throws DatasetException if the name is unknown, or the set is not here or damaged
   */
  public DatasetVerification verify(String name) {
    return DatasetVerification.of(new DataFolder(folder, described(name)));
  }

  /** Whether a published set is in the data folder, unpacked or as archives. */
  public boolean has(DatasetDescription datasetDescription) {
    DataFolder place = new DataFolder(folder, datasetDescription);
    return place.unpacked().isPresent() || place.archives().isPresent();
  }

  private static DatasetDescription described(String name) {
    if (name.equals("emnist")) {
      throw LocatorErrors.whichEmnist(Catalog.names());
    }
    return Catalog.find(name);
  }

  private static DataSplit open(Path path, ReadOptions options, Consumer<String> tell) {
    if (!Files.isDirectory(path)) {
      String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        return Csv.read(path, options, tell);
      }
      if (name.matches(".*(\\.csv|ubyte)\\.gz")) {
        throw LocatorErrors.compressed(path);
      }
      if (name.matches(".*\\.(tar\\.gz|tgz)")) {
        return marked(name.contains("100") ? Cifar100.read(path) : Cifar10.read(path), path);
      }
      throw LocatorErrors.noReader(path);
    }
    if (Cifar10.isFolder(path) || Cifar10.isFolder(path.resolve("cifar-10-batches-bin"))) {
      return marked(Cifar10.read(path), path);
    }
    if (Cifar100.isFolder(path) || Cifar100.isFolder(path.resolve("cifar-100-binary"))) {
      return marked(Cifar100.read(path), path);
    }
    if (Files.exists(path.resolve("data_batch_1"))) {
      return Cifar10.read(path);
    }
    if (Idx.isFolder(path)) {
      DataSplit split = Idx.read(path, tell);
      Optional<Proof> proof = Proof.ofIdx(split, path);
      if (proof.isPresent()) {
        return proof.get().mark(split);
      }
      return Catalog.names().contains(split.name()) ? Proof.unknown(split) : split;
    }
    return Csv.isFolder(path)
        ? Csv.read(path, options, tell)
        : ImageFolder.read(path, options, tell);
  }

  /** A set that is read as a published one is official only if it is shown to be. */
  private static DataSplit marked(DataSplit split, Path path) {
    return Proof.of(Catalog.find(split.name()), path).mark(split);
  }

  private static Path path(String word) {
    try {
      Path path = Path.of(word);
      if (!word.isBlank() && Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      boolean isAscii = word.chars().allMatch(letter -> letter < 128);
      throw isAscii ? LocatorErrors.unknown(word, words()) : LocatorErrors.unnameable(word);
    }
    throw LocatorErrors.unknown(word, words());
  }

  private static Path cache(Map<String, String> environment, String system, Path home) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return set(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    }
    return lower.startsWith("mac")
        ? home.resolve("Library").resolve("Caches")
        : set(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
  }

  private static Path set(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? otherwise : PathText.of(value);
  }
}
