package org.skipjack.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.skipjack.kernel.display.Rendering;
import org.skipjack.kernel.documentation.Documentation;
import org.skipjack.kernel.documentation.Documented;
import org.skipjack.kernel.documentation.LibraryDocs;
import org.skipjack.kernel.documentation.SignatureName;
import org.skipjack.kernel.evaluation.Session;
import org.skipjack.kernel.source.Brackets;

/** What is known of the name at a place in code. */
public final class Inspection {
  private static final Pattern VARIABLE = Pattern.compile("(\\w+):(.+)");
  private static final Pattern WORD = Pattern.compile("[\\w.]*?(\\w+)$");

  private final Session session;
  private final Documentation documentation;

  /** Looks in a session, and in what comes with its libraries. */
  public Inspection(Session session, LibraryDocs libraryDocs) {
    this.session = session;
    documentation = new Documentation(libraryDocs);
  }

  /** What the compiler found of a name, and what is written of it if that is a word of ours. */
  private record Found(List<SourceCodeAnalysis.Documentation> known, List<Documented> words) {
    boolean isEmpty() {
      return known.isEmpty() && words.isEmpty();
    }
  }

  /**
   * Signatures and documentation of the name at a position, or of the method in whose parentheses
   * it stands.
   *
   * @param source whether the code is to be shown too, where it is at hand
   */
  public Optional<Rendering> of(String code, int position, boolean source) {
    int end = position;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String text = code.substring(0, end);
    Found asked = session.ask(shell -> found(shell, text));
    // Libraries may take their time, and cells need the compiler
    List<Documented> found = new ArrayList<>(asked.words());
    asked.known().forEach(one -> found.add(documented(one)));
    return found.isEmpty() ? Optional.empty() : Optional.of(rendering(found, source));
  }

  private Found found(JShell shell, String code) {
    boolean atWord =
        !code.isEmpty() && Character.isJavaIdentifierPart(code.charAt(code.length() - 1));
    Found found = new Found(List.of(), List.of());
    if (atWord) {
      found = documentation(shell, code + "(");
      found = found.isEmpty() ? documentation(shell, code) : found;
      Matcher word = WORD.matcher(code);
      if (found.isEmpty() && word.find()) {
        found = new Found(List.of(), documentation.ofWord(word.group(1)));
      }
    }
    Optional<Integer> open = found.isEmpty() ? Brackets.innermost(code) : Optional.empty();
    return open.filter(at -> code.charAt(at) == '(')
        .map(at -> documentation(shell, code.substring(0, at + 1)))
        .orElse(found);
  }

  private static Found documentation(JShell shell, String code) {
    String question = UnfinishedCode.of(shell, code).question();
    return new Found(
        shell.sourceCodeAnalysis().documentation(question, question.length(), true), List.of());
  }

  private Documented documented(SourceCodeAnalysis.Documentation one) {
    Matcher variable = VARIABLE.matcher(one.signature());
    if (variable.matches()) {
      String type = variable.group(2);
      String comment = documentation.of(SignatureName.of(type)).map(Documented::comment).orElse("");
      return new Documented(type + " " + variable.group(1), "", comment, Optional.empty());
    }
    SignatureName name = SignatureName.of(one.signature());
    return documentation
        .of(name)
        .orElseGet(
            () ->
                new Documented(
                    SignatureName.shown(one.signature()),
                    "",
                    one.javadoc() == null ? documentation.ofPage(name).orElse("") : one.javadoc(),
                    Optional.empty()));
  }

  private static Rendering rendering(List<Documented> found, boolean source) {
    String text =
        found.stream()
            .map(one -> one.text() + code(one, source).map(code -> "\n\n" + code).orElse(""))
            .collect(Collectors.joining("\n\n"));
    String html =
        found.stream()
            .map(one -> one.html() + code(one, source).map(Documented::preformatted).orElse(""))
            .collect(Collectors.joining("\n"));
    return Rendering.text(text).html(html);
  }

  private static Optional<String> code(Documented one, boolean wanted) {
    return wanted ? one.source() : Optional.empty();
  }
}
