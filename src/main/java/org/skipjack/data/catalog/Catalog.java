package org.skipjack.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The published data sets that are known by name. */
public final class Catalog {
  private static final List<String> NAMES =
      List.of(
          "cifar10",
          "cifar100",
          "mnist",
          "fashion-mnist",
          "emnist-balanced",
          "emnist-byclass",
          "emnist-bymerge",
          "emnist-letters",
          "emnist-digits",
          "emnist-mnist");

  private Catalog() {}

  /** The names in the order in which they should be shown. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The description of a set.
   *
   * @throws org.skipjack.data.DatasetException if there is no set of that name
   */
  public static DatasetDescription find(String name) {
    if (!NAMES.contains(name)) {
      throw LocatorErrors.unknown(name, NAMES);
    }
    try (InputStream in = Catalog.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("the description of " + name + " is not in the jar.");
      }
      return DescriptionReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
