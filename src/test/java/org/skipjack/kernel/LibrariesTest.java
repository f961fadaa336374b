package org.skipjack.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that a notebook adds, and what is known of them. A script stands for Maven. */
@DisabledOnOs(OS.WINDOWS)
class LibrariesTest {
  private static final String COMMAND = "skipjack.maven";

  @TempDir private static Path folder;
  private static Cells cells;
  private static Path repository;

  private static final String SOURCE =
      """
      package far.%1$s;
      /** A %1$s greeter. */
      public class Greeter {
        /**
         * Greets by <b>name</b>, %1$s.
         *
         * @param name who is greeted
         * @param times how often
         * @return the %1$s greeting
         */
        public String greet(String name, int times) { return "%1$s " + name; }
        /** An inner thing. */
        public static class Inner {
          /** How %1$s it is. */
          public static final int DEPTH = 3;
          /** Takes things, of %1$s. */
          public static int take(java.util.List<? extends Number> all, int[] few) { return 1; }
        }
      }
      """;

  /** What Maven does for a project of one dependency, with a repository that is a folder. */
  private static final String MAVEN =
      """
      #!/bin/sh
      while [ $# -gt 0 ]; do
        case "$1" in -f) pom=$2; shift;; -Dmdep.outputFile=*) out=${1#*=};; esac
        case "$1" in -Dmdep.includeScope=*) scope=${1#*=};; esac
        shift
      done
      all=$(tr -d '\\n ' < "$pom")
      repo=$(echo "$all" | sed -n 's/.*<url>file:\\/\\/\\([^<]*\\)<.*/\\1/p')
      dependency=$(echo "$all" | sed 's/.*<dependencies><dependency>//;s/<exclusions>.*//')
      part() { echo "$dependency" | sed -n "s/.*<$1>\\([^<]*\\)<.*/\\1/p"; }
      classifier=$(part classifier)
      at=$(part groupId | tr . /)/$(part artifactId)/$(part version)
      name=$(part artifactId)-$(part version)
      file=$at/$name${classifier:+-$classifier}.jar
      local=%1$s/local
      echo "$scope $file" >> %1$s/asked
      if [ ! -f "$repo/$file" ]; then echo "[ERROR] Could not find artifact $file"; exit 1; fi
      mkdir -p "$local/$at"
      cp "$repo/$file" "$repo/$at/$name.pom" "$local/$at"
      printf '%%s' "$local/$file" > "$out"
      """;

  @BeforeAll
  static void start() throws IOException {
    repository = folder.resolve("repository");
    Path maven = Files.writeString(folder.resolve("mvn"), MAVEN.formatted(folder));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    System.setProperty(COMMAND, maven.toString());
    cells = new Cells("import java.util.*;\n" + Cells.STATICS);
  }

  @AfterAll
  static void stop() {
    System.clearProperty(COMMAND);
    cells.close();
  }

