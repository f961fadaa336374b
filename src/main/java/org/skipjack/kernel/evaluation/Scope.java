package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.skipjack.net.LayerRegistry;

/** The names that a cell can use, and the known name closest to a misspelled one. */
final class Scope {
  private static final Pattern SYMBOL =
      Pattern.compile("(?:symbol:\\s+)?(method|variable|class) (\\w+)");
  private static final Pattern VARIABLE = Pattern.compile("location:\\s+variable (\\w+) of type");
  private static final Pattern TYPE = Pattern.compile("location:\\s+(?:class|interface) ([\\w.]+)");

  /** What is shorter is near to everything. */
  private static final int SHORTEST = 3;

  private final JShell shell;

  Scope(JShell shell) {
    this.shell = shell;
  }

  /** A question such as {@code Did you mean 'resnet'?}, or nothing. */
  String didYouMean(String diagnostic) {
    Matcher symbol = SYMBOL.matcher(diagnostic);
    if (!diagnostic.contains("symbol:") || !symbol.find(diagnostic.indexOf("symbol:"))) {
      return "";
    }
    return question(symbol.group(2), receiver(diagnostic));
  }

  /** The same for what a declaration lacks, such as {@code method resent(int)}. */
  String didYouMean(List<String> missing) {
    for (String one : missing) {
      Matcher symbol = SYMBOL.matcher(one);
      String question = symbol.lookingAt() ? question(symbol.group(2), "") : "";
      if (!question.isEmpty()) {
        return " " + question;
      }
    }
    return "";
  }

  /** A declaration as the user calls it. */
  static String nameOf(DeclarationSnippet snippet) {
    return snippet instanceof MethodSnippet method
        ? method.name() + "(" + method.parameterTypes() + ")"
        : snippet.name();
  }

  private String question(String word, String receiver) {
    if (word.length() < SHORTEST) {
      return "";
    }
    List<String> known = new ArrayList<>(names(receiver, word));
    if (known.contains(word)) { // a method without its parentheses
      return "Did you mean '%s(…)'?".formatted(word);
    }
    if (receiver.isEmpty()) {
      shell.variables().forEach(variable -> known.add(variable.name()));
      shell.methods().forEach(method -> known.add(method.name()));
      shell.types().forEach(type -> known.add(type.name()));
    }
    String question = LayerRegistry.didYouMean(word, known);
    if (question.isEmpty()) {
      return receiver.isEmpty() || !isMethod(word)
          ? ""
          : "Did you mean '%s(%s)'?".formatted(word, receiver.matches("\\w+") ? receiver : "…");
    }
    return "D" + question.substring("; d".length());
  }

  /** Whether a cell can call a method of that name without a receiver. */
  private boolean isMethod(String name) {
    String call = name + "(";
    return !shell.sourceCodeAnalysis().documentation(call, call.length(), false).isEmpty();
  }

  /** What completion offers behind the receiver; without one, what begins with the same letter. */
  private List<String> names(String receiver, String word) {
    String code = receiver.isEmpty() ? word.substring(0, 1) : receiver + ".";
    return shell
        .sourceCodeAnalysis()
        .completionSuggestions(code, code.length(), new int[1])
        .stream()
        .map(Suggestion::continuation)
        .map(name -> name.replaceAll("\\W.*", ""))
        .distinct()
        .toList();
  }

  private static String receiver(String diagnostic) {
    Matcher variable = VARIABLE.matcher(diagnostic);
    if (variable.find()) {
      return variable.group(1);
    }
    Matcher type = TYPE.matcher(diagnostic);
    return type.find() ? "((" + type.group(1) + ") null)" : "";
  }
}
