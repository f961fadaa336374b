package org.skipjack.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the data that a user names: {@code shapes}, {@code shapes16}, {@code shapes32}, {@code
 * cifar10}, or a path.
 *
 * <p>CIFAR-10 is looked for in one folder, the data folder: itself, its folders {@code
 * cifar-10-batches-bin} and {@code cifar10}, and the official archive in either. Nothing is ever
 * downloaded.
 *
 * @param folder the data folder; it need not exist
 */
public record DataLocator(Path folder) {
  /** The environment variable that names the data folder. */
  public static final String VARIABLE = "SKIPJACK_DATA";

  private static final List<String> WORDS = List.of("shapes", "shapes16", "shapes32", "cifar10");
  private static final List<String> CIFAR10_PLACES =
      List.of(
          "cifar-10-batches-bin",
          "cifar10",
          "cifar10/" + "cifar-10-batches-bin",
          "cifar-10-binary.tar.gz",
          "cifar10/" + "cifar-10-binary.tar.gz");

  /** The locator for this process: its environment, operating system and user. */
  public static DataLocator ofProcess() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
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
    return new DataLocator(
        chosen.isBlank() ? cache(environment, system, home).resolve("skipjack") : Path.of(chosen));
  }

  /** The words that name data, in the order in which they should be shown. */
  public static List<String> words() {
    return WORDS;
  }

  /**
   * Draws or reads the data.
   *
   * @param word one of {@link #words()}, or the path of CIFAR-10 in binary form
   * @throws DatasetException if the word means nothing, or the data is missing or damaged
   */
  public DataSplit read(String word) {
    return switch (word) {
      case "shapes", "shapes16" -> Shapes.ofSize(16).split();
      case "shapes32" -> Shapes.ofSize(32).split();
      case "cifar10" -> Cifar10.read(findCifar10());
      default -> Cifar10.read(path(word));
    };
  }

  private Path findCifar10() {
    List<Path> places =
        Stream.concat(Stream.of(folder), CIFAR10_PLACES.stream().map(folder::resolve)).toList();
    return places.stream()
        .filter(place -> Files.isRegularFile(place) || Cifar10.isFolder(place))
        .findFirst()
        .orElseThrow(() -> LocatorErrors.cifar10Missing(folder, places));
  }

  private static Path path(String word) {
    try {
      Path path = Path.of(word);
      if (!word.isBlank() && Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw LocatorErrors.unknown(word, WORDS);
    }
    throw LocatorErrors.unknown(word, WORDS);
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
    return value.isBlank() ? otherwise : Path.of(value);
  }
}
