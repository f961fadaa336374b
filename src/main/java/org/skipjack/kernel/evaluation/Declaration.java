package org.skipjack.kernel.evaluation;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;

/**
 * A variable that code would declare.
 *
 * @param name its name
 * @param type its type as Java writes it; that of its value where the code says {@code var}
 * @param leading whether only imports and other variables stand before it
 * @param end the position in the code behind it
 */
public record Declaration(String name, String type, boolean leading, int end) {

  /** The variables that code would declare, in order; nothing is evaluated. */
  static List<Declaration> in(SourceCodeAnalysis analysis, String code) {
    List<Declaration> declarations = new ArrayList<>();
    boolean leading = true;
    for (CellPart cellPart : new CellSplitter(analysis, code).list()) {
      if (!(cellPart instanceof CellPart.Code one)) {
        leading = false;
        continue;
      }
      for (Snippet snippet : analysis.sourceToSnippets(one.source())) {
        if (snippet instanceof VarSnippet variable && isDeclared(variable)) {
          int end = one.offset() + one.source().length();
          declarations.add(new Declaration(variable.name(), variable.typeName(), leading, end));
        } else {
          leading &= snippet.kind() == Snippet.Kind.IMPORT;
        }
      }
    }
    return declarations;
  }

  private static boolean isDeclared(VarSnippet variable) {
    return variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }
}
