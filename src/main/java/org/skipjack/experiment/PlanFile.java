package org.skipjack.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.skipjack.io.WholeFile;

/**
 * The file of a plan in its store, written before the first run: what was asked, and after how many
 * seeds there was a result.
 */
final class PlanFile {
  private static final int SHORT = 8;

  private final Path path;
  private final Content before;
  private final Plan plan;

  /** What the file holds. */
  private record Content(String format, Plan plan, List<Integer> looks) {
    static final String FORMAT = "skipjack-plan/1";
  }

  private PlanFile(Path path, Content before, Plan plan) {
    this.path = path;
    this.before = before;
    this.plan = plan;
  }

  /** The plan's file, one for a comparison whatever its seeds; written anew with this plan. */
  static PlanFile enter(RunStore store, Plan plan) {
    String name = "plan-" + plan.digestOfComparison().substring(0, SHORT) + ".json";
    Path path = store.folder().resolve(name);
    PlanFile file = new PlanFile(path, read(path, plan), plan);
    file.write(file.before.looks());
    return file;
  }

  private static Content read(Path path, Plan plan) {
    try {
      return Files.exists(path)
          ? ExperimentJson.JSON.read(Files.readString(path), Content.class)
          : new Content(Content.FORMAT, plan, List.of());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is damaged or of another version: %s%nFix: move it away, or choose another folder, --out DIR"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** The numbers of seeds after which there was a result, but for those that the plan has fixed. */
  List<Integer> earlierLooks() {
    List<Integer> planned = plan.seeds().looks();
    return before.looks().stream().filter(look -> !planned.contains(look)).toList();
  }

  /** Keeps in mind that there is a result now. */
  void looked(int seeds) {
    write(Stream.concat(before.looks().stream(), Stream.of(seeds)).distinct().sorted().toList());
  }

  private void write(List<Integer> looks) {
    WholeFile.write(path, ExperimentJson.JSON.pretty(new Content(Content.FORMAT, plan, looks)));
  }
}
