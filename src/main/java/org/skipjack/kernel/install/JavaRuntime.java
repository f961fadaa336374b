package org.skipjack.kernel.install;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Java, and what it needs for a kernel.
 *
 * @param executable of the Java, absolute
 * @param version its feature release, such as 17
 * @param classpath absolute entries
 */
record JavaRuntime(Path executable, int version, List<String> classpath) {
  /** The first Java whose archive of classes is an ahead-of-time cache made in one step. */
  static final int FIRST_WITH_CACHE = 25;

  /** The first Java that warns of native access, and of what JavaCPP does with memory. */
  private static final int FIRST_THAT_WARNS = 24;

  /**
   * As the command line's: images and values lie outside Java's heap, and few objects live long.
   */
  private static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xmn32m");

  /**
   * The compiler of cells runs for a second at most, and is not worth it that Java compiles it
   * thoroughly meanwhile. Methods wait six times as long for that as they usually do; loops do not.
   */
  private static final List<String> START =
      List.of(
          "-XX:Tier4InvocationThreshold=30000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=90000");

  JavaRuntime {
    classpath = List.copyOf(classpath);
  }

  /**
   * The Java that runs this process, with its class path.
   *
   * @throws IllegalStateException if it is a runtime without a compiler
   */
  static JavaRuntime ofProcess() {
    String home = System.getProperty("java.home", "");
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new IllegalStateException(
          "%s has no jdk.jshell: it is a runtime, not a JDK.%nFix: set JAVA_HOME to a JDK, version 17 or later, and run this again."
              .formatted(home));
    }
    boolean windows = File.separatorChar == '\\';
    List<String> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
            .toList();
    return new JavaRuntime(
        Path.of(home, "bin", windows ? "java.exe" : "java").toAbsolutePath(),
        Runtime.version().feature(),
        entries);
  }

  /** The same Java with one entry of the class path in another place. */
  JavaRuntime moved(String entry, Path to) {
    return new JavaRuntime(
        executable,
        version,
        classpath.stream().map(one -> one.equals(entry) ? to.toString() : one).toList());
  }

  /** Whether an archive of its classes can be made: that takes jars, not folders. */
  boolean canArchive() {
    return classpath.stream().allMatch(entry -> entry.endsWith(".jar"));
  }

  /** The options that a kernel needs, without those for an archive. */
  List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:+EnableDynamicAgentLoading",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.logger=slf4j",
                "-Xlog:disable"));
    options.addAll(HEAP);
    options.addAll(START);
    if (version >= FIRST_THAT_WARNS) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }

  /** The option to start with an archive. */
  String from(Path archive) {
    return (version < FIRST_WITH_CACHE ? "-XX:SharedArchiveFile=" : "-XX:AOTCache=") + archive;
  }

  /** The option to write an archive at the end of the process. */
  String into(Path archive) {
    return (version < FIRST_WITH_CACHE ? "-XX:ArchiveClassesAtExit=" : "-XX:AOTCacheOutput=")
        + archive;
  }

  /** A whole command line. */
  List<String> command(List<String> more, String mainClass, String... arguments) {
    return Stream.of(
            List.of(executable.toString()),
            options(),
            more,
            List.of("-cp", String.join(File.pathSeparator, classpath), mainClass),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }
}
