package org.skipjack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skipjack.kernel.install.Installation;
import org.skipjack.kernel.install.KernelFolder;

/** What the doctor says of a machine on which things work, and of kernels that do not. */
class DoctorCommandTest {
  @TempDir private Path folder;

  @Test
  void on_a_machine_that_passes_the_build_nothing_is_broken() {
    assertThat(MachineChecks.all())
        .noneMatch(check -> check.verdict() == Check.Verdict.BROKEN)
        .extracting(Check::name)
        .contains("Java", "memory", "engine", "training", "data");
    assertThat(MachineChecks.all())
        .anySatisfy(
            check -> assertThat(check.toString()).startsWith("ok  engine").contains("fp32"));
  }

  @Test
  void a_kernel_whose_java_is_gone_is_broken_and_the_installer_mends_it() throws IOException {
    KernelFolder kernel = KernelFolder.prefix(folder);
    Installation.Report unused = new Installation(kernel).install();
    Path spec = kernel.path().resolve("kernel.json");
    assertThat(NotebookChecks.kernel(kernel).toString()).contains("1 + 1 is 2", "no archive");
    Path java = Path.of(new Installation(kernel).command().get(0));
    Files.writeString(
        spec,
        Files.readString(spec).replace("\"" + java + "\"", "\"" + folder.resolve("java") + "\""));
    assertThat(NotebookChecks.kernel(kernel).toString())
        .startsWith("!!  kernel")
        .contains(folder.resolve("java") + ", which is gone", "Fix: ./skipjack kernel install");
  }
}
