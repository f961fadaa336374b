package org.skipjack.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code skipjack doctor}: what works on this machine, and how to mend the rest. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Say what works here and how to mend the rest: Java, memory, engines, data, Jupyter.",
    footer = {
      "",
      "Marks: ok works; -- is not there, and only what is named needs it; !! does not work.",
      "Exit code 1 if anything has the mark !!."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    boolean broken = false;
    List<Supplier<List<Check>>> parts = List.of(MachineChecks::all, NotebookChecks::all);
    for (Supplier<List<Check>> part : parts) {
      for (Check check : part.get()) {
        out.println(check);
        out.flush();
        broken |= check.verdict() == Check.Verdict.BROKEN;
      }
    }
    return broken ? 1 : 0;
  }
}
