package org.skipjack.data;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The last name of a path as text.
 *
 * <p>Java reads names in the encoding of the locale, so under {@code LC_ALL=C} it has a replacement
 * for each byte of a letter that is not ASCII, and two names can become one. The path itself keeps
 * the bytes, and its URI has them; they are UTF-8 wherever they make sense so.
 */
public final class FileName {
  private static final char REPLACEMENT = '\uFFFD';

  private FileName() {}

  public static String of(Path path) {
    String text = String.valueOf(path.getFileName());
    return text.indexOf(REPLACEMENT) < 0 ? text : ofBytes(path.toUri(), text);
  }

  private static String ofBytes(URI uri, String otherwise) {
    String path = uri.getRawPath().replaceAll("/$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    ByteBuffer bytes = ByteBuffer.allocate(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean escaped = name.charAt(i) == '%';
      bytes.put((byte) (escaped ? Integer.parseInt(name, i + 1, i + 3, 16) : name.charAt(i)));
      i += escaped ? 2 : 0;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return otherwise;
    }
  }
}
