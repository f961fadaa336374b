package org.skipjack.kernel.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skipjack.kernel.evaluation.Declaration;
import org.skipjack.net.LayerRegistry;

/**
 * Values for what a notebook leaves open, by name.
 *
 * <p>They are assigned in a cell of their own, tagged {@code injected-parameters}, behind the one
 * that is tagged {@code parameters} and declares them with the values that they have otherwise; one
 * that an earlier run put there is replaced. In a script without tags, what it declares before its
 * first statement can be given.
 *
 * @param values the text of each value
 * @param declarations tells what a piece of code declares
 */
record NotebookParameters(
    Map<String, String> values, Function<String, List<Declaration>> declarations) {
  static final String TAG = "parameters";
  static final String INJECTED_TAG = "injected-parameters";

  /**
   * The notebook with the values assigned.
   *
   * @param name the notebook's, for errors
   * @throws IllegalArgumentException if it has no such parameter, or a value does not fit its type
   */
  Notebook into(Notebook notebook, String name) {
    if (values.isEmpty()) {
      return notebook;
    }
    List<NotebookCell> cells = new ArrayList<>(notebook.cells());
    cells.removeIf(cell -> cell.tagged(INJECTED_TAG));
    int at = declaringCell(cells);
    if (at < 0) {
      throw noParameters(name);
    }
    cells.add(at + 1, injected(cells.get(at), name));
    return notebook.with(cells);
  }

  /** The index of the tagged cell; an untagged script is divided, so that it has one. */
  private int declaringCell(List<NotebookCell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).tagged(TAG)) {
        return i;
      }
    }
    return -1;
  }

  /** A script of one cell as two, the declarations that it begins with and the rest. */
  Notebook divided(Notebook script) {
    if (values.isEmpty() || script.cells().size() != 1 || script.cells().get(0).tagged(TAG)) {
      return script;
    }
    String code = script.cells().get(0).source();
    int end =
        declarations.apply(code).stream()
            .filter(Declaration::leading)
            .mapToInt(Declaration::end)
            .max()
            .orElse(0);
    if (end == 0) {
      return script;
    }
    List<NotebookCell> cells = new ArrayList<>();
    cells.add(NotebookCell.of(NotebookCell.Kind.CODE, "", code.substring(0, end), TAG));
    if (!code.substring(end).isBlank()) {
      cells.add(NotebookCell.of(NotebookCell.Kind.CODE, "", code.substring(end).stripTrailing()));
    }
    return script.with(cells);
  }

  private NotebookCell injected(NotebookCell declaring, String name) {
    List<Declaration> declared = declarations.apply(declaring.source());
    StringBuilder code = new StringBuilder("// Parameters");
    values.forEach(
        (parameter, value) -> {
          Declaration declaration =
              declared.stream()
                  .filter(one -> one.name().equals(parameter))
                  .findFirst()
                  .orElseThrow(() -> unknown(parameter, declared, name));
          code.append('\n')
              .append(parameter)
              .append(" = ")
              .append(new ParameterValue(parameter, declaration.type(), value).code())
              .append(';');
        });
    return NotebookCell.of(NotebookCell.Kind.CODE, "", code.toString(), INJECTED_TAG);
  }

  private static IllegalArgumentException unknown(
      String parameter, List<Declaration> declared, String name) {
    List<String> names = declared.stream().map(Declaration::name).toList();
    String list =
        declared.stream()
            .map(one -> one.type() + " " + one.name())
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "%s has no parameter \"%s\"%s; it has: %s.%nFix: %s"
            .formatted(
                name,
                parameter,
                LayerRegistry.didYouMean(parameter, names),
                list.isEmpty() ? "none" : list,
                names.isEmpty()
                    ? "declare it in the cell tagged \"parameters\""
                    : "-p " + names.get(0) + "=VALUE"));
  }

  private IllegalArgumentException noParameters(String name) {
    String parameter = values.keySet().iterator().next();
    return new IllegalArgumentException(
        """
        %s takes no parameters: none of its cells is tagged "parameters", and -p %s=%s was given.
        Fix: declare %s in a cell of its own, and give that cell the tag "parameters" \
        (in a script, the line before it is  // %%%% tags=["parameters"])."""
            .formatted(name, parameter, values.get(parameter), parameter));
  }
}
