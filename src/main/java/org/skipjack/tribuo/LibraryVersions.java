package org.skipjack.tribuo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tribuo.Tribuo;

/** The versions of what a run's result can depend on. */
final class LibraryVersions {
  private static final String ND4J = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private LibraryVersions() {}

  static Map<String, Object> toMap() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("skipjack", skipjack());
    versions.put("code", CodeDigest.DIGEST);
    versions.put("nd4j", nd4j());
    versions.put("tribuo", Tribuo.VERSION);
    versions.put("java", Runtime.version().toString());
    return Collections.unmodifiableMap(versions);
  }

  /** The version in the jar's manifest; classes in a folder have none. */
  private static String skipjack() {
    String version = LibraryVersions.class.getPackage().getImplementationVersion();
    return Optional.ofNullable(version).orElse("development");
  }

  /** ND4J's manifest has no version, but its Maven coordinates are in its jar. */
  private static String nd4j() {
    try (InputStream in = LibraryVersions.class.getResourceAsStream(ND4J)) {
      if (in == null) {
        return "unknown";
      }
      Properties coordinates = new Properties();
      coordinates.load(in);
      return coordinates.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
