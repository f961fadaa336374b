package org.skipjack.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.KernelMain;

/** The kernel's folder, and kernels started from it. */
class InstallationTest {
  @TempDir private Path folder;

  private static Path classes() {
    try {
      return Path.of(KernelMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject spec(KernelFolder kernel) throws IOException {
    return JsonParser.parseString(Files.readString(kernel.spec())).getAsJsonObject();
  }

  @Test
  void what_is_installed_starts_and_can_be_taken_away() throws IOException {
    KernelFolder kernel = KernelFolder.prefix(folder);
    Installation installation = new Installation(kernel);
    Installation.Report report = installation.install();
    assertThat(report.java()).isAbsolute().isExecutable();
    // Tests run from folders, of which no archive can be made
    assertThat(report.reason()).hasValueSatisfying(why -> assertThat(why).contains("folders"));
    assertThat(spec(kernel).get("language").getAsString()).isEqualTo("java");
    assertThat(spec(kernel).get("interrupt_mode").getAsString()).isEqualTo("message");
    assertThat(installation.command())
        .startsWith(report.java().toString())
        .endsWith("org.skipjack.kernel.KernelMain", "{connection_file}")
        .doesNotContain("{options}", "{classpath}");
    assertThat(kernel.path()).isDirectoryContaining("glob:**/logo-64x64.png");
    assertThat(installation.missing()).isEmpty();
    assertThat(installation.current()).isTrue();
    assertThat(SelfTest.of(installation.command()).secondsToResult()).isPositive();
    assertThat(installation.uninstall()).isTrue();
    assertThat(kernel.path()).doesNotExist();
    assertThat(installation.uninstall()).isFalse();
  }

  @Test
  void a_kernel_of_somebody_else_stays_as_it_is() throws IOException {
    KernelFolder kernel = KernelFolder.prefix(folder);
    Files.createDirectories(kernel.path());
    String other = "{\"argv\": [\"python3\", \"-m\", \"ipykernel\"]}";
    Files.writeString(kernel.spec(), other);
    Installation installation = new Installation(kernel);
    assertThatThrownBy(installation::install)
        .hasMessageContainingAll(kernel.path().toString(), "not this one", "Fix:");
    assertThatThrownBy(installation::uninstall).hasMessageContaining("stays");
    assertThat(kernel.spec()).hasContent(other);
  }

  @Test
  void what_is_gone_since_the_installation_is_named() throws IOException {
    KernelFolder kernel = KernelFolder.prefix(folder);
    Files.createDirectories(kernel.path());
    Path java = folder.resolve("jdk/bin/java");
    Files.writeString(
        kernel.spec(), "{\"argv\": [\"%s\", \"-cp\", \"%s\", \"x\"]}".formatted(java, folder));
    assertThat(new Installation(kernel).missing()).containsExactly(java);
    Files.writeString(kernel.spec(), "{\"argv\": ");
    assertThatThrownBy(new Installation(kernel)::missing).hasMessageContaining("is damaged");
  }

  @Test
  void a_kernel_has_the_heap_of_the_command_line() throws Exception {
    assertThat(Files.readString(Path.of("skipjack"))).contains("heap='-XX:+UseSerialGC -Xmn32m'");
    assertThat(JavaRuntime.ofProcess().options()).contains("-XX:+UseSerialGC", "-Xmn32m");
  }

  @Test
  void a_kernel_that_does_not_come_up_says_what_it_printed() {
    String java = JavaRuntime.ofProcess().executable().toString();
    assertThatThrownBy(
            () -> SelfTest.of(List.of(java, "-cp", "nowhere", "no.Such", "{connection_file}")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.Such");
  }

  @Test
  void from_jars_there_is_an_archive_of_classes_and_kernels_start_with_it() throws Exception {
    Path jar = packed(folder.resolve("skipjack.jar"));
    String classpath =
        System.getProperty("java.class.path")
            .replace(classes().toString(), jar.toString())
            .lines()
            .flatMap(line -> Stream.of(line.split(File.pathSeparator, -1)))
            .filter(entry -> entry.endsWith(".jar"))
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow();
    Path out = folder.resolve("out");
    int code =
        new ProcessBuilder(
                JavaRuntime.ofProcess().executable().toString(),
                "-cp",
                classpath,
                "org.skipjack.cli.Main",
                "kernel",
                "install",
                "--prefix",
                folder.resolve("env").toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    String said = Files.readString(out);
    assertThat(code).as(said).isZero();
    KernelFolder kernel = KernelFolder.prefix(folder.resolve("env"));
    int java = Runtime.version().feature();
    assertThat(said)
        .contains(kernel.path().toString(), kernel.archive(java).toString(), "1 + 1 is 2");
    assertThat(kernel.jar()).isRegularFile();
    Files.delete(jar);
    List<String> command = new ArrayList<>(new Installation(kernel).command());
    // A JVM that may not go on without its archive
    command.add(1, java < JavaRuntime.FIRST_WITH_CACHE ? "-Xshare:on" : "-XX:AOTMode=on");
    assertThat(SelfTest.of(command).secondsToResult()).isPositive();
  }

  private static Path packed(Path jar) throws IOException {
    Path classes = classes();
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  String name =
                      classes.relativize(file).toString().replace(File.separatorChar, '/');
                  zip.putNextEntry(new ZipEntry(name));
                  Files.copy(file, zip);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return jar;
  }
}
