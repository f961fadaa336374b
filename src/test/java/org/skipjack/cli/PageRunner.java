package org.skipjack.cli;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.evaluation.Cell;
import org.skipjack.kernel.evaluation.Failure;
import org.skipjack.kernel.evaluation.Magics;
import org.skipjack.kernel.evaluation.Outcome;
import org.skipjack.kernel.evaluation.Session;
import picocli.CommandLine;

/**
 * A process that runs what the pages show, in the folder that it is started in: Java as cells of
 * one notebook per page, commands by the command line. A few synthetic images stand for each data
 * set, so that nothing is fetched and an epoch takes milliseconds. It prints a line for each block
 * that does not do what its page says.
 */
final class PageRunner {
  private static final int IMAGES = 30;

  /** Data sets of the pages by a few shapes; a method hides an imported one of its name. */
  private static final String TINY_DATA =
      """
      int imageLimit = %d;
      var shapes16 = org.skipjack.Skipjack.shapes();
      var shapes32 = org.skipjack.Skipjack.data("shapes32");
      org.skipjack.data.DataSplit few(org.skipjack.data.DataSplit all) { return imageLimit == 0 ? all : all.take(imageLimit); }
      org.skipjack.data.DataSplit shapes() { return few(shapes16); }
      org.skipjack.data.DataSplit cifar10() { return few(shapes32); }
      org.skipjack.train.recipe.Recipe heRecipe() { return org.skipjack.Skipjack.heRecipe().withEpochs(2); }
      org.skipjack.data.DataSplit data(String name) { return cifar10(); }
      org.skipjack.data.DataSplit data(String name, org.skipjack.data.ReadOptions options) { return cifar10(); }
      """
          .replace("%d", Integer.toString(IMAGES));

  private static final List<String> OF_OTHERS = List.of("mvn", "jupyter", "tensorboard", "gradle");

  private final PrintStream report;
  private final boolean all;
  private int cells;

  private PageRunner(PrintStream report, boolean all) {
    this.report = report;
    this.all = all;
  }

  /** Takes the startup script, {@code all} or {@code quick}, and pages. */
  public static void main(String[] arguments) throws IOException {
    PrintStream report = new PrintStream(Files.newOutputStream(Path.of("report")), true, "UTF-8");
    PageRunner runner = new PageRunner(report, arguments[1].equals("all"));
    String startup = Files.readString(Path.of(arguments[0]));
    for (String file : List.of(arguments).subList(2, arguments.length)) {
      runner.run(Page.read(Path.of(file)), startup);
    }
    report.println("ended");
    System.exit(0);
  }

  private void run(Page page, String startup) {
    try (Session session = Session.open(startup)) {
      String failed = java(session, TINY_DATA);
      if (failed != null) {
        report.println(page.file() + ": " + failed);
      }
      for (Page.Block block : page.blocks()) {
        String where = page.file().getFileName() + ":" + block.line();
        long began = System.nanoTime();
        String problem = attempt(session, block);
        System.err.printf(Locale.ROOT, "%.1f s %s%n", (System.nanoTime() - began) / 1e9, where);
        if (problem != null) {
          report.println(where + ": " + problem.strip());
        }
      }
    }
  }

  private @Nullable String attempt(Session session, Page.Block block) {
    try {
      return switch (block.language()) {
        case "java" -> java(session, block);
        case "sh" -> commands(block);
        case "text" -> block.is("error of") ? error(session, block) : null;
        case "xml", "kotlin", "python" -> null;
        default -> "a block of the language " + block.language() + ", which no test knows";
      };
    } catch (RuntimeException | IOException e) {
      return e.toString();
    }
  }

  private @Nullable String java(Session session, Page.Block block) {
    if (block.is("long") && all) {
      String failed = java(session, "imageLimit = 0;\n" + block.text());
      return failed == null ? java(session, "imageLimit = " + IMAGES + ";") : failed;
    }
    if (!block.is("compiled") && !block.is("long")) {
      return java(session, block.replaced());
    }
    return java(session, compiled(block.text()));
  }

  /** The code as the body of a function that nobody calls; imports stay before it. */
  private String compiled(String code) {
    Map<Boolean, String> parts =
        code.lines().collect(partitioningBy(line -> line.startsWith("import "), joining("\n")));
    return parts.get(true)
        + "\njava.util.concurrent.Callable<Object> compiled"
        + ++cells
        + " = () -> {\n"
        + parts.get(false)
        + "\nreturn null; };";
  }

  private @Nullable String java(Session session, String code) {
    Outcome outcome = session.run(new Cell(++cells, code), Magics.NONE);
    return outcome.failure() == null ? null : plain(outcome.failure());
  }

  private static String plain(Failure failure) {
    return String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private @Nullable String error(Session session, Page.Block block) {
    Outcome outcome = session.run(new Cell(++cells, block.argument()), Magics.NONE);
    String said = outcome.failure() == null ? "no error" : outcome.failure().message().strip();
    return said.equals(block.text().strip()) ? null : "the message is now\n" + said;
  }

  private @Nullable String commands(Page.Block block) throws IOException {
    for (String command : block.commands()) {
      String problem =
          command.startsWith("./skipjack ")
              ? ours(block, words(command.substring("./skipjack ".length())))
              : OF_OTHERS.stream().anyMatch(name -> command.startsWith(name + " "))
                  ? null
                  : "neither a command of ours nor a known one: " + command;
      if (problem != null) {
        return command + "\n" + problem;
      }
    }
    return null;
  }

  private @Nullable String ours(Page.Block block, List<String> words) throws IOException {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    if (block.is("parsed") || (block.is("long") && !all)) {
      try {
        CommandLine.ParseResult unused = line.parseArgs(words.toArray(String[]::new));
        return null;
      } catch (CommandLine.ParameterException e) {
        return e.getMessage();
      }
    }
    PrintStream out = System.out;
    try (PrintStream quiet =
        new PrintStream(Files.newOutputStream(Path.of("said")), true, StandardCharsets.UTF_8)) {
      System.setOut(quiet);
      int code = line.execute(shrunk(block, words).toArray(String[]::new));
      return code == 0
          ? null
          : "exit code " + code + "\n" + said + Files.readString(Path.of("said"));
    } finally {
      System.setOut(out);
    }
  }

  /** The command on a few shapes, in place of the data that it names. */
  private static List<String> shrunk(Page.Block block, List<String> words) {
    List<String> few = new ArrayList<>(words);
    int data = few.indexOf("--data");
    if (data > 0 && !block.is("long")) {
      if (!few.get(data + 1).startsWith("shapes")) {
        few.set(data + 1, "shapes32");
      }
      if (!few.contains("--limit")) {
        few.addAll(List.of("--limit", Integer.toString(IMAGES)));
      }
    }
    return few;
  }

  private static List<String> words(String command) {
    return Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }
}
