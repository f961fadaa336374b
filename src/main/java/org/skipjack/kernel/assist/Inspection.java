package org.skipjack.kernel.assist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.evaluation.Session;

/** What is known of the name at a place in code. */
public final class Inspection {
  private Inspection() {}

  /** Signatures and documentation of the name at a position, if it is one. */
  public static Optional<Rendering> of(Session session, String code, int position) {
    int end = position;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String text = code.substring(0, end);
    List<Documentation> found =
        session.ask(
            shell -> {
              List<Documentation> method =
                  shell.sourceCodeAnalysis().documentation(text + "(", text.length() + 1, true);
              return method.isEmpty()
                  ? shell.sourceCodeAnalysis().documentation(text, text.length(), true)
                  : method;
            });
    return found.isEmpty() ? Optional.empty() : Optional.of(Rendering.text(describe(found)));
  }

  private static String describe(List<Documentation> found) {
    return found.stream()
        .map(
            one -> one.javadoc() == null ? one.signature() : one.signature() + "\n" + one.javadoc())
        .collect(Collectors.joining("\n\n"));
  }
}
