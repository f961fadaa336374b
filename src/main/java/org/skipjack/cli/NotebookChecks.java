package org.skipjack.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skipjack.kernel.install.Installation;
import org.skipjack.kernel.install.KernelFolder;
import org.skipjack.kernel.install.SelfTest;

/** What notebooks need: Jupyter, and a kernel that starts. */
final class NotebookChecks {
  private static final String INSTALL = "./skipjack kernel install";

  private NotebookChecks() {}

  static List<Check> all() {
    List<Check> checks = new ArrayList<>(List.of(jupyter()));
    List<KernelFolder> folders = KernelFolder.installed();
    if (folders.isEmpty()) {
      checks.add(
          Check.missing("kernel", "not installed in " + KernelFolder.user().path(), INSTALL));
    }
    folders.forEach(folder -> checks.add(kernel(folder)));
    return checks;
  }

  private static Check jupyter() {
    Optional<Path> jupyter = Programs.find("jupyter");
    if (jupyter.isEmpty()) {
      return Check.missing(
          "Jupyter",
          "there is no jupyter on the PATH",
          "pip install notebook, or your system's package");
    }
    for (String part : List.of("lab", "notebook", "console")) {
      Optional<String> version = Programs.firstLine(jupyter.get(), part, "--version");
      if (version.isPresent()) {
        return Check.works("Jupyter", "%s: %s %s".formatted(jupyter.get(), part, version.get()));
      }
    }
    return Check.missing(
        "Jupyter",
        jupyter.get() + " has neither lab, notebook nor console",
        "pip install notebook, or your system's package");
  }

  static Check kernel(KernelFolder folder) {
    Installation installation = new Installation(folder);
    try {
      List<Path> missing = installation.missing();
      if (!missing.isEmpty()) {
        return Check.broken(
            "kernel",
            "%s needs %s, which is gone".formatted(folder.path(), missing.get(0)),
            INSTALL);
      }
      String trial = KernelCommand.trial(SelfTest.of(installation.command()));
      if (!installation.current()) {
        return Check.missing(
            "kernel", "%s %s; it is of another build".formatted(folder.path(), trial), INSTALL);
      }
      return installation.archived()
          ? Check.works("kernel", folder.path() + " " + trial)
          : Check.missing(
              "kernel", folder.path() + " " + trial + "; it has no archive of classes", INSTALL);
    } catch (IllegalStateException e) {
      return Check.broken("kernel", String.valueOf(e.getMessage()), INSTALL);
    }
  }
}
