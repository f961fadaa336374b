package org.skipjack.kernel.assist;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.source.Brackets;
import org.skipjack.kernel.source.HelpQuery;
import org.skipjack.kernel.source.Lines;

/**
 * Whether a terminal should run what was typed, or wait for more.
 *
 * @param status {@code complete}, {@code incomplete} or {@code invalid}
 * @param indent what the next line begins with, if it is incomplete
 */
public record Completeness(String status, String indent) {
  private static final String STEP = "    ";

  /** Judges code. */
  public static Completeness of(Session session, String code) {
    String status = session.ask(shell -> status(shell.sourceCodeAnalysis(), code));
    return new Completeness(status, status.equals("incomplete") ? indent(code) : "");
  }

  private static String status(SourceCodeAnalysis analysis, String code) {
    String rest = code;
    while (true) {
      rest = rest.stripLeading();
      int line = rest.indexOf('\n') < 0 ? rest.length() : rest.indexOf('\n') + 1;
      if (rest.startsWith("%") || HelpQuery.at(rest, 0).isPresent()) {
        rest = rest.substring(line);
        continue;
      }
      CompletionInfo info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case COMPLETE, COMPLETE_WITH_SEMI -> rest = info.remaining();
        case EMPTY -> {
          return "complete";
        }
        case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
          return "incomplete";
        }
        case UNKNOWN -> {
          return "invalid";
        }
      }
    }
  }

  /** A step for each line that has a bracket open. */
  private static String indent(String code) {
    long lines =
        Brackets.open(code).stream()
            .map(bracket -> Lines.line(code, bracket.start()))
            .distinct()
            .count();
    return STEP.repeat((int) lines);
  }
}
