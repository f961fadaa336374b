package org.skipjack.kernel.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.evaluation.SourceMap.Location;
import org.skipjack.kernel.execution.CellControl;
import org.skipjack.kernel.execution.TaskResult;
import org.skipjack.kernel.source.Lines;
import org.skipjack.net.Net;

/** Evaluates the pieces of cells with JShell, one after the other. */
final class Evaluator {
  /** Without it the compiler looks for its plugins in every jar of the class path: 0.3 s. */
  private static final String NO_PLUGINS = System.getProperty("java.home", "");

  /** Added to the class path, it changes nothing but that the compiler begins anew. */
  private static final String NOWHERE = Path.of(NO_PLUGINS, "nowhere").toString();

  private static final Pattern IMPORTS = Pattern.compile("\\s*(?:import [\\w.* ]+;\\s*)+");

  private final CellControl control;
  private final JShell shell;
  private final Scope scope;
  private final SourceMap sourceMap = new SourceMap();
  private final DeclaredSnippets declaredSnippets;
  private final ThrownErrors thrown;
  private final VariableRecovery variableRecovery;

  /**
   * An evaluator of cells.
   *
   * @param started completes when cells can be evaluated
   */
  Evaluator(CellControl control, CompletableFuture<?> started) {
    this.control = control;
    shell =
        JShell.builder()
            .executionEngine(control.provider(), Map.of())
            .fileManager(files -> new CompilerFiles(files, started))
            .compilerOptions("--processor-path", NO_PLUGINS)
            .build();
    String missing = ClassPath.missing();
    if (!missing.isEmpty()) {
      shell.addToClasspath(missing);
    }
    scope = new Scope(shell);
    declaredSnippets = new DeclaredSnippets(shell);
    thrown = new ThrownErrors(sourceMap, shell, scope);
    variableRecovery = new VariableRecovery(shell, control.variables());
  }

  JShell shell() {
    return shell;
  }

  /** The whole stack of what a cell threw last; empty if none did. */
  List<String> lastStack() {
    return thrown.lastStack();
  }

  /** Evaluates what every session begins with. */
  void begin(String startup) {
    if (importedAtOnce(startup)) {
      return;
    }
    Failure failure = run(new Cell(0, startup), Magics.NONE).failure();
    if (failure != null) {
      throw new IllegalStateException("the startup script failed: " + failure.message());
    }
  }

  /**
   * JShell compiles for each import by itself, and once for several that it is given as one. It
   * knows them by the first, which is therefore one that no cell has use for.
   */
  private boolean importedAtOnce(String startup) {
    if (!IMPORTS.matcher(startup).matches()) {
      return false;
    }
    String imports = "import java.lang.Object;\n" + startup.strip();
    Snippet snippet = shell.eval(imports).get(0).snippet();
    boolean taken =
        shell.status(snippet) == Snippet.Status.VALID && snippet.source().equals(imports);
    if (taken) {
      declaredSnippets.add(snippet, imports);
    } else if (shell.status(snippet).isActive()) {
      List<SnippetEvent> unused = shell.drop(snippet);
    }
    return taken;
  }

  /** Takes the first cell's slowness on itself. */
  void warmUp() {
    Outcome unused = run(new Cell(0, "1 + 1"), Magics.NONE);
  }

  /** Evaluates a cell, with what carries out its magics. */
  Outcome run(Cell cell, Magics magics) {
    try {
      Run run = new Run(cell, magics);
      run.all();
      return run.outcome();
    } catch (RuntimeException | Error e) { // of the compiler: cells run on a thread of their own
      renewCompiler();
      return new Outcome(null, CompileErrors.ofCompiler(cell, e), List.of());
    }
  }

  /**
   * Lets JShell forget the compilers that it keeps for the next snippet: one that failed while it
   * wrote a class still has half of it in hand, and fails with everything after it.
   */
  private void renewCompiler() {
    shell.addToClasspath(NOWHERE);
  }

  /** One cell on its way. */
  private final class Run {
    private final Cell cell;
    private final Magics magics;
    private final CellSplitter cellSplitter;
    private final CompileErrors compileErrors;
    private final Set<DeclarationSnippet> unresolved = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Object value;
    private @Nullable Failure failure;

    Run(Cell cell, Magics magics) {
      this.cell = cell;
      this.magics = magics;
      cellSplitter = new CellSplitter(shell.sourceCodeAnalysis(), cell.code());
      compileErrors = new CompileErrors(cell, cellSplitter.code(), scope);
    }