  /** Publishes a library, and beside it its sources or its Javadoc. */
  private static void publish(String name, String classifier) throws IOException {
    Path classes = folder.resolve("classes-" + name);
    Path code = folder.resolve("code-" + name);
    Path source = code.resolve("far/" + name + "/Greeter.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, SOURCE.formatted(name));
    run("javac", "-d", classes.toString(), source.toString());
    Path at = Files.createDirectories(repository.resolve("far/off/" + name + "/1.0"));
    jar(at.resolve(name + "-1.0.jar"), classes);
    Files.writeString(
        at.resolve(name + "-1.0.pom"),
        "<project><parent><groupId>far.off</groupId></parent><artifactId>%s</artifactId></project>"
            .formatted(name));
    if (classifier.equals("javadoc")) {
      Path pages = folder.resolve("pages-" + name);
      run("javadoc", "-quiet", "-Xdoclint:none", "-d", pages.toString(), source.toString());
      jar(at.resolve(name + "-1.0-javadoc.jar"), pages);
    } else if (!classifier.isEmpty()) {
      jar(at.resolve(name + "-1.0-sources.jar"), code);
    }
  }

  private static void run(String tool, String... options) {
    assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, options))
        .isZero();
  }

  private static void jar(Path jar, Path root) throws IOException {
    try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new JarEntry(root.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
  }

  private static List<String> asked() throws IOException {
    return Files.readAllLines(folder.resolve("asked"));
  }

  private static JsonObject inspect(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("cursor_pos", code.length());
    content.addProperty("detail_level", 0);
    JsonObject reply = cells.ask("inspect_request", content).content();
    assertThat(reply.get("found").getAsBoolean()).as(code).isTrue();
    return reply.getAsJsonObject("data");
  }

  private static String text(String code) {
    return inspect(code).get("text/plain").getAsString();
  }

  @Test
  void a_library_of_maven_is_documented_by_its_sources_which_are_fetched_when_asked_for()
      throws IOException {
    publish("warm", "sources");
    cells.run("%mavenRepo ours file://" + repository);
    cells.run("%maven far.off:warm:1.0");
    assertThat(cells.run("new far.warm.Greeter().greet(\"you\", 1)").value()).isEqualTo("warm you");
    assertThat(asked()).noneMatch(line -> line.contains("warm-1.0-sources"));
    assertThat(text("new far.warm.Greeter().greet"))
        .startsWith("String greet(String name, int times)\n  in far.warm.Greeter\n")
        .contains("Greets by name, warm.", "who is greeted", "the warm greeting");
    assertThat(inspect("new far.warm.Greeter().greet").get("text/html").getAsString())
        .contains("<b>name</b>");
    assertThat(text("far.warm.Greeter")).contains("A warm greeter.");
    assertThat(text("far.warm.Greeter.Inner.DEPTH")).contains("int DEPTH");
    assertThat(cells.run("var w = new far.warm.Greeter();\nw.greet??").value())
        .contains("return \"warm \"");
    assertThat(asked()).filteredOn(line -> line.contains("warm-1.0-sources")).hasSize(1);
  }

  @Test
  void a_library_without_sources_is_documented_by_its_pages() throws IOException {
    publish("cold", "javadoc");
    cells.run(
        """
        %%%%loadFromPOM
        <repository><id>ours</id><url>file://%s</url></repository>
        <dependency>
          <groupId>far.off</groupId>
          <artifactId>cold</artifactId>
          <version>1.0</version>
        </dependency>"""
            .formatted(repository));
    assertThat(text("new far.cold.Greeter().greet"))
        .contains("Greets by name, cold.", "name  who is greeted", "the cold greeting");
    assertThat(text("far.cold.Greeter")).contains("A cold greeter.");
    assertThat(text("far.cold.Greeter.Inner.take")).contains("Takes things, of cold.");
    assertThat(asked()).anyMatch(line -> line.endsWith("cold-1.0-sources.jar"));
  }

  @Test
  void a_jar_is_documented_by_the_sources_beside_it_and_without_any_quietly() throws IOException {
    publish("near", "sources");
    publish("mute", "");
    cells.run("%jar " + repository + "/far/off/near/1.0/near-1.0.jar");
    assertThat(text("new far.near.Greeter().greet")).contains("Greets by name, near.");
    cells.run("%mavenRepo ours file://" + repository);
    cells.run("%addMavenDependency far.off:mute:1.0");
    assertThat(text("new far.mute.Greeter().greet")).contains("greet(String").doesNotContain("by");
  }

  @Test
  void what_maven_lacks_and_what_is_no_xml_is_said() {
    cells.run("%addMavenRepo ours file://" + repository);
    assertThat(cells.attempt("%maven far.off:none:1.0").traceback())
        .contains("Maven did not get it", "Could not find artifact far/off/none/1.0/none-1.0.jar");
    assertThat(cells.attempt("%%loadFromPOM\n<dependency>\n<groupId>a</groupId>").traceback())
        .contains("this is no XML, line 2", "Fix: copy all of the <dependency>");
    assertThat(cells.attempt("%%loadFromPOM runtme\n<dependency></dependency>").traceback())
        .contains("there is no scope runtme", "Fix: one of compile import");
  }

  @Test
  void a_project_is_loaded_with_the_scopes_that_are_asked_for() throws IOException {
    publish("pom", "");
    Path pom =
        Files.writeString(
            folder.resolve("pom.xml"),
            """
            <project><repositories><repository><url>file://%s</url></repository></repositories>
            <dependencies><dependency><groupId>far.off</groupId><artifactId>pom</artifactId>
            <version>1.0</version></dependency></dependencies></project>"""
                .formatted(repository));
    cells.run("%loadFromPOM " + pom);
    cells.run("%loadFromPOM " + pom + " compile test");
    cells.run("%load " + pom);
    assertThat(asked())
        .filteredOn(line -> line.endsWith("pom-1.0.jar"))
        .extracting(line -> line.replaceFirst(" .*", ""))
        .containsExactly("runtime", "test", "runtime");
  }
}
