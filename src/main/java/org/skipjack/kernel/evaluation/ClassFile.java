package org.skipjack.kernel.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A compiled class that the compiler can read. */
final class ClassFile extends SimpleJavaFileObject {
  /** What the name of such a file ends with. */
  static final String SUFFIX = ".class";

  private final String binaryName;
  private final Content content;

  /** Gives the bytes of the class. */
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * A class by its file.
   *
   * @param path of the file, from the root of the package names, such as {@code
   *     java/util/Map.class}
   */
  ClassFile(URI uri, String path, Content content) {
    super(uri, Kind.CLASS);
    binaryName = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
    this.content = content;
  }

  /** Such as {@code java.util.Map$Entry}. */
  String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return content.open();
  }
}
