package org.skipjack.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command in a process of its own, with options of the JVM and an environment of its own. */
final class CommandProcess {
  private final List<String> options = new ArrayList<>();
  private final ProcessBuilder builder = new ProcessBuilder();
  private final Path out;
  private final Path err;
  private String main = "org.skipjack.cli.Main";

  /**
   * @param folder where the command is given, and what it prints is kept
   */
  CommandProcess(Path folder) throws IOException {
    out = Files.createTempFile(folder, "out", ".log");
    err = Files.createTempFile(folder, "err", ".log");
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
  }

  /** Options of the JVM. */
  CommandProcess java(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Another main class. */
  CommandProcess main(Class<?> type) {
    main = type.getName();
    return this;
  }

  /** A variable of the environment; nothing to take it away. */
  CommandProcess environment(String name, Optional<String> value) {
    value.ifPresentOrElse(
        text -> builder.environment().put(name, text), () -> builder.environment().remove(name));
    return this;
  }

  /** The locale that nobody chose. */
  CommandProcess inAsciiLocale() {
    return environment("LC_ALL", Optional.of("C"));
  }

  /** Where standard output goes. */
  CommandProcess output(ProcessBuilder.Redirect redirect) {
    builder.redirectOutput(redirect);
    return this;
  }

  /** Starts the command; what it prints is read by {@link #ended}. */
  Process start(String... arguments) throws IOException {
    return builder.command(command(arguments)).start();
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.logger=slf4j"));
    command.addAll(options);
    command.addAll(List.of("-cp", classpath(), main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Entries by their whole names, because the command is given elsewhere. */
  private static String classpath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /** What a command came to that was started. */
  Command ended(Process process) throws IOException, InterruptedException {
    int code = process.waitFor();
    return new Command(code, read(out), read(err));
  }

  /** Runs a command to its end. */
  Command run(String... arguments) throws IOException, InterruptedException {
    return ended(start(arguments));
  }

  /** Runs a command of a shell, in which {@code "$@"} is Java with its arguments. */
  Command shell(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(command(arguments));
    return ended(builder.command(command).start());
  }

  /** What the command has said on standard error so far. */
  String errors() throws IOException {
    return read(err);
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
