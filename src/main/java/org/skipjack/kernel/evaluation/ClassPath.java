package org.skipjack.kernel.evaluation;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skipjack.net.Net;

/**
 * What cells are compiled against: the class path of the process. A launcher with loaders of its
 * own leaves our classes out of it, so they are looked for.
 */
final class ClassPath {
  private ClassPath() {}

  /** What cells need and the process's class path does not name. */
  static String missing() {
    List<String> known =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    List<String> missing = new ArrayList<>();
    for (Class<?> anchor : List.of(Net.class)) {
      String place = place(anchor);
      if (!place.isEmpty() && !known.contains(place)) {
        missing.add(place);
      }
    }
    return String.join(File.pathSeparator, missing);
  }

  private static String place(Class<?> anchor) {
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    try {
      return source == null ? "" : Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
