package org.skipjack.tribuo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.skipjack.io.Sha256;

/**
 * The digest of Skipjack's own code, which a version number does not tell while it is worked on.
 */
final class CodeDigest {
  private static final int SHORT = 12;

  /** The beginning of the SHA-256 of the jar, or of all files of the folder of classes. */
  static final String DIGEST = digest();

  private CodeDigest() {}

  private static String digest() {
    CodeSource source = CodeDigest.class.getProtectionDomain().getCodeSource();
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
    MessageDigest sha = Sha256.begin();
    for (Path file : files) {
      sha.update(Files.readAllBytes(file));
    }
    return Sha256.hexadecimal(sha).substring(0, SHORT);
  }
}
