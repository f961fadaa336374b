package org.skipjack.experiment.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.io.AtomicFile;

/**
 * The plan file of a store, written before the first run: the plan, and after how many seeds it was
 * analyzed.
 */
public final class PlanFile {
  private static final int SHORT = 8;

  private final Path path;
  private final Content before;
  private final ExperimentPlan experimentPlan;

  /** The content of the file. */
  private record Content(String format, ExperimentPlan plan, List<Integer> looks) {
    static final String FORMAT = "skipjack-plan/2";
  }

  private PlanFile(Path path, Content before, ExperimentPlan experimentPlan) {
    this.path = path;
    this.before = before;
    this.experimentPlan = experimentPlan;
  }

  /** The plan's file, one for a comparison whatever its seeds; written anew with this plan. */
  public static PlanFile enter(RunStore store, ExperimentPlan experimentPlan) {
    String name = "plan-" + experimentPlan.digestOfComparison().substring(0, SHORT) + ".json";
    Path path = store.folder().resolve(name);
    PlanFile file = new PlanFile(path, read(path, experimentPlan), experimentPlan);
    file.write(file.before.looks());
    return file;
  }

  private static Content read(Path path, ExperimentPlan experimentPlan) {
    try {
      return Files.exists(path)
          ? ExperimentJson.JSON.read(Files.readString(path), Content.class)
          : new Content(Content.FORMAT, experimentPlan, List.of());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is damaged or of another version: %s%nFix: move it away, or choose another folder, --out DIR"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** The numbers of seeds after which there was a result, but for those that the plan has fixed. */
  public List<Integer> earlierLooks() {
    List<Integer> planned = experimentPlan.seeds().looks();
    return before.looks().stream().filter(look -> !planned.contains(look)).toList();
  }

  /** Keeps in mind that there is a result now. */
  public void looked(int seeds) {
    write(Stream.concat(before.looks().stream(), Stream.of(seeds)).distinct().sorted().toList());
  }

  private void write(List<Integer> looks) {
    AtomicFile.write(
        path, ExperimentJson.JSON.pretty(new Content(Content.FORMAT, experimentPlan, looks)));
  }
}
