package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.skipjack.kernel.source.HelpQuery;

/** Divides a cell. */
final class CellSplitter {
  private static final Pattern MAGIC = Pattern.compile("%(%?)(\\p{Alpha}[^\\r\\n]*)\\R?");

  private final SourceCodeAnalysis analysis;
  private final String code;
  private final List<CellPart> pieces = new ArrayList<>();
  private int at;

  /** Divides a cell's code; the last piece may be broken. */
  CellSplitter(SourceCodeAnalysis analysis, String code) {
    this.analysis = analysis;
    this.code = AssignedMagics.inJava(code);
    boolean more = true;
    while (more) {
      skipSpace();
      more = at < this.code.length() && next();
    }
  }

  /** The code that the pieces are of: the cell's, line by line, in Java. */
  String code() {
    return code;
  }

  /** The pieces in order. */
  List<CellPart> list() {
    return pieces;
  }

  private void skipSpace() {
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
  }

  /** Adds a piece; false if it was the last. */
  private boolean next() {
    Optional<HelpQuery> question = HelpQuery.at(code, at);
    if (question.isPresent()) {
      String magic = (question.get().code() ? "source " : "help ") + question.get().name();
      pieces.add(new CellPart.Magic(at, magic, "", false));
      at = question.get().end();
      return true;
    }
    Matcher magic = MAGIC.matcher(code).region(at, code.length());
    return magic.lookingAt() ? magic(magic) : snippet();
  }

  private boolean magic(Matcher magic) {
    boolean wholeCell = !magic.group(1).isEmpty() && pieces.isEmpty();
    String body = wholeCell ? code.substring(magic.end()) : "";
    pieces.add(new CellPart.Magic(at, magic.group(2).strip(), body, wholeCell));
    at = magic.end();
    return !wholeCell;
  }

  private boolean snippet() {
    String rest = code.substring(at);
    CompletionInfo info = analysis.analyzeCompletion(rest);
    Completeness completeness = info.completeness();
    if (completeness == Completeness.EMPTY) {
      return false;
    }
    if (completeness == Completeness.DEFINITELY_INCOMPLETE || broken(rest, completeness)) {
      pieces.add(new CellPart.Broken(at, rest, completeness == Completeness.DEFINITELY_INCOMPLETE));
      return false;
    }
    pieces.add(new CellPart.Code(at, info.source() == null ? rest : info.source().stripTrailing()));
    at = code.length() - info.remaining().length();
    return completeness != Completeness.UNKNOWN;
  }

  /** Whether JShell's parser refuses what the analysis could not place. */
  private boolean broken(String rest, Completeness completeness) {
    return completeness == Completeness.UNKNOWN
        && analysis.sourceToSnippets(rest).stream()
            .allMatch(snippet -> snippet.kind() == Snippet.Kind.ERRONEOUS);
  }
}
