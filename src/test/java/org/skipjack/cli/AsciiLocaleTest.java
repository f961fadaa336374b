package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.data.DataFiles;

/**
 * Letters beyond ASCII under {@code LC_ALL=C}. They are written by a shell from a file of bytes,
 * because the JVM of this test may know them no better.
 */
@EnabledOnOs(OS.LINUX)
class AsciiLocaleTest {
  @TempDir private Path folder;

  /** Runs a script, in which {@code "$@"} is the command. */
  private Command shell(CommandProcess process, String script)
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("script.jsh"), "String who = \"-\";\nSystem.out.println(who);\n");
    Files.writeString(folder.resolve("commands"), script);
    return process.inAsciiLocale().shell(". ./commands");
  }

  @Test
  void a_java_without_options_has_letters_and_names_the_locale_where_it_has_no_files()
      throws IOException, InterruptedException {
    for (String words :
        List.of(
            "summary resnet8 --write größe.svg",
            "summary größe.jsh",
            "train resnet8 --data Größe",
            "compare resnet8 plain8 --data shapes --out Größe",
            "run größe.ipynb",
            "kernel install --prefix Größe")) {
      Command command = shell(new CommandProcess(folder), "\"$@\" " + words + "\n");

      assertThat(command.err())
          .contains("cannot be the name of a file in this locale", "LC_ALL=C.UTF-8")
          .containsOnlyOnce("Fix: ")
          .doesNotContain("Exception", "defect");
      assertThat(command.code()).isBetween(1, 2);
    }
    Command run = shell(new CommandProcess(folder), "\"$@\" run script.jsh -p who=é --out out\n");
    assertThat(run.out()).as(run.err()).startsWith("é\n");
  }

  @Test
  void from_the_launcher_files_of_any_letters_work() throws IOException, InterruptedException {
    String script =
        """
        set -e
        mkdir -p Größe/Äpfel Größe/Kürbis
        for name in 1 2 3; do for kind in Äpfel Kürbis; do cp picture.png Größe/$kind/$name.png; done; done
        ./skipjack summary resnet8 --write größe.svg >/dev/null
        test -s größe.svg
        ./skipjack train 'net().conv(2).globalAvgPool().dense(2)' --data Größe --epochs 1 --out läuft
        test -s läuft/run.json
        ./skipjack run script.jsh -p who=é --out außen
        test -s außen/script.html
        """;
    Files.write(
        folder.resolve("picture.png"),
        DataFiles.encode(DataFiles.picture(BufferedImage.TYPE_INT_RGB, 8, 8, 9), "png"));
    launcher();
    Command command = shell(new CommandProcess(folder), script);

    assertThat(command.code()).as(command.err()).isZero();
    assertThat(command.out()).contains("Äpfel", "Kürbis", "See läuft", "é\n", "See außen");
  }

  /** The launcher, built: a jar that leads to the classes of this process. */
  private void launcher() throws IOException {
    List<Path> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .toList();
    Path built = Files.createDirectories(folder.resolve("target/launcher"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            joined(entries.stream().filter(Files::isDirectory).map(Path::toUri), " "));
    new JarOutputStream(Files.newOutputStream(built.resolve("skipjack.jar")), manifest).close();
    Files.writeString(
        built.resolve("classpath"), joined(entries.stream().filter(Files::isRegularFile), ":"));
    Files.createFile(built.resolve("stamp"));
    Files.copy(Path.of("skipjack"), folder.resolve("skipjack"));
    assertThat(folder.resolve("skipjack").toFile().setExecutable(true)).isTrue();
  }

  private static String joined(Stream<?> parts, String between) {
    return parts.map(String::valueOf).collect(Collectors.joining(between));
  }
}
