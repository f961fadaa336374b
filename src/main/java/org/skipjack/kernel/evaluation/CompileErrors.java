package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import org.skipjack.kernel.source.Brackets;
import org.skipjack.kernel.source.Lines;
import org.skipjack.kernel.source.Token;

/** Says what does not compile: the message, the line, a caret, and the word that was meant. */
final class CompileErrors {
  private static final int MOST = 5;
  private static final Pattern LAST_OF_CHAIN = Pattern.compile("(?s).*\\.\\s*(\\w+)");

  private final Cell cell;
  private final String code;
  private final Scope scope;

  /**
   * Errors of one cell.
   *
   * @param code the cell's code as the compiler saw it
   */
  CompileErrors(Cell cell, String code, Scope scope) {
    this.cell = cell;
    this.code = code;
    this.scope = scope;
  }

  /**
   * What the compiler said of a piece.
   *
   * @param piece what does not compile
   * @param inCell from positions that the compiler names to those of the cell
   */
  Failure of(List<Diag> diagnostics, CellPart piece, IntUnaryOperator inCell) {
    int offset = piece.offset();
    int length = piece instanceof CellPart.Code part ? part.source().length() : 0;
    Map<Integer, Diag> byPosition = new LinkedHashMap<>();
    for (Diag diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        Diag unused = byPosition.putIfAbsent((int) diagnostic.getPosition(), diagnostic);
      }
    }
    List<String> lines = new ArrayList<>();
    String first = "";
    for (Diag diagnostic : byPosition.values().stream().limit(MOST).toList()) {
      String message = message(diagnostic);
      first = first.isEmpty() ? message.lines().findFirst().orElse("") : first;
      lines.add(Ansi.error(message));
      int end = inCell.applyAsInt((int) diagnostic.getEndPosition());
      int start = start(inCell.applyAsInt((int) diagnostic.getStartPosition()), end);
      show(start, end, lines);
      Scope.Erroneous erroneous =
          start < offset || end > offset + length
              ? Scope.Erroneous.NONE
              : new Scope.Erroneous(
                  code.substring(offset, start),
                  code.substring(end, offset + length),
                  byPosition.size() == 1);
      String near = scope.didYouMean(diagnostic.getMessage(Locale.ROOT), erroneous);
      if (!near.isEmpty()) {
        lines.add(Ansi.fix(near));
      }
    }
    if (byPosition.size() > MOST) {
      lines.add(Ansi.faint(String.format(Locale.ROOT, "… and %d more", byPosition.size() - MOST)));
    }
    return new Failure(
        "CompileError", first.isEmpty() ? "the cell does not compile" : first, lines);
  }

  /** The compiler itself failed. */
  static Failure ofCompiler(Cell cell, Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && !(cause instanceof StackOverflowError)) {
      cause = cause.getCause();
    }
    boolean deep = cause instanceof StackOverflowError;
    String message =
        deep
            ? "the code is nested too deeply for the compiler: StackOverflowError"
            : "the compiler failed: " + cause;
    List<String> lines = new ArrayList<>(List.of(Ansi.error(message), Ansi.place(cell.title())));
    if (deep) {
      lines.add(Ansi.fix("Fix: divide the expression into several, each with a variable"));
    }
    return new Failure("CompileError", message, lines);
  }

  /** Code that lacks its end. */
  Failure unfinished(CellPart.Broken piece) {
    Token bracket = Brackets.open(piece.source()).peekFirst();
    String message =
        bracket == null
            ? "the cell ends in the middle of a statement"
            : "a %s is never closed".formatted(bracket.of(piece.source()));
    int at = piece.offset() + (bracket == null ? 0 : bracket.start());
    List<String> lines = new ArrayList<>(List.of(Ansi.error(message)));
    show(at, at + 1, lines);
    return new Failure("CompileError", message, lines);
  }

  /** Of a chain of calls only the last is in error, which may stand on a line of its own. */
  private int start(int start, int end) {
    if (start < 0 || end > code.length() || start >= end) {
      return start;
    }
    Matcher last = LAST_OF_CHAIN.matcher(code.substring(start, end));
    return last.matches() ? start + last.start(1) : start;
  }

  private void show(int start, int end, List<String> lines) {
    int line = Lines.line(code, start);
    int column = Lines.column(code, start);
    String text = Lines.text(code, line);
    int length = Math.max(1, Math.min(end - start, text.length() - column));
    lines.add(Ansi.place(String.format(Locale.ROOT, "%s line %d", cell.title(), line)));
    lines.add("    " + text);
    // Tabs stand as they do in the line above
    String indent = text.substring(0, Math.min(column, text.length())).replaceAll("[^\\t]", " ");
    lines.add("    " + indent + Ansi.error("^".repeat(length)));
  }

  /** The compiler's words, without the wrapper class that it means by {@code location}. */
  private static String message(Diag diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    return message
        .replaceAll("(?m)^\\s*location:\\s*class\\s*$", "")
        .replaceAll("(?m)^\\s*symbol:\\s*", "  ")
        .replaceAll("(?m)^\\s*location:\\s*", "  in ")
        .replaceAll("\\R\\s*\\z", "")
        .strip();
  }
}
