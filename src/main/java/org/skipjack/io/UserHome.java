package org.skipjack.io;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The home folder of the person who runs this process: {@code HOME} where it is set, as for shells
 * and Python, and only then what Java found in the password file. In a container that runs as some
 * number ({@code docker run --user 1234}) the file has no such user, and Java's own answer is a
 * question mark.
 */
public final class UserHome {
  private static final String PROPERTY = "user.home";
  private static final String UNKNOWN = "?";

  private UserHome() {}

  /**
   * The folder.
   *
   * @throws IllegalStateException if neither the environment nor the password file has one
   * @throws IllegalArgumentException if this locale has no letters for it
   */
  public static Path folder() {
    return of(System.getenv(), File.separatorChar == '/', System.getProperty(PROPERTY, ""))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no home folder: HOME is not set to one, and the password file has no entry for this user.%nFix: HOME=/a/folder/of/yours before the command"
                        .formatted()));
  }

  /**
   * Lets the libraries of this process have the same folder: they ask Java for it, and keep caches
   * there.
   *
   * @throws IllegalStateException as {@link #folder} does
   */
  public static void adopt() {
    System.setProperty(PROPERTY, folder().toString());
  }

  /**
   * The folder in an environment.
   *
   * @param posix whether HOME means something to this system
   * @param found what Java found
   */
  static Optional<Path> of(Map<String, String> environment, boolean posix, String found) {
    String home = posix ? environment.getOrDefault("HOME", "") : "";
    String chosen = home.startsWith("/") ? home : found;
    return chosen.isBlank() || chosen.equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(PathText.of(chosen));
  }
}
