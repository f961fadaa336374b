package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.evaluation.SourceMap.Location;
import org.skipjack.kernel.execution.CellControl;
import org.skipjack.kernel.execution.Throwables;

/** Says what code threw: the message first, then the lines of cells that led there. */
final class ThrownErrors {
  private static final String OURS = "org.skipjack.";
  private static final int MOST_SUPPRESSED = 10;
  private static final int LIBRARY_FRAMES = 3;

  private final SourceMap sourceMap;
  private final JShell shell;
  private final Scope scope;

  private volatile List<String> lastStack = List.of();

  ThrownErrors(SourceMap sourceMap, JShell shell, Scope scope) {
    this.sourceMap = sourceMap;
    this.shell = shell;
    this.scope = scope;
  }

  /**
   * The failure of a snippet that threw.
   *
   * @param live what was thrown, as it was
   * @param location where the snippet stands
   */
  Failure of(JShellException thrown, @Nullable Throwable live, Location location) {
    if (CellControl.isInterrupt(className(thrown))) {
      return stopped(thrown, location);
    }
    List<String> lines = new ArrayList<>();
    describe(thrown, "", lines);
    if (live != null) {
      addSuppressed(live, 0, lines);
    }
    lastStack = stack(thrown);
    return new Failure(
        simpleName(className(thrown)), message(thrown), lines, Optional.ofNullable(live));
  }

  /** What was thrown besides, as by closing what a {@code try} had opened; of causes too. */
  private static void addSuppressed(Throwable thrown, int depth, List<String> lines) {
    Arrays.stream(thrown.getSuppressed())
        .limit(MOST_SUPPRESSED)
        .forEach(
            one -> {
              String message = Throwables.message(one);
              lines.add(
                  Ansi.error(
                      "Suppressed "
                          + simpleName(one.getClass().getName())
                          + (message.isEmpty() ? "" : ": " + message)));
            });
    Throwable cause = Throwables.cause(thrown);
    if (cause != null && depth < MOST_SUPPRESSED) {
      addSuppressed(cause, depth + 1, lines);
    }
  }

  /** All frames of what was thrown last, with those of libraries. */
  List<String> lastStack() {
    return lastStack;
  }

  private List<String> stack(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      String name = one instanceof JShellException known ? className(known) : one.toString();
      lines.add((lines.isEmpty() ? "" : "Caused by ") + name + ": " + one.getMessage());
      for (StackTraceElement frame : one.getStackTrace()) {
        lines.add("    at " + frame);
      }
    }
    return List.copyOf(lines);
  }

  /** The failure of code that threw outside any snippet, as a renderer may. */
  static Failure of(Throwable thrown, String doing) {
    if (thrown instanceof EvaluationException inner) {
      List<String> traceback = new ArrayList<>(inner.failure().traceback());
      traceback.add(Ansi.faint("while " + doing));
      return inner.failure().with(traceback);
    }
    String message = Throwables.message(thrown);
    List<String> lines = new ArrayList<>();
    String name = thrown.getClass().getSimpleName();
    lines.add(Ansi.error(name + (message.isEmpty() ? "" : ": " + message)));
    lines.add(Ansi.faint("while " + doing));
    addFrames(thrown.getStackTrace(), lines);
    return new Failure(name, message, lines);
  }

  /** The failure of a cell that was interrupted before a snippet of it ran. */
  Failure stoppedAt(Location location) {
    return stopped(List.of(Ansi.place(location.describe(1))));
  }

  private Failure stopped(JShellException thrown, Location location) {
    List<String> where = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      sourceMap
          .of(frame)
          .ifPresent(of -> where.add(Ansi.place(of.describe(frame.getLineNumber()))));
    }
    return where.isEmpty() ? stoppedAt(location) : stopped(where);
  }

  private static Failure stopped(List<String> where) {
    List<String> lines = new ArrayList<>(List.of(Ansi.error("interrupted")));
    lines.addAll(where);
    return new Failure(Failure.INTERRUPTED, "the cell was interrupted", lines);
  }

  private void describe(JShellException thrown, String prefix, List<String> lines) {
    String message = message(thrown);
    String name = simpleName(className(thrown));
    lines.add(Ansi.error(prefix + name + (message.isEmpty() ? "" : ": " + message)));
    addCellFrames(thrown, lines);
    if (thrown.getCause() instanceof JShellException cause) {
      describe(cause, "Caused by ", lines);
    }
  }

  private void addCellFrames(JShellException thrown, List<String> lines) {
    StackTraceElement[] frames = thrown.getStackTrace();
    boolean ours = frames.length > 0 && isOurs(frames[0]);
    List<StackTraceElement> run = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      if (sourceMap.of(frame).isEmpty()) {
        run.add(frame);
        continue;
      }
      if (!ours) {
        addFrames(run.toArray(StackTraceElement[]::new), lines);
      }
      run.clear();
      String place =
          Ansi.place(
              sourceMap.of(frame).orElseThrow().describe(Math.max(1, frame.getLineNumber())));
      if (!place.equals(lines.get(lines.size() - 1))) { // an initializer has a frame of its own
        lines.add(place);
      }
    }
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith(OURS);
  }

  /** The first few frames of libraries; what calls what in Skipjack helps nobody. */
  private static void addFrames(StackTraceElement[] all, List<String> lines) {
    StackTraceElement[] frames =
        Arrays.stream(all).filter(one -> !isOurs(one)).toArray(StackTraceElement[]::new);
    for (int i = 0; i < Math.min(frames.length, LIBRARY_FRAMES); i++) {
      lines.add(Ansi.faint("    at " + frames[i]));
    }
    if (frames.length > LIBRARY_FRAMES) {
      lines.add(
          Ansi.faint(
              String.format(
                  Locale.ROOT,
                  "    … %d more; %%stack shows all",
                  frames.length - LIBRARY_FRAMES)));
    }
  }

  private String message(JShellException thrown) {
    if (thrown instanceof UnresolvedReferenceException unresolved) {
      return unresolved(unresolved.getSnippet());
    }
    return thrown.getMessage() == null ? "" : thrown.getMessage();
  }

  /** What a declaration refers to that is not there. */
  String unresolved(DeclarationSnippet snippet) {
    List<String> missing = shell.unresolvedDependencies(snippet).toList();
    String near = scope.didYouMean(missing);
    return "%s refers to %s, which is not defined.%s"
        .formatted(Scope.nameOf(snippet), String.join(", ", missing), near);
  }

  private static String className(@Nullable JShellException thrown) {
    return thrown instanceof EvalException eval
        ? eval.getExceptionClassName()
        : UnresolvedReferenceException.class.getName();
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
