package org.skipjack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** One simple name is one type: in our sources, and among what a notebook imports. */
class NamesTest {
  private static final Path MAIN = Path.of("src/main/java");

  @Test
  void no_two_of_our_types_have_the_same_simple_name() throws IOException {
    Map<String, TreeSet<String>> files = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(MAIN)) {
      sources
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .forEach(
              file ->
                  files
                      .computeIfAbsent(file.getFileName().toString(), name -> new TreeSet<>())
                      .add(MAIN.relativize(file).toString()));
    }
    files.values().removeIf(places -> places.size() == 1);
    assertThat(files).as("simple names that stand for more than one type").isEmpty();
  }

  @Test
  void what_a_notebook_imports_is_never_ambiguous_and_hides_nothing() throws IOException {
    List<String> imports =
        Files.readAllLines(Path.of("kernel/startup.jsh")).stream()
            .filter(line -> line.startsWith("import ") && !line.startsWith("import static "))
            .map(line -> line.substring("import ".length(), line.indexOf(';')))
            .toList();
    assertThat(imports).contains("org.skipjack.train.*", "java.util.*", "org.tribuo.Model");
    Map<String, TreeSet<String>> byName =
        imports.stream()
            .flatMap(NamesTest::publicTypes)
            .collect(
                groupingBy(
                    name -> name.substring(name.lastIndexOf('.') + 1),
                    TreeMap::new,
                    mapping(name -> name, toCollection(TreeSet::new))));
    assertThat(byName).containsKeys("Net", "Recipe", "List", "Label");
    byName
        .values()
        .removeIf(
            types ->
                types.size() == 1
                    || types.stream().noneMatch(type -> type.startsWith("org.skipjack.")));
    assertThat(byName).as("names of ours that a notebook's imports make ambiguous").isEmpty();
  }

  @Test
  void the_files_that_contributing_names_are_there() throws IOException {
    List<String> named =
        Pattern.compile("`([\\w/]+\\.java)`")
            .matcher(Files.readString(Path.of("CONTRIBUTING.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(named).contains("net/Net.java", "graph/Lowering.java");
    assertThat(named)
        .allSatisfy(file -> assertThat(MAIN.resolve("org/skipjack").resolve(file)).exists());
  }

  /** The public top-level types that an import brings, and those of {@code java.lang} with them. */
  private static Stream<String> publicTypes(String imported) {
    if (!imported.endsWith(".*")) {
      return Stream.of(imported);
    }
    String folder = imported.substring(0, imported.length() - 2);
    return Stream.of(folder, "java.lang").flatMap(NamesTest::publicTypesOf).distinct();
  }

  private static Stream<String> publicTypesOf(String folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (JavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Stream.Builder<String> names = Stream.builder();
      for (var location :
          List.of(StandardLocation.CLASS_PATH, StandardLocation.PLATFORM_CLASS_PATH)) {
        for (JavaFileObject file :
            files.list(location, folder, EnumSet.of(JavaFileObject.Kind.CLASS), false)) {
          String name = files.inferBinaryName(location, file);
          if (isPublicTopLevel(name)) {
            names.add(name);
          }
        }
      }
      return names.build();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isPublicTopLevel(String name) {
    try {
      Class<?> type = Class.forName(name, false, NamesTest.class.getClassLoader());
      return !name.contains("$") && java.lang.reflect.Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
