package org.skipjack.experiment.store;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.io.AtomicFile;

/**
 * The gradients of a run, {@code gradients.jsonl}: at most fifty, evenly spaced over its updates.
 *
 * <p>The file is written whole for each of them, so that a run that is killed has all up to its
 * last checkpoint; those after it come again with the same bits.
 */
public final class GradientFile {
  private static final int MOST = 50;
  private static final String NAME = "gradients.jsonl";

  private final Path folder;
  private final Path file;
  private final List<GradientNorm> norms = new ArrayList<>();

  public GradientFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
  }

  /** What a run's folder holds; nothing where there is no such file, or it is damaged. */
  static List<GradientNorm> read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(line -> ExperimentJson.JSON.read(line, GradientNorm.class))
              .toList()
          : List.of();
    } catch (IOException | IllegalArgumentException | JsonParseException e) {
      return List.of(); // They stand beside the figures that count, and come again with the run.
    }
  }

  /** Whether each line of a folder's file is a gradient, or there is none. */
  public static boolean isWhole(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      return !Files.exists(file) || Files.readAllLines(file).size() == read(folder).size();
    } catch (IOException e) {
      return false;
    }
  }

  /** Goes on after so many updates. */
  public void resume(long iteration) {
    norms.clear();
    read(folder).stream().filter(norm -> norm.iteration() <= iteration).forEach(norms::add);
  }

  /** Takes a gradient, if it is one of those that are kept. */
  public void add(long iteration, long iterations, double norm) {
    long stride = Math.max(1, (iterations + MOST - 1) / MOST);
    boolean isNew = norms.isEmpty() || norms.get(norms.size() - 1).iteration() < iteration;
    if (isNew && iteration % stride == 0 && Double.isFinite(norm)) {
      norms.add(new GradientNorm(iteration, norm));
      AtomicFile.write(
          file,
          norms.stream()
              .map(one -> ExperimentJson.JSON.line(one) + "\n")
              .collect(Collectors.joining()));
    }
  }
}
