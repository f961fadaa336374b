package org.skipjack.data.catalog;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A published digest of a file.
 *
 * @param algorithm {@code "SHA-256"}, or {@code "MD5"} where that alone is published
 * @param hex the digest in hexadecimal
 */
record Digest(String algorithm, String hex) {

  /** The digest of a file in this algorithm. */
  String of(Path file) throws IOException {
    MessageDigest digest = start();
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  boolean matches(Path file) throws IOException {
    return hex.equals(of(file));
  }

  private MessageDigest start() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm + ".", e);
    }
  }

  /** For example {@code "SHA-256 58a8…"}. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
