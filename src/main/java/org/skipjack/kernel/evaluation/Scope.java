package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Variables without a value, each with the cell that failed to give it one. */
  private final Map<String, String> failed = new HashMap<>();

  Scope(JShell shell) {
    this.shell = shell;
  }

  /** A variable has no value, since what should have given it one failed. */
  void failed(String variable, String cell) {
    failed.put(variable, cell);
  }

  /**
   * A question such as {@code Did you mean 'resnet'?}, or nothing.
   *
   * @param code in which the compiler did not know a word
   */
  String didYouMean(String diagnostic, Erroneous code) {
    Matcher symbol = SYMBOL.matcher(diagnostic);
    String arguments = FieldWords.arguments(diagnostic);
    if (!arguments.isEmpty()) {
      return arguments;
    }
    if (!diagnostic.contains("symbol:") || !symbol.find(diagnostic.indexOf("symbol:"))) {
      return "";
    }
    String failedIn = failed.get(symbol.group(2));
    return symbol.group(1).equals("variable") && failedIn != null
        ? "Fix: run %s again: it failed, and so %s has no value"
            .formatted(failedIn, symbol.group(2))
        : question(symbol.group(2), receiver(diagnostic), code);
  }

  /**
   * Code with a word that the compiler does not know.
   *
   * @param before what stands before that word
   * @param after what stands behind it
   * @param alone whether nothing else in it is wrong
   */
  record Erroneous(String before, String after, boolean alone) {
    /** Code that is no more than the word, or not at hand. */
    static final Erroneous NONE = new Erroneous("", "", false);

    String with(String word) {
      return before + word + after;
    }
  }

  /** Whether code would compile; it is not run. */
  private boolean compiles(String code) {
    String statement = code.strip().endsWith(";") || code.strip().endsWith("}") ? code : code + ";";
    String block = "((java.util.concurrent.Callable<Object>) () -> { if (true) { " + statement;
    return isTyped(code) || isTyped(block + "\n} return null; })");
  }

  private boolean isTyped(String expression) {
    String type = shell.sourceCodeAnalysis().analyzeType(expression, expression.length());
    return type != null && !type.isEmpty();
  }

  /** The same for what a declaration lacks, such as {@code method resent(int)}. */
  String didYouMean(List<String> missing) {
    for (String one : missing) {
      Matcher symbol = SYMBOL.matcher(one);
      String question = symbol.lookingAt() ? question(symbol.group(2), "", Erroneous.NONE) : "";
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

  private String question(String word, String receiver, Erroneous code) {
    Optional<String> ours = FieldWords.ours(word);
    String near = word.length() < SHORTEST ? "" : near(word, receiver, code);
    boolean spelling =
        FieldWords.same(word, near.replaceAll("^[^']*'|\\W.*$", "").replaceAll("^.*'", ""));
    return ours.isEmpty() || spelling ? near : "Fix: here that is " + ours.get();
  }

  private String near(String word, String receiver, Erroneous code) {
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
    String meant = question.replaceAll("^.*'(.*)'.*$", "$1");
    if (!question.isEmpty() && (!code.alone() || compiles(code.with(meant)))) {
      return "D" + question.substring("; d".length());
    }
    return receiver.isEmpty() || !isMethod(word) || !compiles(word + "(" + receiver + ")")
        ? ""
        : "Did you mean '%s(%s)'?".formatted(word, receiver.matches("\\w+") ? receiver : "…");
  }

  /** Whether a cell can call a method of that name without a receiver. */
  private boolean isMethod(String name) {
    String call = name + "(";
    return !shell.sourceCodeAnalysis().documentation(call, call.length(), false).isEmpty();
  }

  /** What completion offers behind the receiver; without one, what begins with the same letter. */
  private List<String> names(String receiver, String word) {
    char first = word.charAt(0);
    List<String> begun =
        receiver.isEmpty()
            ? List.of(
                String.valueOf(first),
                String.valueOf(
                    Character.isUpperCase(first)
                        ? Character.toLowerCase(first)
                        : Character.toUpperCase(first)))
            : List.of(receiver + ".");
    return begun.stream()
        .flatMap(
            code ->
                shell
                    .sourceCodeAnalysis()
                    .completionSuggestions(code, code.length(), new int[1])
                    .stream())
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
