package org.skipjack.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The engines of this installation. */
public final class Engines {
  private static final System.Logger LOGGER = System.getLogger(Engines.class.getName());
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private Engines() {}

  /** All engines, the one with the highest rank first. */
  public static List<Engine> all() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Engine::rank).reversed())
        .toList();
  }

  /**
   * The best engine that works on this machine; if a faster one does not, that is logged once.
   *
   * @throws IllegalStateException if none does: the message says why of each
   */
  public static Engine best() {
    return best(all(), Engines::sayOnce);
  }

  /** The first engine that works; {@code say} is told of those before it. */
  static Engine best(List<Engine> engines, Consumer<String> say) {
    for (Engine engine : engines) {
      Optional<String> reason = engine.unavailableReason();
      if (reason.isEmpty()) {
        return engine;
      }
      say.accept(
          "the engine %s does not work here, a slower one is taken: %s"
              .formatted(engine.name(), reason.get()));
    }
    throw new IllegalStateException("no engine works here: " + reasons(engines));
  }

  private static void sayOnce(String message) {
    if (SAID.compareAndSet(false, true)) {
      LOGGER.log(System.Logger.Level.WARNING, message);
    }
  }

  /**
   * The engine of a name.
   *
   * @throws IllegalArgumentException if there is none, or it does not work on this machine
   */
  public static Engine named(String name) {
    Engine engine =
        all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no engine called \"%s\".%nFix: --engine with one of %s"
                            .formatted(name, names())));
    engine
        .unavailableReason()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "the engine %s does not work here: %s.%nFix: leave --engine out"
                      .formatted(name, reason));
            });
    return engine;
  }

  private static String names() {
    return all().stream().map(Engine::name).collect(Collectors.joining(", "));
  }

  private static String reasons(List<Engine> engines) {
    return engines.stream()
        .map(engine -> engine.name() + ": " + engine.unavailableReason().orElse("works"))
        .collect(Collectors.joining("; "));
  }
}
