package org.skipjack.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.skipjack.io.UserHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command line: {@code skipjack COMMAND …}. */
@Command(
    name = "skipjack",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A laboratory for residual networks, in Java.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      SummaryCommand.class,
      TrainCommand.class,
      CompareCommand.class,
      VerifyCommand.class,
      CiteCommand.class,
      RunsCommand.class,
      RunCommand.class,
      BenchCommand.class,
      DataCommand.class,
      KernelCommand.class,
      DoctorCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "A NET is resnetD or plainD with a depth D of 6n + 2 layers (resnet20, plain56),",
      "a text such as \"net().conv(16).relu().globalAvgPool().dense(10)\", or a file of such text."
    })
public final class Main implements Runnable {
  private static final long SECONDS_TO_STOP = 20;
  private static final int FAILED = 1;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Thread worker = Thread.currentThread();
    CountDownLatch done = new CountDownLatch(1);
    Thread stopper = new Thread(() -> stop(worker, done), "stopper");
    Runtime.getRuntime().addShutdownHook(stopper);
    StandardOutput output = StandardOutput.install();
    int code = FAILED;
    try {
      code = output.exitCode(started(arguments));
    } finally {
      done.countDown();
    }
    System.exit(code);
  }

  private static int started(String... arguments) {
    CommandLine line = commandLine();
    try {
      UserHome.adopt();
      return line.execute(Arguments.asTyped(arguments));
    } catch (RuntimeException | Error e) {
      return Failures.report(e, line);
    }
  }

  /** Ctrl-C: the command stops at the next batch, writes what it has, and the process ends. */
  private static void stop(Thread worker, CountDownLatch done) {
    worker.interrupt();
    try {
      if (!done.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        System.err.println("the step at hand did not end; what earlier epochs wrote is kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether standard error is a terminal, on which a line can be written over; the launcher knows.
   */
  static boolean onTerminal() {
    return Boolean.getBoolean("skipjack.terminal");
  }

  /** The command line with its subcommands. */
  static CommandLine commandLine() {
    CommandLine main = new CommandLine(new Main());
    for (String command : List.of("train", "compare")) {
      OptionSections.in(Objects.requireNonNull(main.getSubcommands().get(command)));
    }
    main.setOut(new PrintWriter(System.out, false, StandardOutput.charset()));
    main.setErr(new PrintWriter(System.err, true, StandardOutput.charset()));
    main.setExecutionStrategy(Main::execute);
    return UsageErrors.reportedBy(main);
  }

  /**
   * What a command throws, errors of the JVM among it, is reported as a failure of that command.
   */
  private static int execute(ParseResult parsed) {
    try {
      PrintableWriter.guard(last(parsed));
      return new RunLast().execute(parsed);
    } catch (ExecutionException e) {
      return Failures.report(Objects.requireNonNullElse(e.getCause(), e), e.getCommandLine());
    } catch (Error e) {
      return Failures.report(e, last(parsed));
    }
  }

  private static CommandLine last(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.commandSpec().commandLine();
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing");
  }
}
