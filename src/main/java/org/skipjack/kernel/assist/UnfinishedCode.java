package org.skipjack.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.skipjack.kernel.source.Brackets;
import org.skipjack.kernel.source.HelpQuery;
import org.skipjack.kernel.source.Token;

/**
 * Code that ends where the cursor stands, in a form in which JShell can say what it means: the last
 * statement, behind what the cell, which has not run yet, declares before it. Nothing is evaluated.
 */
final class UnfinishedCode {
  private static final Pattern MAGIC =
      Pattern.compile("%(?:%time\\s|time\\s(?=[^\\n]*\\z)|[^\\n]*\\n?)");
  private static final Pattern HEAD =
      Pattern.compile("(?:\\belse\\s+)?\\b(?:if|while|for)\\s*\\($");
  private static final Pattern EACH = Pattern.compile("for\\s*\\([^;:()]*:");

  private final SourceCodeAnalysis analysis;
  private final List<String> before = new ArrayList<>();
  private final String statement;
  private final ImportedNames imported;

  private UnfinishedCode(JShell shell, String code) {
    analysis = shell.sourceCodeAnalysis();
    statement = mended(last(code));
    imported = ImportedNames.of(shell, before);
  }

  /** Code up to the cursor. */
  static UnfinishedCode of(JShell shell, String code) {
    return new UnfinishedCode(shell, code);
  }

  /** What JShell is to be asked; the cursor stands at its end. */
  String question() {
    return imported.qualified(context() + statement);
  }

  /** The names that only the imports of this cell bring. */
  ImportedNames imported() {
    return imported;
  }

  /** Puts what is complete aside. */
  private String last(String code) {
    String rest = code;
    while (true) {
      rest = rest.stripLeading();
      if (rest.startsWith("%")) {
        rest = withoutMagic(rest);
        continue;
      }
      Optional<HelpQuery> question = HelpQuery.at(rest, 0);
      if (question.isPresent()) {
        rest = rest.substring(question.get().end());
        continue;
      }
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (!info.completeness().isComplete() || info.remaining().isEmpty()) {
        return rest;
      }
      before.add(info.source().strip());
      rest = info.remaining();
    }
  }

  /** What is behind {@code %time} is code, what is behind other magics is not. */
  private static String withoutMagic(String code) {
    Matcher magic = MAGIC.matcher(code);
    return magic.lookingAt() ? code.substring(magic.end()) : "";
  }

  private String context() {
    StringBuilder members = new StringBuilder();
    StringBuilder locals = new StringBuilder();
    for (String piece : before) {
      switch (DeclarationKind.of(piece)) {
        case METHOD, TYPE -> members.append(piece).append('\n');
        case VARIABLE -> locals.append(statement(piece));
        default -> {}
      }
    }
    boolean inMethod = DeclarationKind.of(statement) != DeclarationKind.METHOD;
    if (!members.isEmpty()) {
      return "class Cell$ {\n"
          + members
          + (inMethod ? "void run$() throws Throwable {\n" + locals : "");
    }
    return inMethod && !locals.isEmpty() ? "{\n" + locals : "";
  }

  private static String statement(String source) {
    return source.strip().endsWith(";") ? source + "\n" : source + ";\n";
  }

  /**
   * The statement with a return in place of the head of a condition or loop in which the cursor
   * stands: JShell of Java 17 knows nothing there.
   */
  static String mended(String source) {
    StringBuilder mended = new StringBuilder(source);
    for (Token bracket : Brackets.open(source)) {
      if (bracket.is(source, '(')) {
        Matcher head = HEAD.matcher(source.substring(0, bracket.end()));
        if (head.find()) {
          Matcher each = EACH.matcher(source).region(head.start(), source.length());
          boolean loop = head.group().startsWith("for");
          if (!loop || each.lookingAt()) {
            mended.replace(head.start(), loop ? each.end() : head.end(), "return (");
          }
        }
      }
    }
    return mended.toString();
  }
}
