package org.skipjack.kernel.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skipjack.kernel.compat.NotebookKernel;
import org.skipjack.kernel.evaluation.Cell;
import org.skipjack.kernel.evaluation.EvaluationException;

/** {@code %load}: the code of a notebook or script, as if it stood in the cell. */
public final class LoadMagic {
  /** What may be left out of a file's name, in the order in which it is tried. */
  private static final List<String> ENDINGS =
      List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");

  private final NotebookKernel kernel;

  /** The files that are being loaded, the outermost first. */
  private final Deque<Path> loading = new ArrayDeque<>();

  private LoadMagic(NotebookKernel kernel) {
    this.kernel = kernel;
  }

  /** Lets cells of this kernel load files. */
  public static void register(NotebookKernel kernel) {
    LoadMagic magic = new LoadMagic(kernel);
    kernel.addMagic("load", magic::load);
  }

  private @Nullable Object load(List<String> words) throws Exception {
    if (words.size() != 1) {
      throw new IllegalArgumentException(
          "%%load takes the name of one file.%nFix: %%load setup.jsh".formatted());
    }
    Path file = found(words.get(0));
    if (file.toString().endsWith(".xml") || file.toString().endsWith(".pom")) {
      return kernel.magic("loadFromPOM", words);
    }
    Path real = Files.exists(file) ? file.toRealPath() : file;
    if (loading.contains(real)) {
      throw new IllegalArgumentException(
          "%s loads itself: %s.%nFix: take a %%load out of one of them"
              .formatted(file, chain(real)));
    }
    loading.addLast(real);
    try {
      run(file);
    } finally {
      Path unused = loading.removeLast();
    }
    return null;
  }

  private String chain(Path again) {
    List<Path> all = new ArrayList<>(loading);
    all.add(again);
    return all.stream().map(one -> one.getFileName() + "").collect(Collectors.joining(" → "));
  }

  private static Path found(String name) throws IOException {
    for (String ending : ENDINGS) {
      Path file = Path.of(name + ending);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return Path.of(name); // that it is not there is said by who reads it
  }

  private void run(Path file) {
    List<NotebookCell> cells = NotebookReader.readCode(file).cells();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).runs()) {
        String place = cells.size() == 1 ? "" : String.format(Locale.ROOT, " cell %d", i + 1);
        run(cells.get(i), file.getFileName() + place);
      }
    }
  }

  private void run(NotebookCell cell, String title) {
    try {
      Object unused = kernel.evaluate(new Cell(0, title, cell.source()));
    } catch (EvaluationException e) {
      if (!cell.tagged(NotebookRun.MAY_FAIL)) {
        throw e;
      }
    }
  }
}
