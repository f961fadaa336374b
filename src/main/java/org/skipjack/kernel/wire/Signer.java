package org.skipjack.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages with the key that kernel and client share. Safe for use by many threads. */
final class Signer {
  private final SecretKeySpec key;

  /**
   * Prepares a key.
   *
   * @throws IllegalArgumentException if this Java does not know the scheme
   */
  Signer(ConnectionFile file) {
    String hash = file.scheme().replaceFirst("^hmac-", "").toUpperCase(Locale.ROOT);
    key = new SecretKeySpec(file.key().getBytes(StandardCharsets.UTF_8), "Hmac" + hash);
    try {
      Mac unused = Mac.getInstance(key.getAlgorithm());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "messages signed by %s cannot be checked here.%nFix: Session.signature_scheme = \"hmac-sha256\" in Jupyter's configuration."
              .formatted(file.scheme()),
          e);
    }
  }

  /** The signature of some frames, in hexadecimal. */
  byte[] sign(List<byte[]> frames) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      frames.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was good a moment ago", e);
    }
  }

  /** Whether a signature is right; takes the same time wherever it is wrong. */
  boolean verify(byte[] signature, List<byte[]> frames) {
    return MessageDigest.isEqual(signature, sign(frames));
  }
}
