package org.skipjack.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skipjack.io.AtomicFile;
import org.skipjack.report.Citation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skipjack cite REPORT.html}: the report in words that can be quoted. */
@Command(
    name = "cite",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Cite a report: digests, versions, data, claims and conclusions, from the data in its page. Nothing is run again:"
          + " `skipjack verify` says whether it holds."
    },
    footer = {
      "",
      "Examples:",
      "  skipjack cite runs/plain20-resnet20-shapes/report.html",
      "  skipjack cite DIR/report.html --bibtex",
      "  skipjack cite DIR/report.html --write results.csv"
    })
final class CiteCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "REPORT.html", description = "the file that compare wrote")
  private Path report = Path.of("report.html");

  @ArgGroup(exclusive = true)
  private @Nullable Form form;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description =
          "write it to a file; one that ends in .bib, .csv or .tex gets that form unless another is named")
  private @Nullable Path file;

  /** What it is written as; text if none is named. */
  private static final class Form {
    @Option(names = "--bibtex", description = "an entry of BibTeX")
    private boolean bibtex;

    @Option(
        names = "--csv",
        description = "the table of results as CSV: errors are shares in [0, 1], over seeds")
    private boolean csv;

    @Option(names = "--latex", description = "the table of results in LaTeX, without a package")
    private boolean latex;

    static Form of(@Nullable Path file) {
      String name = file == null ? "" : String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      Form form = new Form();
      form.bibtex = name.endsWith(".bib");
      form.csv = name.endsWith(".csv");
      form.latex = name.endsWith(".tex");
      return form;
    }

    String of(Citation citation) {
      return bibtex
          ? citation.bibtex()
          : csv ? citation.csv() : latex ? citation.latex() : citation.text();
    }
  }

  @Override
  public Integer call() {
    String cited = (form == null ? Form.of(file) : form).of(Citation.of(report));
    PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
    if (file == null) {
      printer.print(cited);
    } else {
      AtomicFile.write(file, cited);
      printer.println("See " + file);
    }
    printer.flush();
    return 0;
  }
}
