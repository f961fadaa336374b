package org.skipjack.kernel.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.PathText;
import org.skipjack.io.UserHome;

/**
 * A folder in which Jupyter looks for the kernel: {@code …/kernels/skipjack}.
 *
 * @param path of the folder, absolute
 */
public record KernelFolder(Path path) {
  /** What Jupyter calls the kernel. */
  public static final String NAME = "skipjack";

  /** The file that tells Jupyter how to start it. */
  static final String SPEC = "kernel.json";

  /** Makes the path absolute. */
  public KernelFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** The folder of the person who runs this process; {@code JUPYTER_DATA_DIR} moves it. */
  public static KernelFolder user() {
    return user(System.getenv(), System.getProperty("os.name", ""), UserHome.folder());
  }

  /** The folder of everybody who uses the Jupyter under a prefix, such as an environment's. */
  public static KernelFolder prefix(Path prefix) {
    return inData(prefix.resolve("share").resolve("jupyter"));
  }

  /** The folders of this machine in which Jupyter looks, and which hold the kernel. */
  public static List<KernelFolder> installed() {
    List<KernelFolder> places = new ArrayList<>(List.of(user()));
    for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      String prefix = System.getenv(variable);
      if (prefix != null) {
        places.add(prefix(PathText.of(prefix)));
      }
    }
    places.add(prefix(Path.of("/usr/local")));
    places.add(prefix(Path.of("/usr")));
    return places.stream().filter(KernelFolder::present).distinct().toList();
  }

  static KernelFolder user(Map<String, String> environment, String system, Path home) {
    String named = environment.get("JUPYTER_DATA_DIR");
    if (named != null && !named.isEmpty()) {
      return inData(PathText.of(named));
    }
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      return inData(home.resolve("Library").resolve("Jupyter"));
    }
    if (os.contains("windows")) {
      return inData(folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"), "jupyter"));
    }
    return inData(
        folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"), "jupyter"));
  }

  private static Path folder(@Nullable String named, Path usual, String name) {
    return (named == null || named.isEmpty() ? usual : PathText.of(named)).resolve(name);
  }

  private static KernelFolder inData(Path data) {
    return new KernelFolder(data.resolve("kernels").resolve(NAME));
  }

  /** Whether a kernel of that name is there. */
  public boolean present() {
    return Files.isRegularFile(spec());
  }

  /** Whether nobody but this machine's administrator looks there: it is the user's own folder. */
  boolean isUsers() {
    return equals(user());
  }

  Path spec() {
    return path.resolve(SPEC);
  }

  Path jar() {
    return path.resolve("skipjack.jar");
  }

  /** The archive of loaded classes, under the name for this Java. */
  Path archive(int java) {
    return path.resolve(java < JavaRuntime.FIRST_WITH_CACHE ? "skipjack.jsa" : "skipjack.aot");
  }
}
