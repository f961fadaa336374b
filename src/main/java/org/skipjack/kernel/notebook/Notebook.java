package org.skipjack.kernel.notebook;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A notebook.
 *
 * @param cells its cells in order, each under an id of its own
 * @param metadata what else is known of it
 */
public record Notebook(List<NotebookCell> cells, JsonObject metadata) {

  /** Copies the list, and gives an id of its own to each cell that has none. */
  public Notebook {
    Set<String> taken = new LinkedHashSet<>();
    List<NotebookCell> named = new ArrayList<>();
    for (NotebookCell cell : cells) {
      String id = cell.id();
      for (int i = named.size() + 1; id.isEmpty() || taken.contains(id); i++) {
        id = "cell-" + i;
      }
      taken.add(id);
      named.add(
          id.equals(cell.id())
              ? cell
              : new NotebookCell(
                  cell.kind(),
                  id,
                  cell.source(),
                  cell.metadata(),
                  cell.attachments(),
                  cell.result()));
    }
    cells = List.copyOf(named);
  }

  /** The same notebook with other cells. */
  Notebook with(List<NotebookCell> changed) {
    return new Notebook(changed, metadata);
  }

  /** The same notebook as it is before its first run. */
  Notebook withoutResults() {
    return with(cells.stream().map(cell -> cell.with(NotebookCell.Result.NONE)).toList());
  }

  /** The same notebook, as one of this kernel's. */
  Notebook ofThisKernel() {
    JsonObject kernelspec = new JsonObject();
    kernelspec.addProperty("name", "skipjack");
    kernelspec.addProperty("display_name", "Skipjack");
    kernelspec.addProperty("language", "java");
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    language.addProperty("version", Runtime.version().toString());
    language.addProperty("mimetype", "text/x-java");
    language.addProperty("file_extension", ".jsh");
    language.addProperty("pygments_lexer", "java");
    language.addProperty("codemirror_mode", "text/x-java");
    JsonObject more = metadata.deepCopy();
    more.add("kernelspec", kernelspec);
    more.add("language_info", language);
    return new Notebook(cells, more);
  }
}
