package org.skipjack.kernel.compat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.display.Output;
import org.skipjack.kernel.display.Rendering;

/** IJava's magics, and some more: libraries, time, the stack of the last error. */
final class KernelMagics {
  private final NotebookKernel kernel;
  private final Output output;
  private final MavenLibraries maven;

  KernelMagics(NotebookKernel kernel, Output output, MavenLibraries maven) {
    this.maven = maven;
    this.kernel = kernel;
    this.output = output;
  }

  void register(MagicsRegistry registry) {
    registry.registerLineMagic("classpath", (k, words) -> classpath(words));
    for (String name : List.of("jars", "jar")) {
      registry.registerLineMagic(name, (k, words) -> jars(words));
    }
    for (String name : List.of("maven", "addMavenDependency", "addMavenDependencies")) {
      registry.registerLineMagic(name, (k, words) -> add(maven.resolve(words)));
    }
    for (String name : List.of("mavenRepo", "addMavenRepo")) {
      registry.registerLineMagic(name, (k, words) -> repository(words));
    }
    registry.registerLineMagic("loadFromPOM", (k, words) -> loadFromPom(words));
    registry.registerCellMagic(
        "loadFromPOM",
        (k, words, body) ->
            add(maven.resolvePom(PomFragment.project(body, maven.repositories()), words)));
    registry.registerLineMagic("time", (k, words) -> time(String.join(" ", words)));
    registry.registerCellMagic("time", (k, words, body) -> time(body));
    registry.registerLineMagic("clear", (k, words) -> clear());
    registry.registerLineMagic("stack", (k, words) -> stack());
    registry.registerLineMagic("help", (k, words) -> help(String.join(" ", words), false));
    registry.registerLineMagic("source", (k, words) -> help(String.join(" ", words), true));
    registry.registerLineMagic("lsmagic", (k, words) -> list(registry));
  }

  /** Names with their mark, sorted. */
  static String names(String mark, Collection<String> names) {
    return names.stream().sorted().map(name -> mark + name).collect(Collectors.joining(" "));
  }

  private @Nullable Object classpath(List<String> globs) throws IOException {
    List<String> unused = add(matching(globs, "", "%classpath target/classes lib/*.jar"));
    return null;
  }

  private List<String> jars(List<String> globs) throws IOException {
    List<String> all = new ArrayList<>();
    for (String glob : globs) { // a folder stands for the jars in it
      boolean folder = Files.isDirectory(Path.of(expanded(glob)));
      all.add(folder ? glob + File.separator + "*.jar" : glob);
    }
    return add(matching(all, ".jar", "%jars lib/*.jar"));
  }

  private @Nullable Object repository(List<String> words) {
    if (words.size() != 2) {
      throw new IllegalArgumentException(
          "a repository has a name and an address.%nFix: %%mavenRepo snapshots https://…"
              .formatted());
    }
    maven.repository(words.get(0), words.get(1));
    return null;
  }

  private List<String> loadFromPom(List<String> words) throws IOException, InterruptedException {
    Path file = Path.of(words.isEmpty() ? "pom.xml" : words.get(0));
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "there is no %s.%nFix: %%loadFromPOM path/to/pom.xml".formatted(file.toAbsolutePath()));
    }
    return add(maven.resolveFile(file, words.subList(Math.min(1, words.size()), words.size())));
  }

  /** Lets cells use these, and gives those that are new. */
  private List<String> add(Collection<Path> entries) {
    List<String> paths = entries.stream().map(Path::toString).toList();
    if (!paths.isEmpty()) {
      kernel.addToClasspath(String.join(File.pathSeparator, paths));
    }
    return paths;
  }

  private @Nullable Object time(String code) {
    long begin = System.nanoTime();
    Object value = kernel.evalRaw(code);
    output.print(
        Output.Stream.STDOUT,
        String.format(Locale.ROOT, "took %.3f s%n", (System.nanoTime() - begin) / 1e9));
    return value;
  }

  private @Nullable Object clear() {
    output.clear(false);
    return null;
  }

  private @Nullable Object stack() {
    List<String> stack = kernel.session().lastStack();
    output.print(
        Output.Stream.STDOUT,
        stack.isEmpty() ? "no cell has failed\n" : String.join("\n", stack) + "\n");
    return null;
  }

  private Rendering help(String name, boolean source) {
    return kernel
        .inspection()
        .of(name, name.length(), source)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing is known of %s.%nFix: a name, or what comes before it too: net().conv?"
                        .formatted(name.isEmpty() ? "nothing" : name)));
  }

  private @Nullable Object list(MagicsRegistry registry) {
    output.print(
        Output.Stream.STDOUT,
        names("%", registry.getLineMagicNames())
            + "\n"
            + names("%%", registry.getCellMagicNames())
            + "\n");
    return null;
  }

  private static Set<Path> matching(List<String> globs, String ending, String example)
      throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (String glob : globs) {
      int before = found.size();
      found.addAll(matching(glob, ending));
      if (found.size() == before) {
        throw new IllegalArgumentException(
            "nothing here is called %s, from %s.%nFix: %s"
                .formatted(glob, Path.of("").toAbsolutePath(), example));
      }
    }
    return found;
  }

  private static List<Path> matching(String glob, String ending) throws IOException {
    String absolute =
        Path.of("").toAbsolutePath().resolve(expanded(glob).replace('*', '\u0001')).toString();
    Path pattern = Path.of(absolute);
    int folders = 0;
    while (folders < pattern.getNameCount() && !special(pattern.getName(folders).toString())) {
      folders++;
    }
    if (folders == pattern.getNameCount()) {
      return Files.exists(pattern) ? List.of(pattern) : List.of();
    }
    Path root = pattern.getRoot().resolve(pattern.subpath(0, Math.max(1, folders)));
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + absolute.replace('\u0001', '*').replace("\\", "\\\\"));
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> matcher.matches(file) && file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static String expanded(String glob) {
    return glob.startsWith("~/") ? System.getProperty("user.home") + glob.substring(1) : glob;
  }

  private static boolean special(String name) {
    return name.chars().anyMatch(letter -> letter == '\u0001' || "?[{".indexOf(letter) >= 0);
  }
}
