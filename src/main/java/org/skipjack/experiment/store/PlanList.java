package org.skipjack.experiment.store;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.skipjack.experiment.plan.Claim;
import org.skipjack.experiment.plan.ExperimentJson;
import org.skipjack.experiment.plan.ExperimentPlan;
import org.skipjack.experiment.plan.PlanHistory;
import org.skipjack.io.AtomicFile;
import org.skipjack.io.FolderLock;
import org.skipjack.io.Sha256;

/**
 * The list of a store's plans, {@code plans.jsonl}, in the order in which they were written, each
 * before its first run; and a file of each, {@code plan-DIGEST.json}.
 *
 * <p>A line holds the digest of the line before it, so that none can be changed or taken out alone.
 * Runs that no plan of the list accounts for show that lines are missing.
 */
public final class PlanList {
  /** Its name in the folder of the store. */
  public static final String FILE = "plans.jsonl";

  private static final int SHORT = 8;
  private static final long MILLIS_TO_LOOK_AGAIN = 20;

  private final RunStore store;
  private final Path file;

  /**
   * A line.
   *
   * @param previous the SHA-256 of the line before; of nothing for the first
   * @param digest of the plan
   * @param registered whether the plan was written without being run
   * @param seen the seeds that had finished runs of two of its arms then
   */
  private record Line(
      String previous, String digest, boolean registered, List<Long> seen, ExperimentPlan plan) {}

  /** What the file of a plan holds. */
  private record Content(String format, String digest, ExperimentPlan plan) {
    static final String FORMAT = "skipjack-plan/3";
  }

  /** Its lines as far as they are whole. */
  private record Found(List<String> texts, List<Line> lines, boolean whole) {}

  private PlanList(RunStore store) {
    this.store = store;
    this.file = store.folder().resolve(FILE);
  }

  /** The list of a store; it need not be there yet. */
  public static PlanList of(RunStore store) {
    return new PlanList(store);
  }

  /** The file that a plan has in its store. */
  public Path file(ExperimentPlan plan) {
    return store.folder().resolve("plan-" + plan.digest().substring(0, SHORT) + ".json");
  }

  /**
   * Enters a plan, unless the list has it, or one of other words that asks the same.
   *
   * @param registered whether it is to be run later, not now
   * @return what was there when it was entered first
   */
  public PlanHistory enter(ExperimentPlan plan, boolean registered) {
    FolderLock held = lock();
    try {
      AtomicFile.write(
          file(plan), ExperimentJson.JSON.pretty(new Content(Content.FORMAT, plan.digest(), plan)));
      Optional<PlanHistory> there = history(plan);
      return there.isPresent() ? there.get() : append(plan, registered);
    } finally {
      held.close();
    }
  }

  private PlanHistory append(ExperimentPlan plan, boolean registered) {
    Found found = read();
    Line line = new Line(previous(found.texts()), plan.digest(), registered, seen(plan), plan);
    List<String> texts = new ArrayList<>(found.texts());
    texts.add(ExperimentJson.JSON.line(line));
    AtomicFile.write(file, String.join("\n", texts) + "\n");
    List<Line> lines = new ArrayList<>(found.lines());
    lines.add(line);
    return history(new Found(texts, lines, found.whole()), lines.size() - 1, plan);
  }

  /** What the list tells of a plan that it has; nothing if it has it not. */
  public Optional<PlanHistory> history(ExperimentPlan plan) {
    Found found = read();
    for (int i = 0; i < found.lines().size(); i++) {
      if (asksTheSame(found.lines().get(i).plan(), plan)) {
        return Optional.of(history(found, i, plan));
      }
    }
    return Optional.empty();
  }

  /**
   * Reads the file of a plan.
   *
   * @throws IllegalArgumentException if it is none, or is not as it was written
   */
  public static ExperimentPlan readPlan(Path file) {
    try {
      Content content = ExperimentJson.JSON.read(Files.readString(file), Content.class);
      if (!content.format().equals(Content.FORMAT)) {
        throw new IllegalArgumentException(
            "it is %s, expected %s".formatted(content.format(), Content.FORMAT));
      }
      if (!content.plan().digest().equals(content.digest())) {
        throw new IllegalArgumentException(
            "it was changed since it was written: the digest of its plan is %s, it says %s"
                .formatted(content.plan().digest(), content.digest()));
      }
      return content.plan();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "there is no file %s.%nFix: name the file that compare --plan-only wrote".formatted(file),
          e);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "%s is no plan: %s.%nFix: name the file that compare --plan-only wrote"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static PlanHistory history(Found found, int place, ExperimentPlan plan) {
    Line line = found.lines().get(place);
    return PlanHistory.of(
        plan,
        found.whole(),
        line.registered() && line.digest().equals(plan.digest()),
        line.seen(),
        found.lines().subList(0, place).stream().map(Line::plan).toList());
  }

  /** Neither its question nor the words of claims, nor where its data lies, change a test. */
  private static boolean asksTheSame(ExperimentPlan one, ExperimentPlan other) {
    return one.digestOfComparison().equals(other.digestOfComparison())
        && one.seeds().equals(other.seeds())
        && statements(one).equals(statements(other));
  }

  private static Set<Claim.Statement> statements(ExperimentPlan plan) {
    Set<Claim.Statement> statements = new HashSet<>();
    plan.claims().forEach(claim -> statements.add(claim.statement()));
    return statements;
  }

  private Found read() {
    List<String> texts = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        texts.addAll(Files.readAllLines(file));
      }
      for (String text : texts) {
        Line line = ExperimentJson.JSON.read(text, Line.class);
        if (!line.previous().equals(previous(texts.subList(0, lines.size())))
            || !line.digest().equals(line.plan().digest())) {
          return new Found(texts, lines, false);
        }
        lines.add(line);
      }
      return new Found(texts, lines, true);
    } catch (IllegalArgumentException | JsonParseException | IOException e) {
      return new Found(texts, lines, false);
    }
  }

  private static String previous(List<String> texts) {
    return Sha256.of(texts.isEmpty() ? "" : texts.get(texts.size() - 1));
  }

  /** The seeds that have finished runs of two of a plan's arms. */
  private List<Long> seen(ExperimentPlan plan) {
    TreeMap<Long, Set<String>> arms = new TreeMap<>();
    Map<Long, List<String>> asked = new HashMap<>();
    for (StoredRun run : store.own()) {
      long seed = run.trial().seed();
      String digest = run.trial().digest();
      List<String> own =
          asked.computeIfAbsent(
              seed, of -> plan.arms().stream().map(arm -> plan.trial(arm, of).digest()).toList());
      if (run.result().status().isFinished() && own.contains(digest)) {
        arms.computeIfAbsent(seed, of -> new HashSet<>()).add(digest);
      }
    }
    return arms.entrySet().stream()
        .filter(seed -> seed.getValue().size() > 1)
        .map(seed -> seed.getKey())
        .toList();
  }

  /** Others hold it for a moment only. */
  private FolderLock lock() {
    try {
      Optional<FolderLock> lock = FolderLock.take(store.locks().resolve("plans"));
      while (lock.isEmpty()) {
        pause();
        lock = FolderLock.take(store.locks().resolve("plans"));
      }
      return lock.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_TO_LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
