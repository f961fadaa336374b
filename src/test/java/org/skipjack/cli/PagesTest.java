package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** README.md and the pages of {@code src/docs} show what works: code, commands, options, links. */
class PagesTest {
  private static final int MINUTES = 30;

  @TempDir Path folder;

  @Test
  void the_code_and_the_commands_of_the_pages_run() throws Exception {
    assertThat(problems("quick")).isEmpty();
  }

  /** With those that take minutes, on the data that they name. */
  @Test
  @Tag("pages")
  void the_long_code_and_commands_of_the_pages_run_too() throws Exception {
    assertThat(problems("all")).isEmpty();
  }

  private List<String> problems(String which) throws IOException, InterruptedException {
    Path shown = folder.resolve("shown");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "-Xmx2g",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:+EnableDynamicAgentLoading",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.logger=slf4j",
                PageRunner.class.getName(),
                Path.of("kernel/startup.jsh").toAbsolutePath().toString(),
                which));
    for (Page page : Page.all()) {
      command.add(page.file().toAbsolutePath().toString());
    }
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(shown.toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> report = Files.readAllLines(folder.resolve("report"));
    assertThat(report).as(() -> tail(shown)).contains("ended");
    return report.subList(0, report.size() - 1);
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(java.io.File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static String tail(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void the_commands_within_their_text_have_the_options_that_are_named() throws IOException {
    for (Page page : Page.all()) {
      assertThat(
              page.code().stream()
                  .filter(code -> code.startsWith("./skipjack ") || code.startsWith("--"))
                  .flatMap(PagesTest::unknownWords))
          .as("%s", page.file())
          .isEmpty();
    }
  }

  private static Stream<String> unknownWords(String code) {
    Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
    Collection<CommandLine> meant = commands.values();
    if (code.startsWith("./skipjack ")) {
      String name = code.split("[ ,]", -1)[1];
      CommandLine command = commands.get(name);
      if (command == null) {
        return name.startsWith("-") || name.equals("COMMAND") || name.equals("…")
            ? Stream.empty()
            : Stream.of(code);
      }
      meant = List.of(command);
    }
    Set<String> options = new HashSet<>(Set.of("--help", "--version"));
    for (CommandLine command : meant) {
      options.addAll(optionNames(command));
      command.getSubcommands().values().forEach(below -> options.addAll(optionNames(below)));
    }
    return Pattern.compile("(?<![\\w-])--[a-z][\\w-]*")
        .matcher(code)
        .results()
        .map(found -> found.group())
        .filter(option -> !options.contains(option))
        .map(option -> option + " in " + code);
  }

  private static Set<String> optionNames(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> Stream.of(option.names()))
        .collect(Collectors.toSet());
  }

  @Test
  void the_methods_within_their_text_exist() throws Exception {
    Set<String> methods = new TreeSet<>(List.of("fit"));
    try (Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
      for (Path file :
          classes
              .filter(one -> one.toString().endsWith(".java"))
              .filter(one -> !one.endsWith("package-info.java"))
              .toList()) {
        String name = Path.of("src/main/java").relativize(file).toString();
        addMethods(
            Class.forName(
                name.substring(0, name.length() - ".java".length())
                    .replace(java.io.File.separatorChar, '.'),
                false,
                PagesTest.class.getClassLoader()),
            methods);
      }
    }
    for (Page page : Page.all()) {
      assertThat(
              page.code().stream()
                  .filter(code -> !code.startsWith("./skipjack") && !code.startsWith("--"))
                  .flatMap(code -> Pattern.compile("\\b([a-z]\\w*)\\(").matcher(code).results())
                  .map(found -> found.group(1))
                  .filter(name -> !methods.contains(name)))
          .as("%s", page.file())
          .isEmpty();
    }
  }

  private static void addMethods(Class<?> type, Set<String> names) {
    for (Method method : type.getDeclaredMethods()) {
      names.add(method.getName());
    }
    for (Class<?> inner : type.getDeclaredClasses()) {
      addMethods(inner, names);
    }
  }

  @Test
  void their_links_lead_somewhere() throws IOException {
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        if (!link.startsWith("https://")) {
          String[] parts = link.split("#", 2);
          Path file =
              parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
          assertThat(file).as("%s in %s", link, page.file()).exists();
          if (parts.length == 2) {
            assertThat(Page.read(file).anchors()).as(link).contains(parts[1]);
          }
        }
      }
    }
  }
}
