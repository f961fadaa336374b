package org.skipjack.kernel.compat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.skipjack.kernel.documentation.LibraryDocs;

/**
 * The sources and Javadoc of libraries that cells added: from the jars beside theirs, or, for those
 * that Maven got, from where it got them. They are asked for when somebody asks about a name, once;
 * where they cannot be had, nothing is said.
 */
final class LibrarySources implements LibraryDocs {
  /** What a person waits for an answer; what comes later is there for the next question. */
  private static final int PATIENCE_SECONDS = 10;

  private static final int LONGEST_SECONDS = 60;
  private static final long LARGEST_FILE = 8L << 20;
  private static final String JAR = ".jar";

  private final MavenLibraries maven;
  private final Set<Path> jars = new LinkedHashSet<>();
  private final Map<String, CompletableFuture<Optional<Path>>> companions =
      new ConcurrentHashMap<>();

  LibrarySources(MavenLibraries maven) {
    this.maven = maven;
  }

  /** A jar that cells can use now. */
  synchronized void added(Path path) {
    if (path.toString().endsWith(JAR)) {
      boolean unused = jars.add(path.toAbsolutePath());
    }
  }

  @Override
  public Optional<String> source(String file) {
    return text("sources", file.replaceFirst("\\.java$", ".class"), file);
  }

  @Override
  public Optional<String> page(String file) {
    String type = file.replaceFirst("\\.html$", "");
    int simple = type.lastIndexOf('/') + 1;
    String compiled = type.substring(0, simple) + type.substring(simple).replace('.', '$');
    return text("javadoc", compiled + ".class", file);
  }

  private Optional<String> text(String classifier, String compiled, String file) {
    for (Path jar : copy()) {
      if (entry(jar, compiled::equals, zip -> "").isPresent()) {
        return companion(jar, classifier)
            .flatMap(
                companion ->
                    // The pages of a module are in a folder of its name
                    entry(
                        companion,
                        name -> name.equals(file) || name.endsWith("/" + file),
                        LibrarySources::read));
      }
    }
    return Optional.empty();
  }

  private synchronized Set<Path> copy() {
    return new LinkedHashSet<>(jars);
  }

  private Optional<Path> companion(Path jar, String classifier) {
    Path beside = Path.of(jar.toString().replaceFirst("\\.jar$", "-" + classifier + JAR));
    if (Files.isRegularFile(beside)) {
      return Optional.of(beside);
    }
    try {
      return companions
          .computeIfAbsent(beside.toString(), one -> fetched(jar, classifier))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /** On a thread of its own: the cells may keep the common ones busy. */
  private CompletableFuture<Optional<Path>> fetched(Path jar, String classifier) {
    return CompletableFuture.supplyAsync(
        () -> maven.beside(jar, classifier, LONGEST_SECONDS),
        work -> {
          Thread thread = new Thread(work, "library-sources");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** What is done with an entry of a jar. */
  private interface Use {
    String of(Opened opened) throws IOException;
  }

  /** A jar and one of its entries. */
  private record Opened(ZipFile zip, ZipEntry entry) {}

  private static Optional<String> entry(Path jar, Predicate<String> wanted, Use use) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Optional<? extends ZipEntry> found =
          zip.stream().filter(entry -> wanted.test(entry.getName())).findFirst();
      return found.isPresent()
          ? Optional.of(use.of(new Opened(zip, found.get())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // a jar that cannot be read has nothing to say
    }
  }

  private static String read(Opened opened) throws IOException {
    if (opened.entry().getSize() > LARGEST_FILE) {
      throw new IOException("too large");
    }
    return new String(
        opened.zip().getInputStream(opened.entry()).readNBytes((int) LARGEST_FILE),
        StandardCharsets.UTF_8);
  }
}
