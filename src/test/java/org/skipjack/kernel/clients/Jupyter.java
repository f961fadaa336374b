package org.skipjack.kernel.clients;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.skipjack.kernel.install.Installation;
import org.skipjack.kernel.install.KernelFolder;

/** The machine's Jupyter with the kernel of this build installed in a folder of the test's. */
record Jupyter(Path folder) {
  private static final long PATIENCE_MINUTES = 15;

  static Jupyter in(Path folder) {
    KernelFolder kernel = new KernelFolder(folder.resolve("data/kernels/skipjack"));
    var unused = new Installation(kernel).install();
    return new Jupyter(folder);
  }

  /** A file beside the tests. */
  static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Jupyter.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A program of the machine, by its absolute path. */
  static String program(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name + " on the PATH"))
        .toString();
  }

  /** Runs a script beside the tests with the system's Python, whose packages the tests need. */
  String python(String script, String... arguments) throws IOException, InterruptedException {
    String[] command = {"/usr/bin/python3", "-Xfrozen_modules=off", resource(script).toString()};
    return run(
        java.util.stream.Stream.concat(Arrays.stream(command), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  /** Runs a program that must end well, and returns what it printed. */
  String run(String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "client", ".log");
    Process process = start(log, command);
    try {
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(log);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed:\n" + said);
      }
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Starts a program for which the kernel is installed. */
  Process start(Path log, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JUPYTER_DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("PYTHONUNBUFFERED", "1");
    return builder.start();
  }
}
