package org.skipjack.kernel.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.skipjack.io.AtomicFile;
import org.skipjack.kernel.KernelMain;

/**
 * What stands in a kernel's folder: how to start it, our jar, the archive of classes, the logos.
 */
public final class Installation {
  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final KernelFolder folder;

  /** What stands, or will stand, in a folder. */
  public Installation(KernelFolder folder) {
    this.folder = folder;
  }

  /**
   * What an installation did.
   *
   * @param java absolute path of the Java that will run the kernel
   * @param jar where our jar is now
   * @param archive the archive of classes; empty if there is none
   * @param reason why there is none; empty if there is one
   */
  public record Report(Path java, Path jar, Optional<Path> archive, Optional<String> reason) {}

  /**
   * Puts the kernel into the folder, in the place of an older one.
   *
   * @throws org.skipjack.io.OutputException if the folder cannot be written
   * @throws IllegalStateException if this Java has no compiler, or another kernel is there
   */
  public Report install() {
    JavaRuntime here = JavaRuntime.ofProcess();
    if (folder.present() && !isOurs()) {
      throw new IllegalStateException(
          "%s holds a kernel that is not this one.%nFix: move it away, or choose another place with --prefix DIR."
              .formatted(folder.path()));
    }
    Path unused = AtomicFile.folder(folder.path());
    try {
      JavaRuntime javaRuntime = withJar(here);
      for (String logo : LOGOS) {
        byte[] bytes = resource(logo);
        AtomicFile.write(folder.path().resolve(logo), out -> out.write(bytes));
      }
      Path archive = folder.archive(javaRuntime.version());
      Files.deleteIfExists(folder.archive(0));
      Files.deleteIfExists(folder.archive(JavaRuntime.FIRST_WITH_CACHE));
      Optional<String> reason = ClassArchive.make(javaRuntime, folder);
      boolean archived = reason.isEmpty();
      AtomicFile.write(
          folder.spec(),
          spec(javaRuntime, archived ? List.of(javaRuntime.from(archive)) : List.of()) + "\n");
      return new Report(
          javaRuntime.executable(),
          folder.jar(),
          archived ? Optional.of(archive) : Optional.empty(),
          reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes the kernel away.
   *
   * @return whether there was one
   * @throws IllegalStateException if what is there is another kernel
   */
  public boolean uninstall() {
    if (!folder.present()) {
      return false;
    }
    if (!isOurs()) {
      throw new IllegalStateException(
          "%s holds a kernel that is not this one, and stays.".formatted(folder.path()));
    }
    try (var files = Files.list(folder.path())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder.path());
      return true;
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s cannot be removed: %s.%nFix: remove the folder by hand."
              .formatted(folder.path(), e.getMessage()),
          e);
    }
  }

  /**
   * The command that Jupyter starts, with {@code {connection_file}} in the place of that file.
   *
   * @throws IllegalStateException if it cannot be read
   */
  public List<String> command() {
    try {
      JsonObject spec = JsonParser.parseString(Files.readString(folder.spec())).getAsJsonObject();
      return spec.getAsJsonArray("argv").asList().stream().map(JsonElement::getAsString).toList();
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IllegalStateException(
          "%s is damaged.%nFix: ./skipjack kernel install".formatted(folder.spec()), e);
    }
  }

  /** What the command needs and is no longer there. */
  public List<Path> missing() {
    List<String> command = command();
    List<Path> missing = new ArrayList<>(List.of(Path.of(command.get(0))));
    int classpath = command.indexOf("-cp") + 1;
    for (String entry : command.get(classpath).split(File.pathSeparator, -1)) {
      missing.add(Path.of(entry));
    }
    missing.removeIf(Files::exists);
    return missing;
  }

  /** Whether the jar that was installed is that of this process; true if this runs from no jar. */
  public boolean current() {
    try {
      Path own = ownJar();
      return !Files.isRegularFile(own)
          || own.equals(folder.jar())
          || (Files.exists(folder.jar()) && Files.mismatch(own, folder.jar()) == -1);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether an archive of classes is there. */
  public boolean archived() {
    return Files.exists(folder.archive(0))
        || Files.exists(folder.archive(JavaRuntime.FIRST_WITH_CACHE));
  }

  private boolean isOurs() {
    return command().contains(KernelMain.class.getName());
  }

  private JavaRuntime withJar(JavaRuntime here) throws IOException {
    Path own = ownJar();
    if (!Files.isRegularFile(own) || own.equals(folder.jar())) {
      return here;
    }
    Path fresh = folder.jar().resolveSibling("skipjack.jar.part");
    Files.copy(own, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, folder.jar(), StandardCopyOption.REPLACE_EXISTING);
    return here.moved(own.toString(), folder.jar());
  }

  private static Path ownJar() {
    try {
      return Path.of(KernelMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path that is no path", e);
    }
  }

  /** The template with this machine's Java, its options and the class path. */
  private static String spec(JavaRuntime javaRuntime, List<String> archive) {
    String template = new String(resource("kernel.json"), StandardCharsets.UTF_8);
    JsonObject spec = JsonParser.parseString(template).getAsJsonObject();
    JsonArray argv = new JsonArray();
    for (JsonElement word : spec.getAsJsonArray("argv")) {
      switch (word.getAsString()) {
        case "{java}" -> argv.add(javaRuntime.executable().toString());
        case "{options}" -> {
          javaRuntime.options().forEach(argv::add);
          archive.forEach(argv::add);
        }
        case "{classpath}" -> argv.add(String.join(File.pathSeparator, javaRuntime.classpath()));
        default -> argv.add(word);
      }
    }
    spec.add("argv", argv);
    return GSON.toJson(spec);
  }

  private static byte[] resource(String name) {
    try (InputStream in = KernelMain.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
