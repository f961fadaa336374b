package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.AtomicFile;
import org.skipjack.kernel.evaluation.Failure;
import org.skipjack.kernel.notebook.Notebook;
import org.skipjack.kernel.notebook.NotebookReader;
import org.skipjack.kernel.notebook.NotebookRun;
import org.skipjack.kernel.notebook.NotebookWriter;
import org.skipjack.kernel.page.NotebookPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack run FILE}: a notebook without Jupyter. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Run a notebook or a script from its first cell to its last, as the Jupyter kernel would.",
      "Writes the notebook with its outputs, and a page of HTML that needs nothing else."
    },
    footer = {
      "",
      "A parameter is a variable that the cell tagged \"parameters\" declares, or a script before",
      "its first statement. Arrays take commas: -p seeds=1,2,3. A value of another type than",
      "numbers, truth values and text is Java: -p \"net=resnet(20)\".",
      "In a script (.jsh), a line // %% begins a cell, and // %% [markdown] one of text.",
      "Paths in cells are relative to where the command is given.",
      "",
      "Example:",
      "  skipjack run notebooks/01-residual-vs-plain.ipynb -p epochs=5 --out DIR"
    })
final class RunCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int STOPPED = 130;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a notebook, .ipynb, or a script, .jsh")
  private Path file = Path.of("");

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "a parameter and its value; may be given several times")
  private List<String> parameters = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for notebook and page (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("skipjack-run");

  @Override
  public Integer call() {
    Path notebook = out.resolve(name() + ".ipynb");
    Path page = out.resolve(name() + ".html");
    refuseOverwriting(notebook);
    Map<String, String> values = values();
    try (RunProgress progress = new RunProgress(file, notebook, Main.onTerminal());
        NotebookRun run = NotebookRun.open(file, values, progress)) {
      Path unused = AtomicFile.folder(out);
      NotebookRun.Ended ended = run.run();
      progress.end();
      write(ended.notebook(), notebook, page);
      Failure failure = ended.failure().orElse(null);
      return failure == null ? done(page) : failed(failure, notebook);
    }
  }

  /** Not left to the parser of the command line, which takes quotes in a value for its own. */
  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String parameter : parameters) {
      int sign = parameter.indexOf('=');
      if (sign < 1) {
        throw new ParameterException(
            Objects.requireNonNull(spec).commandLine(),
            "got -p %s, expected a name and a value: -p NAME=VALUE".formatted(parameter));
      }
      values.put(parameter.substring(0, sign), parameter.substring(sign + 1));
    }
    return values;
  }

  private void write(Notebook executed, Path notebook, Path page) {
    NotebookWriter.write(executed, notebook);
    Path folder = file.toAbsolutePath().getParent();
    new NotebookPage(executed, folder == null ? Path.of("") : folder, name()).write(page);
  }

  private int done(Path page) {
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    printer.println("See " + page);
    printer.flush();
    return 0;
  }

  private int failed(Failure failure, Path notebook) {
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getErr();
    if (failure.interrupted()) {
      printer.printf(Locale.ROOT, "%nstopped; the notebook as far as it ran is %s%n", notebook);
    } else {
      String shown = String.join(System.lineSeparator(), failure.traceback());
      printer.println(Main.onTerminal() ? shown : withoutColors(shown));
      printer.printf(Locale.ROOT, "The notebook as far as it ran is %s%n", notebook);
    }
    printer.flush();
    return failure.interrupted() ? STOPPED : FAILED;
  }

  private static String withoutColors(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** The file's name without its ending. */
  private String name() {
    Path last = file.getFileName();
    return last == null ? "notebook" : last.toString().replaceFirst("\\.[^.]+$", "");
  }

  /** What the user wrote is not replaced by what came of it. */
  private void refuseOverwriting(Path notebook) {
    boolean same = notebook.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    boolean besideScript =
        NotebookReader.isScript(file)
            && Files.exists(notebook)
            && file.toAbsolutePath()
                .normalize()
                .resolveSibling(name() + ".ipynb")
                .equals(notebook.toAbsolutePath().normalize());
    if (same || besideScript) {
      throw new IllegalArgumentException(
          "the result would be written over %s.%nFix: --out with another folder"
              .formatted(notebook));
    }
  }
}