    void all() {
      List<CellPart> all = cellSplitter.list();
      CellPart last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last instanceof CellPart.Broken broken) {
        failure = refuse(broken);
        return;
      }
      for (CellPart cellPart : all) {
        if (value instanceof Net) {
          notes.add(
              "a word of a net gives a new net, and here nothing keeps it. Fix: net = net.relu()");
        }
        value = null;
        if (control.interrupted()) {
          failure = thrown.stoppedAt(place(cellPart));
        } else if (cellPart instanceof CellPart.Magic magic) {
          run(magic);
        } else if (cellPart instanceof CellPart.Code code
            && !declaredSnippets.contains(code.source())) {
          run(code);
        }
        if (failure != null) {
          break;
        }
      }
      for (DeclarationSnippet snippet : unresolved) {
        if (shell.status(snippet) != Snippet.Status.VALID && shell.status(snippet).isActive()) {
          notes.add(thrown.unresolved(snippet));
        }
      }
    }

    Outcome outcome() {
      return new Outcome(value, failure, notes);
    }

    private void run(CellPart.Magic magic) {
      TaskResult taskResult =
          control.runBesideCompiler(
              () -> magics.run(magic.line(), magic.wholeCell() ? magic.body() : null));
      value = taskResult.value();
      if (!taskResult.completed()) {
        failure = Session.failure(taskResult, "running %" + magic.line());
      }
    }

    private Failure refuse(CellPart.Broken broken) {
      if (broken.unfinished()) {
        return compileErrors.unfinished(broken);
      }
      SnippetEvent event = shell.eval(broken.source()).get(0);
      return compileErrors.of(
          shell.diagnostics(event.snippet()).toList(),
          broken,
          position -> broken.offset() + position);
    }

    private void run(CellPart.Code piece) {
      control.declaring(DeclaredSnippets.types(piece.source()));
      List<SnippetEvent> events = shell.eval(PublicRecords.of(piece.source()).text());
      TaskResult taskResult = control.takeEnding();
      Set<String> fresh = new LinkedHashSet<>();
      for (SnippetEvent event : events) {
        if (event.causeSnippet() == null && event.snippet() != null && failure == null) {
          take(event, taskResult, piece);
          fresh.add(event.snippet() instanceof VarSnippet variable ? variable.name() : "");
        }
      }
      notes.addAll(variableRecovery.after(events, fresh));
    }

    private void take(SnippetEvent event, TaskResult taskResult, CellPart.Code piece) {
      Snippet snippet = event.snippet();
      if (event.status() == Snippet.Status.REJECTED) {
        failure = compileError(snippet, piece);
        return;
      }
      if (failsLate(event)) {
        failure = compileError(snippet, piece);
        List<SnippetEvent> unused = shell.drop(snippet);
        renewCompiler();
        return;
      }
      Location location = place(piece);
      sourceMap.put(snippet.id(), location);
      declaredSnippets.add(snippet, piece.source());
      if (!event.status().equals(Snippet.Status.VALID)
          && snippet instanceof DeclarationSnippet open) {
        unresolved.add(open);
      }
      if (hasValue(snippet)) {
        value = taskResult.value();
      }
      if (event.exception() != null) {
        failure = thrown.of(event.exception(), taskResult.thrown(), location);
        if (!taskResult.completed() // else it was interrupted and gave a value all the same
            && snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND
            && !event.previousStatus().isDefined()) { // else it keeps what it held
          scope.failed(((VarSnippet) snippet).name(), cell.title());
          List<SnippetEvent> unused = shell.drop(snippet);
        }
      } else if (!control.loadFailure().isEmpty()) {
        failure =
            new Failure("LinkageError", control.loadFailure(), List.of(control.loadFailure()));
      }
    }

    /**
     * Whether the compiler understood a snippet and could not write its class, which is over a
     * limit of the format. Other errors may go away with the rest of the cell, as those of
     * overloads do.
     */
    private boolean failsLate(SnippetEvent event) {
      return event.status() != Snippet.Status.VALID
          && event.exception() == null
          && shell
              .diagnostics(event.snippet())
              .anyMatch(error -> error.getCode().startsWith("compiler.err.limit"));
    }

    private Failure compileError(Snippet snippet, CellPart.Code piece) {
      PublicRecords taken = PublicRecords.of(piece.source());
      return compileErrors.of(
          shell.diagnostics(snippet).toList(),
          piece,
          position -> piece.offset() + taken.original(position));
    }

    private Location place(CellPart cellPart) {
      String source = cellPart instanceof CellPart.Code code ? code.source() : "";
      return new Location(cell.title(), Lines.line(cellSplitter.code(), cellPart.offset()), source);
    }

    private static boolean hasValue(Snippet snippet) {
      return switch (snippet.subKind()) {
        case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
        default -> false;
      };
    }
  }
}
