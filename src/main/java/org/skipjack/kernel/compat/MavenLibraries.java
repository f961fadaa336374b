package org.skipjack.kernel.compat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skipjack.io.Markup;

/**
 * Libraries by their Maven coordinates, with all that they need. The machine's own Maven gets them,
 * so its settings, mirrors and local repository are those that the user knows.
 */
final class MavenLibraries {
  private static final int FEWEST_PARTS = 3;
  private static final int LINES_OF_AN_ERROR = 6;

  private final Map<String, String> repositories = new LinkedHashMap<>();

  /** Looks in this repository too. */
  synchronized void repository(String name, String address) {
    repositories.put(name, address);
  }

  /**
   * The files of libraries.
   *
   * @param coordinates {@code group:artifact:version}, {@code group:artifact:packaging:version} or
   *     {@code group:artifact:packaging:classifier:version}
   */
  List<Path> resolve(List<String> coordinates) throws IOException, InterruptedException {
    if (coordinates.isEmpty()) {
      throw new IllegalArgumentException(
          "which library?%nFix: %%maven org.apache.commons:commons-text:1.12.0".formatted());
    }
    return resolvePom(
        project(
            coordinates.stream()
                .map(MavenLibraries::dependency)
                .collect(Collectors.joining("", "<dependencies>", "</dependencies>"))));
  }

  /** The files of the libraries that a project needs at run time. */
  List<Path> resolvePom(String project) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("skipjack-maven");
    Path pom = folder.resolve("pom.xml");
    try {
      Files.writeString(pom, project.replace("<!--repositories-->", repositories()));
      return resolveFile(pom);
    } finally {
      Files.deleteIfExists(pom);
      Files.deleteIfExists(folder);
    }
  }

  /** The files of the libraries that the project of a file needs at run time. */
  List<Path> resolveFile(Path pom) throws IOException, InterruptedException {
    Path found = Files.createTempFile("skipjack-classpath", "");
    Path log = Files.createTempFile("skipjack-maven", ".log");
    try {
      run(pom, found, log);
      Set<String> here =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
              .map(entry -> new File(entry).getName())
              .collect(Collectors.toSet());
      return Stream.of(Files.readString(found).strip().split(File.pathSeparator, -1))
          .filter(entry -> !entry.isEmpty() && !here.contains(new File(entry).getName()))
          .map(Path::of)
          .toList();
    } finally {
      Files.deleteIfExists(found);
      Files.deleteIfExists(log);
    }
  }

  private static void run(Path pom, Path found, Path log) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(File.separatorChar == '\\' ? "mvn.cmd" : "mvn", "-B", "-q", "-f", pom + ""));
    command.add("dependency:build-classpath");
    command.add("-Dmdep.includeScope=runtime");
    command.add("-Dmdep.outputFile=" + found);
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "there is no mvn to get libraries with.%nFix: install Maven, or use %%jars with files that are here."
              .formatted(),
          e);
    }
    try {
      if (process.waitFor() != 0) {
        throw new IllegalArgumentException("Maven did not get it:\n" + said(log));
      }
    } finally {
      process.destroy();
    }
  }

  private static String said(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("[ERROR]") && !line.contains("[Help"))
        .map(line -> line.substring("[ERROR]".length()).strip())
        .filter(line -> !line.isEmpty())
        .distinct()
        .limit(LINES_OF_AN_ERROR)
        .collect(Collectors.joining("\n"));
  }

  /** A whole project around what a cell names: a project, its dependencies, or some of them. */
  static String project(String body) {
    if (body.contains("<project")) {
      return body;
    }
    String dependencies =
        body.contains("<dependencies") ? body : "<dependencies>" + body + "</dependencies>";
    return """
        <project><modelVersion>4.0.0</modelVersion><groupId>notebook</groupId>\
        <artifactId>notebook</artifactId><version>1</version><!--repositories-->%s</project>
        """
        .formatted(dependencies);
  }

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    boolean whole = Arrays.stream(parts).noneMatch(String::isBlank);
    if (parts.length < FEWEST_PARTS || parts.length > FEWEST_PARTS + 2 || !whole) {
      throw new IllegalArgumentException(
          "\"%s\" names no library.%nFix: group:artifact:version, such as org.apache.commons:commons-text:1.12.0"
              .formatted(coordinates));
    }
    String packaging = parts.length > FEWEST_PARTS ? element("type", parts[2]) : "";
    String classifier = parts.length > FEWEST_PARTS + 1 ? element("classifier", parts[3]) : "";
    return element(
        "dependency",
        "\n",
        element("groupId", parts[0]),
        element("artifactId", parts[1]),
        element("version", parts[parts.length - 1]),
        packaging,
        classifier);
  }

  private synchronized String repositories() {
    return repositories.entrySet().stream()
        .map(
            one ->
                element(
                    "repository",
                    "\n",
                    element("id", one.getKey()),
                    element("url", one.getValue())))
        .collect(Collectors.joining("", "<repositories>", "</repositories>"));
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + Markup.escaped(text) + "</" + name + ">";
  }

  private static String element(String name, String first, String... inner) {
    return "<" + name + ">" + first + String.join("", inner) + "</" + name + ">";
  }
}
