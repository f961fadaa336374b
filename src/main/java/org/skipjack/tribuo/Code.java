package org.skipjack.tribuo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The digest of Skipjack's own code, which a version number does not tell while it is worked on.
 */
final class Code {
  private static final int SHORT = 12;

  /** The beginning of the SHA-256 of the jar, or of all files of the folder of classes. */
  static final String DIGEST = digest();

  private Code() {}

  private static String digest() {
    CodeSource source = Code.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "unknown";
    }
    try (Stream<Path> files = Files.walk(Path.of(source.getLocation().toURI()))) {
      return digest(files.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException | URISyntaxException e) {
      return "unknown";
    }
  }

  private static String digest(List<Path> files) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        sha.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(sha.digest()).substring(0, SHORT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
    }
  }
}
