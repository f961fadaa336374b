package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.skipjack.kernel.execution.Variables;

/** Keeps what variables hold when JShell compiles them anew, or no longer can. */
final class VariableRecovery {
  private final JShell shell;
  private final Variables variables;

  VariableRecovery(JShell shell, Variables variables) {
    this.shell = shell;
    this.variables = variables;
  }

  /**
   * Puts things right after a snippet.
   *
   * @param fresh the variables that it declared itself
   * @return what the user should know
   */
  List<String> after(List<SnippetEvent> events, Set<String> fresh) {
    List<String> notes = new ArrayList<>();
    for (SnippetEvent event : events) {
      if (event.snippet() instanceof VarSnippet variable) {
        if (variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
          forget(variable);
        } else if (isBroken(event, variable)) {
          declareAgain(variable, notes);
        }
      }
    }
    for (String name : variables.takeLost()) {
      if (!fresh.contains(name)) {
        notes.add(
            "%s is empty now: what it held is of a type that was declared anew. Run its cell again."
                .formatted(name));
      }
    }
    for (String type : variables.takeCarried()) {
      notes.add(
          "%s was declared anew with other members; variables that held one now hold a copy of that form."
              .formatted(type));
    }
    variables.settle();
    return notes;
  }

  private boolean isBroken(SnippetEvent event, VarSnippet variable) {
    return event.causeSnippet() != null
        && event.previousStatus().isDefined()
        && event.status() != Snippet.Status.OVERWRITTEN
        && !shell.status(variable).isDefined();
  }

  /** Declares a variable by its type, without the initializer that no longer compiles. */
  private void declareAgain(VarSnippet variable, List<String> notes) {
    Object value = variables.value(variable.name());
    SnippetEvent event = shell.eval(variable.typeName() + " " + variable.name() + ";").get(0);
    if (event.status() == Snippet.Status.VALID) {
      variables.restore(variable.name(), value);
    } else {
      notes.add(
          "%s cannot be used any more: %s. Run its cell again."
              .formatted(variable.name(), "what declared it no longer compiles"));
    }
  }

  /** A result without a name was shown, and is not kept. */
  private void forget(VarSnippet result) {
    if (shell.status(result).isActive()) {
      variables.release(result.name());
      List<SnippetEvent> unused = shell.drop(result);
    }
  }
}
