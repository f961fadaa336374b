package org.skipjack.data.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skipjack.data.DatasetException;
import org.skipjack.data.FileName;

/**
 * The relevant files of a folder: symbolic links are followed; hidden files and those made by the
 * system are skipped.
 *
 * @param folder the folder
 */
record ImageTree(Path folder) {
  private static final Set<String> BY_SYSTEMS =
      Set.of("__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found");

  /** The folders directly in it, in the order of their names. */
  List<ImageTree> folders() {
    return children().stream().filter(Files::isDirectory).map(ImageTree::new).toList();
  }

  /** How many images are directly in it. */
  long loose() {
    return children().stream()
        .filter(Files::isRegularFile)
        .filter(file -> isImage(file) || isOfOtherFormat(file))
        .count();
  }

  /**
   * The images at any depth, in the order of their paths.
   *
   * @throws DatasetException if an image is of a format that is not read, or a link leads nowhere
   */
  List<Path> images() {
    List<Path> images = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes a) {
              boolean passed = !visited.equals(folder) && isHidden(visited);
              return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              add(file, attributes, images);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof FileSystemLoopException) {
                throw FolderErrors.loop(file);
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw FolderErrors.unlisted(folder, e);
    }
    Collections.sort(images);
    return List.copyOf(images);
  }

  private static void add(Path file, BasicFileAttributes attributes, List<Path> images) {
    if (isHidden(file)) {
      return;
    }
    if (isOfOtherFormat(file)) {
      throw FolderErrors.unreadFormat(file);
    }
    if (isImage(file) && attributes.isSymbolicLink()) {
      throw FolderErrors.brokenLink(file);
    }
    if (isImage(file) && attributes.isRegularFile()) {
      images.add(file);
    }
  }

  private List<Path> children() {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path child : found) {
        if (isHidden(child)) {
          continue;
        }
        if (Files.isSymbolicLink(child) && !Files.exists(child)) {
          throw FolderErrors.brokenLink(child);
        }
        children.add(child);
      }
    } catch (IOException e) {
      throw FolderErrors.unlisted(folder, e);
    }
    Collections.sort(children);
    return children;
  }

  /** Its name. */
  String name() {
    return FileName.of(folder);
  }

  private static boolean isHidden(Path path) {
    String name = FileName.of(path);
    return name.startsWith(".") || BY_SYSTEMS.contains(name);
  }

  private static boolean isOfOtherFormat(Path file) {
    return lower(file)
        .matches(
            ".*\\.(gif|bmp|webp|tif|tiff|ppm|pgm|pbm|pnm|heic|heif|avif|jp2|jxl|tga|svg|psd|exr)");
  }

  private static boolean isImage(Path file) {
    return lower(file).matches(".*\\.(png|jpg|jpeg|jpe|jfif)");
  }

  private static String lower(Path file) {
    return FileName.of(file).toLowerCase(Locale.ROOT);
  }
}
