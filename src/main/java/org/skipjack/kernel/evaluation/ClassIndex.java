package org.skipjack.kernel.evaluation;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The compiled classes of one place on the class path, by package. */
interface ClassIndex {
  /** The classes of a package, such as {@code java.util}; none if the package is not here. */
  List<ClassFile> in(String packageName);

  /** The classes of a jar or folder; none where there is neither. */
  static ClassIndex of(Path place) {
    return Files.isDirectory(place) ? new Folder(place) : Jar.read(place);
  }

  /**
   * The classes of a jar. Of one for several releases of Java they are those of the oldest, which
   * have the API of all.
   *
   * @param packages names of files, by the folder that they are in
   */
  record Jar(ZipFile zip, Map<String, List<String>> packages) implements ClassIndex {
    private static ClassIndex read(Path place) {
      try {
        return index(new ZipFile(place.toFile())); // open as long as the compiler may read from it
      } catch (IOException e) {
        return packageName -> List.of(); // as for the compiler itself
      }
    }

    private static Jar index(ZipFile zip) {
      Map<String, List<String>> packages = new HashMap<>();
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(ClassFile.SUFFIX)) {
          String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
          packages.computeIfAbsent(folder, one -> new ArrayList<>()).add(name);
        }
      }
      return new Jar(zip, packages);
    }

    @Override
    public List<ClassFile> in(String packageName) {
      return packages.getOrDefault(packageName.replace('.', '/'), List.of()).stream()
          .map(name -> new ClassFile(uri(name), name, () -> open(name)))
          .toList();
    }

    private URI uri(String name) {
      try {
        return new URI("jar", "", "/" + zip.getName() + "!/" + name, null);
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    private InputStream open(String name) throws IOException {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new IOException("%s has no %s".formatted(zip.getName(), name));
      }
      return zip.getInputStream(entry);
    }
  }

  /** The classes of a folder, as they are when asked for. */
  record Folder(Path root) implements ClassIndex {
    @Override
    public List<ClassFile> in(String packageName) {
      Path folder = root.resolve(packageName.replace('.', File.separatorChar));
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      List<ClassFile> found = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ClassFile.SUFFIX)) {
        for (Path file : files) {
          String path = root.relativize(file).toString().replace(File.separatorChar, '/');
          found.add(new ClassFile(file.toUri(), path, () -> Files.newInputStream(file)));
        }
        return found;
      } catch (IOException e) {
        return List.of();
      }
    }
  }
}
