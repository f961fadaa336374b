package org.skipjack.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that files are known by. */
public final class Sha256 {
  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but this one does not.", e);
    }
  }

  /** The digest of a text in UTF-8, in 64 hexadecimal digits. */
  public static String of(String text) {
    MessageDigest digest = begin();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return hexadecimal(digest);
  }

  /** What was digested, in 64 hexadecimal digits. */
  public static String hexadecimal(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
