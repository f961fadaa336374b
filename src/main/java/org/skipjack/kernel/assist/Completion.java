package org.skipjack.kernel.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
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
  private static final Pattern MAGIC = Pattern.compile("(?:^|\\n)[ \\t]*(%%?\\w*)$");
  private static final Pattern BEGUN = Pattern.compile("[\\p{javaJavaIdentifierPart}]*$");

  /** Copies the list. */
  public Completion {
    matches = List.copyOf(matches);
  }

  /**
   * Completes code at a position.
   *
   * @param magics the magics, with their {@code %}
   */
  public static Completion of(Session session, String code, int position, List<String> magics) {
    String before = code.substring(0, position);
    Matcher magic = MAGIC.matcher(before);
    return magic.find()
        ? new Completion(startingWith(magics, magic.group(1)), magic.start(1), position)
        : session.ask(shell -> complete(shell, before));
  }

  private static List<String> startingWith(List<String> names, String begun) {
    return names.stream().filter(name -> name.startsWith(begun)).toList();
  }

  private static Completion complete(JShell shell, String code) {
    UnfinishedCode unfinishedCode = UnfinishedCode.of(shell, code);
    String question = unfinishedCode.question();
    List<Suggestion> suggestions =
        shell
            .sourceCodeAnalysis()
            .completionSuggestions(question, question.length(), new int[1])
            .stream()
            .sorted(Comparator.comparing((Suggestion one) -> !one.matchesType()))
            .toList();
    Matcher begun = BEGUN.matcher(code);
    boolean unused = begun.find();
    boolean free = !code.substring(0, begun.start()).stripTrailing().endsWith(".");
    Set<String> matches = new LinkedHashSet<>();
    if (free && !begun.group().isEmpty()) {
      matches.addAll(unfinishedCode.imported().startingWith(begun.group()));
    }
    likely(suggestions, free && begun.group().isEmpty())
        .forEach(one -> matches.add(one.continuation()));
    return new Completion(new ArrayList<>(matches), begun.start(), code.length());
  }

  /** Where nothing has been typed, only what fits the place, if anything does. */
  private static List<Suggestion> likely(List<Suggestion> all, boolean anything) {
    List<Suggestion> fitting = all.stream().filter(Suggestion::matchesType).toList();
    return anything && !fitting.isEmpty() ? fitting : all;
  }

  /** What a match is, in the words that clients have an icon for. */
  public static String kind(String match) {
    if (match.startsWith("%")) {
      return "magic";
    }
    if (match.contains("(")) {
      return "function";
    }
    return Character.isUpperCase(match.charAt(0)) ? "class" : "instance";
  }
}
