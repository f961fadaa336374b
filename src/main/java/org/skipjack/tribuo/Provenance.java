package org.skipjack.tribuo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skipjack.data.SplitPart;
import org.skipjack.train.Run;
import org.skipjack.train.Training;
import org.skipjack.train.recipe.Recipe;

/**
 * Where a run came from: net, data, recipe, seed, engine, versions, machine and date.
 *
 * <p>A tree of maps whose leaves are text, numbers and truth values. What repeats a run is in
 * {@code net}, {@code data}, {@code recipe}, {@code seed}, {@code engine} and {@code threads}; the
 * other parts tell where and when.
 */
public final class Provenance {
  private final Map<String, Object> facts;

  private Provenance(Map<String, Object> facts) {
    this.facts = Collections.unmodifiableMap(facts);
  }

  /** The provenance of a run, dated now, on this machine: to be taken where the run was done. */
  public static Provenance of(Run run) {
    Training training = run.training();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("net", training.net().toString());
    facts.put("data", data(training));
    facts.put("recipe", recipe(training.recipe()));
    facts.put("seed", training.seed().value());
    facts.putAll(training.executionFacts());
    facts.put("complete", run.complete());
    facts.putAll(here());
    return new Provenance(facts);
  }

  /** What there is to say of this place before anything is run: {@code versions, machine, date}. */
  public static Map<String, Object> here() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("versions", LibraryVersions.toMap());
    facts.put("machine", Machine.toMap());
    facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return Collections.unmodifiableMap(facts);
  }

  /**
   * The facts, always in the same order, for JSON; not modifiable.
   *
   * <p>Keys are {@code net} (its text form), {@code data} ({@code name}, {@code authenticity}, and
   * {@code training}, {@code validation} if there is one, and {@code test}, each with {@code
   * images} and {@code sha256}), {@code recipe} ({@code length}, {@code batchSize}, {@code
   * schedule}, {@code optimizer}, {@code augmentation}, {@code extras}), {@code seed}, {@code
   * engine}, {@code threads}, {@code precision}, {@code complete}, {@code versions} ({@code
   * skipjack}, {@code nd4j}, {@code tribuo}, {@code java}), {@code machine} ({@code os}, {@code
   * arch}, {@code processors}, {@code processor} where it can be read, {@code memoryBytes}) and
   * {@code date} (UTC, ISO 8601).
   */
  public Map<String, Object> toMap() {
    return facts;
  }

  /** A line a fact. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    facts.forEach((key, value) -> lines.append(key).append(": ").append(value).append('\n'));
    return lines.toString();
  }

  private static Map<String, Object> data(Training training) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", training.data().name());
    data.put("authenticity", training.data().authenticity().toString());
    data.put("training", images(training.data().training()));
    training.data().validation().ifPresent(set -> data.put("validation", images(set)));
    data.put("test", images(training.data().test()));
    return Collections.unmodifiableMap(data);
  }

  private static Map<String, Object> images(SplitPart part) {
    Map<String, Object> images = new LinkedHashMap<>();
    images.put("images", part.size());
    images.put("sha256", part.images().digest());
    return Collections.unmodifiableMap(images);
  }

  private static Map<String, Object> recipe(Recipe recipe) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("length", recipe.length().toString());
    parts.put("batchSize", recipe.batchSize());
    parts.put("schedule", recipe.schedule().toString());
    parts.put("optimizer", recipe.optimizer().toString());
    parts.put("augmentation", recipe.augmentation().toString());
    parts.put("extras", recipe.extras().toString());
    return Collections.unmodifiableMap(parts);
  }
}
