package org.skipjack.kernel.execution;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the classes of cells, and of the jars that cells add. */
final class CellLoader extends URLClassLoader {
  static {
    boolean unused = ClassLoader.registerAsParallelCapable();
  }

  private final Map<String, byte[]> pending = new ConcurrentHashMap<>();

  CellLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  /** Makes classes known, which may name each other in any order. */
  void add(String name, byte[] bytes) {
    pending.put(name, bytes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = pending.remove(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }

  /**
   * Adds jars and folders.
   *
   * @param path separated as on a command line
   */
  void addPath(String path) throws MalformedURLException {
    for (String entry : path.split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        addURL(Path.of(entry).toUri().toURL());
      }
    }
  }
}
