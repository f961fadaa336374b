package org.skipjack.kernel.assist;

import java.util.Comparator;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.skipjack.kernel.evaluation.Session;

/**
 * What could stand at a place in unfinished code.
 *
 * @param matches what can be put there, the likely ones first
 * @param start where what they replace begins
 * @param end where it ends
 */
public record Completion(List<String> matches, int start, int end) {

  /** Copies the list. */
  public Completion {
    matches = List.copyOf(matches);
  }

  /** Completes code at a position. */
  public static Completion of(Session session, String code, int position) {
    return session.ask(shell -> complete(shell, code.substring(0, position)));
  }

  private static Completion complete(JShell shell, String code) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    int begin = 0;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(code.substring(begin));
      if (!info.completeness().isComplete() || info.remaining().isBlank()) {
        break;
      }
      begin = code.length() - info.remaining().length();
    }
    String unfinished = code.substring(begin);
    int[] anchor = new int[1];
    List<String> matches =
        analysis.completionSuggestions(unfinished, unfinished.length(), anchor).stream()
            .sorted(Comparator.comparing((Suggestion one) -> !one.matchesType()))
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new Completion(matches, begin + anchor[0], code.length());
  }
}
