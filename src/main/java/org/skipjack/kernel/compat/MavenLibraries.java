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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.UserHome;
import org.w3c.dom.Node;

/**
 * Libraries by their Maven coordinates, with all that they need. The machine's own Maven gets them,
 * so its settings, mirrors and local repository are those that the user knows.
 */
final class MavenLibraries {
  private static final int FEWEST_PARTS = 3;
  private static final int LINES_OF_AN_ERROR = 6;

  /** What a scope of Maven's takes in is one of these. */
  private static final Set<String> SCOPES =
      Set.of("compile", "runtime", "system", "import", "provided", "test");

  /** The command, where it is not the one on the path. */
  private static final String COMMAND = "skipjack.maven";

  private final Map<String, String> repositories = new LinkedHashMap<>();

  /** In which repositories a library was found, as XML. */
  private final Map<Path, String> origins = new ConcurrentHashMap<>();

  /** Looks in this repository too. */
  synchronized void repository(String name, String address) {
    repositories.put(name, address);
  }

  /** The repositories in which to look too, as XML. */
  synchronized String repositories() {
    return repositories.entrySet().stream()
        .map(
            one ->
                MavenXml.around(
                    "repository",
                    MavenXml.element("id", one.getKey()),
                    MavenXml.element("url", one.getValue())))
        .collect(Collectors.joining());
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
    String dependencies =
        coordinates.stream().map(MavenLibraries::dependency).collect(Collectors.joining());
    return resolvePom(MavenXml.project(dependencies, repositories(), ""), List.of());
  }

  /**
   * The files of the libraries that a project needs.
   *
   * @param scopes what it needs them for; if empty, to run
   */
  List<Path> resolvePom(String project, List<String> scopes)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("skipjack-maven");
    Path pom = folder.resolve("pom.xml");
    try {
      Files.writeString(pom, project);
      return resolveFile(pom, scopes);
    } finally {
      Files.deleteIfExists(pom);
      Files.deleteIfExists(folder);
    }
  }

  /**
   * The files of the libraries that the project of a file needs.
   *
   * @param scopes what it needs them for; if empty, to run
   */
  List<Path> resolveFile(Path pom, List<String> scopes) throws IOException, InterruptedException {
    Set<String> here =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> new File(entry).getName())
            .collect(Collectors.toSet());
    List<Path> found =
        found(pom, scope(scopes), Integer.MAX_VALUE).stream()
            .filter(entry -> !here.contains(entry.getFileName().toString()))
            .toList();
    String from = repositoriesOf(Files.readString(pom));
    found.forEach(jar -> origins.put(jar, from));
    return found;
  }

  /**
   * What was published beside a library, such as its sources.
   *
   * @param jar a library that was found here
   * @param seconds after which it is given up
   */
  Optional<Path> beside(Path jar, String classifier, int seconds) {
    String from = origins.get(jar);
    Path described = Path.of(jar.toString().replaceFirst("\\.jar$", ".pom"));
    if (from == null || !Files.isRegularFile(described)) {
      return Optional.empty();
    }
    Path pom = null;
    try {
      pom = Files.createTempFile("skipjack-maven", ".xml");
      Files.writeString(pom, MavenXml.project(companion(described, classifier), from, ""));
      return found(pom, "runtime", seconds).stream()
          .filter(one -> one.getFileName().toString().contains("-" + classifier))
          .findFirst();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty(); // a library without them can be used all the same
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      delete(pom);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      boolean unused = file != null && Files.deleteIfExists(file);
    } catch (IOException e) {
      // The system clears its folder of temporary files
    }
  }

  /** A dependency on what lies beside a library, and on nothing else. */
  private static String companion(Path described, String classifier) throws IOException {
    Node project = MavenXml.parsed(Files.readString(described)).getDocumentElement();
    String group = MavenXml.child(project, "groupId");
    if (group.isEmpty()) {
      group =
          MavenXml.elements(project).stream()
              .filter(one -> one.getNodeName().equals("parent"))
              .map(parent -> MavenXml.child(parent, "groupId"))
              .findFirst()
              .orElse("");
    }
    Path folder = Objects.requireNonNull(described.toAbsolutePath().getParent());
    return MavenXml.around(
        "dependency",
        MavenXml.element("groupId", group),
        MavenXml.element("artifactId", MavenXml.child(project, "artifactId")),
        MavenXml.element("version", folder.getFileName().toString()),
        MavenXml.element("classifier", classifier),
        MavenXml.around(
            "exclusions",
            MavenXml.around(
                "exclusion",
                MavenXml.element("groupId", "*"),
                MavenXml.element("artifactId", "*"))));
  }

  private static String repositoriesOf(String pom) {
    Matcher all = Pattern.compile("(?s)<repositories>(.*?)</repositories>").matcher(pom);
    return all.find() ? all.group(1) : "";
  }

  /** The scope in Maven's sense that takes in all of these. */
  private static String scope(List<String> wanted) {
    for (String one : wanted) {
      if (!SCOPES.contains(one)) {
        throw new IllegalArgumentException(
            "there is no scope %s.%nFix: one of %s"
                .formatted(one, SCOPES.stream().sorted().collect(Collectors.joining(" "))));
      }
    }
    if (wanted.contains("test")) {
      return "test";
    }
    return wanted.contains("provided") || wanted.contains("system") ? "compile" : "runtime";
  }

  private static List<Path> found(Path pom, String scope, int seconds)
      throws IOException, InterruptedException {
    Path found = Files.createTempFile("skipjack-classpath", "");
    Path log = Files.createTempFile("skipjack-maven", ".log");
    try {
      run(
          List.of("-f", pom + "", "-Dmdep.includeScope=" + scope, "-Dmdep.outputFile=" + found),
          log,
          seconds);
      return Stream.of(Files.readString(found).strip().split(File.pathSeparator, -1))
          .filter(entry -> !entry.isEmpty())
          .map(Path::of)
          .toList();
    } finally {
      Files.deleteIfExists(found);
      Files.deleteIfExists(log);
    }
  }

  private static void run(List<String> options, Path log, int seconds)
      throws IOException, InterruptedException {
    String usual = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    List<String> command = new ArrayList<>(List.of(System.getProperty(COMMAND, usual), "-B", "-q"));
    command.addAll(options);
    command.add("dependency:build-classpath");
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      if (System.getProperty("user.name", "").equals("?")) {
        // A user that the password file does not have; Maven would make a folder of that name
        builder
            .environment()
            .merge("MAVEN_OPTS", "-Duser.home=" + UserHome.folder(), (a, b) -> b + " " + a);
      }
      process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "there is no mvn to get libraries with.%nFix: install Maven, or use %%jars with files that are here."
              .formatted(),
          e);
    }
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
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

  private static String dependency(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    boolean whole = Arrays.stream(parts).noneMatch(String::isBlank);
    if (parts.length < FEWEST_PARTS || parts.length > FEWEST_PARTS + 2 || !whole) {
      throw new IllegalArgumentException(
          "\"%s\" names no library.%nFix: group:artifact:version, such as org.apache.commons:commons-text:1.12.0"
              .formatted(coordinates));
    }
    return MavenXml.around(
        "dependency",
        MavenXml.element("groupId", parts[0]),
        MavenXml.element("artifactId", parts[1]),
        MavenXml.element("version", parts[parts.length - 1]),
        parts.length > FEWEST_PARTS ? MavenXml.element("type", parts[2]) : "",
        parts.length > FEWEST_PARTS + 1 ? MavenXml.element("classifier", parts[3]) : "");
  }
}
